// Before the tests in a browser: the console as it is now, and a demo of its own that they all look at.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '../../../..');
const at = (path) => join(ROOT, path);

const start = async () => {
  execFileSync(process.execPath, [at('apps/console/build.mjs')], { stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-console-'));
  const data = join(folder, 'data');
  const child = spawn(
    process.execPath,
    ['--import', at('infra/node/typescript-hook.mjs'), at('apps/standalone/src/demo/demo.ts')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PORT: '0', PLEDGELINE_DATA: data, PLEDGELINE_ENDS_WITH: String(process.pid) },
    },
  );
  let printed = '';
  const url = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the demo ended before it served: ${code}`)));
    createInterface(child.stdout).on('line', (line) => {
      printed ||= line;
      const [, served] = /^Serving on (\S+) /.exec(line) ?? [];
      if (served !== undefined) resolve(served);
    });
  });
  child.removeAllListeners('exit');
  // For the tests, which run in a process of their own.
  Object.assign(process.env, {
    PLEDGELINE_CONSOLE_URL: url,
    PLEDGELINE_CONSOLE_DATA: data,
    PLEDGELINE_CONSOLE_PRINTED: printed,
  });
  globalThis.consoleServer = { child, folder };
};

export { start as default };
