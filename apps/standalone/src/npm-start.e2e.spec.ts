/** Whatever ends `npm start`, the server ends with it, in order: the next one has its port and its data folder. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '@pledgeline/adapters/testing';
import { temporaryFolder } from './testing/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = temporaryFolder();
const dataFolder = join(folder.path, 'data');
let port: number;
beforeAll(async () => {
  port = await freePort();
});
afterAll(() => folder.remove());

interface Run {
  readonly npm: ChildProcess;
  /** All that npm and the server have written so far. */
  said(): string;
  /** Settles when no process of it is left: each holds the pipe of its output. */
  readonly gone: Promise<unknown>;
}

/** As a user does it, on the same port and data folder every time. Resolves when the output has these words. */
const npm = async (script: string, words: string, env: Readonly<Record<string, string>>): Promise<Run> => {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('npm', ['run', script], {
    cwd: root,
    // A process group of its own, as a terminal gives it.
    detached: true,
    env: { PATH, HOME, PORT: String(port), PLEDGELINE_IDENTITY: 'headers', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const gone = once(child, 'close');
  await new Promise<void>((found, failed) => {
    for (const output of [child.stdout, child.stderr]) {
      output.setEncoding('utf8').on('data', (more: string) => {
        text += more;
        if (text.includes(words)) found();
      });
    }
    void gone.then(() => failed(new Error(`it ended before it said "${words}": ${text}`)));
  });
  return { npm: child, said: () => text, gone };
};

const start = (): Promise<Run> => npm('start', '"msg":"serving"', { PLEDGELINE_DATA: dataFolder });

/** A log that was closed is one file: what was being written has been put into it. */
const closedInOrder = (): boolean =>
  existsSync(join(dataFolder, 'events.sqlite')) && !existsSync(join(dataFolder, 'events.sqlite-wal'));

const cannotBeReached = async (): Promise<void> => {
  await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow();
};

it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)('%s to npm alone', async (signal) => {
  const run = await start();
  expect(closedInOrder()).toBe(false);
  run.npm.kill(signal);
  await run.gone;
  expect(run.said()).toContain('"msg":"stopped"');
  expect(closedInOrder()).toBe(true);
  await cannotBeReached();
});

it.each(['SIGTERM', 'SIGINT'] as const)('%s to all, as a terminal sends it', async (signal) => {
  const run = await start();
  process.kill(-(run.npm.pid ?? 0), signal);
  await run.gone;
  expect(run.said()).toContain('"msg":"stopped"');
  expect(closedInOrder()).toBe(true);
  await cannotBeReached();
});

it('a terminal that is closed: SIGHUP to all, and nobody reads what is still written', async () => {
  const run = await start();
  run.npm.stdout?.destroy();
  run.npm.stderr?.destroy();
  process.kill(-(run.npm.pid ?? 0), 'SIGHUP');
  const until = async (): Promise<void> => {
    while (!closedInOrder()) await new Promise((again) => setImmediate(again));
  };
  await until();
  // It listens no more by then.
  await cannotBeReached();
});

it('npm is asked to stop while the demo runs its scenario: its server ends, and nothing is left behind', async () => {
  const run = await npm('demo', 'Pledgeline serves on', { TMPDIR: folder.path });
  run.npm.kill('SIGTERM');
  expect(await run.gone).toEqual([0, null]);
  await cannotBeReached();
  const data = / from (\S+)/.exec(run.said())?.[1] ?? '';
  expect(data).toContain(folder.path);
  expect(existsSync(data)).toBe(false);
});

it('every script that serves takes the place of its shell, and knows whom it ends with', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  // The others come to an end by themselves.
  const serving = Object.values(scripts).filter((line) =>
    /run\.sh (?:--\S+ )*apps\/(?!\S*\/(?:write-|generate|store-check))/.test(line),
  );
  expect(serving.length).toBeGreaterThanOrEqual(4);
  expect(serving.filter((line) => !/PLEDGELINE_ENDS_WITH=\$PPID exec sh /.test(line))).toEqual([]);
});
