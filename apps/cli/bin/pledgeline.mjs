#!/usr/bin/env -S node --max-semi-space-size=8
// Runs the TypeScript sources without a build step, on the Node that the lock file pins even where the system has an
// older one. `npx pledgeline …` works from a fresh `npm ci`.
// The space for young objects is held small: left alone it grows with the length of an import, though nothing is kept.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WANTED = 24;
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const pinned = at(`../../../node_modules/node-${process.platform}-${process.arch}/bin/node`);
const recent = Number.parseInt(process.versions.node, 10) >= WANTED;

if (recent) {
  await import('../../../infra/node/typescript-hook.mjs');
  await import('../src/main.ts');
} else if (existsSync(pinned)) {
  const child = spawn(pinned, ['--max-semi-space-size=8', at('pledgeline.mjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // Ctrl-C reaches the child by itself; a signal sent to this process alone must be handed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
} else {
  console.error(
    `pledgeline needs Node ${WANTED} or later, and this is ${process.version}. Run npm ci first.`,
  );
  process.exitCode = 1;
}
