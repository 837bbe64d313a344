// Starts TypeScript sources without a build step: `node --import ./infra/node/typescript-hook.mjs apps/x/src/main.ts`, tests too.
// Node's own type stripping cannot emit decorator metadata, so injection and validation would break silently.
// Workspace packages resolve to their sources here; production runs the `tsc -b` output without this hook. What was compiled
// is kept by its content, for the next process and the next thread.
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks, setSourceMapsSupport } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';

const SOURCE = '@pledgeline/source';
/** Decorator metadata is what injection and validation live on. */
const options = {
  swcrc: false,
  configFile: false,
  sourceMaps: 'inline',
  inlineSourcesContent: false,
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, verbatimModuleSyntax: true },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
};
const KEPT = fileURLToPath(new URL('../../node_modules/.cache/pledgeline/compiled', import.meta.url));
/** The machine's code of what Node compiled, packages included: a start takes a third less time with it. */
const CODE = fileURLToPath(new URL('../../node_modules/.cache/pledgeline/code', import.meta.url));
// Loaded when something is to be compiled.
const require = createRequire(import.meta.url);
const compiler = JSON.stringify([require('@swc/core/package.json').version, options]);

setSourceMapsSupport(true);
enableCompileCache(CODE);

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, { ...context, conditions: [...context.conditions, SOURCE] }),
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    return { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true };
  },
});

function compiled(filename) {
  const source = readFileSync(filename, 'utf8');
  // The name stands in the source map.
  const kept = join(KEPT, hash('sha256', `${compiler}\n${filename}\n${source}`));
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const { code } = require('@swc/core').transformSync(source, { ...options, filename });
    keep(kept, code);
    return code;
  }
}

/** Whole or not at all, since others may read at the same time. Without a place to keep it, it is compiled again. */
function keep(file, code) {
  try {
    mkdirSync(KEPT, { recursive: true });
    const written = `${file}.${process.pid}.${threadId}`;
    writeFileSync(written, code);
    renameSync(written, file);
  } catch {
    // A folder that cannot be written to, or a full disk.
  }
}
