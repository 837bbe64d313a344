// Starts TypeScript sources without a build step: `node --import ./infra/node/typescript-hook.mjs apps/x/src/main.ts`.
// Node's own type stripping cannot emit decorator metadata, so injection and validation would break silently.
// Workspace packages resolve to their sources here; production runs the `tsc -b` output without this hook.
import { readFileSync } from 'node:fs';
import { registerHooks, setSourceMapsSupport } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { swcOptions } from './swc-options.mjs';

const SOURCE = '@pledgeline/source';
const options = swcOptions('es6');

setSourceMapsSupport(true);

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, { ...context, conditions: [...context.conditions, SOURCE] }),
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
