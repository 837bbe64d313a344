/** The real server as a process of its own, for the demo and for tests that may kill it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ENDS_WITH } from '@pledgeline/runtime/stop-request';

export interface StandaloneOptions {
  readonly dataFolder: string;
  readonly port: number;
  readonly logFile: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface StandaloneProcess {
  readonly url: string;
  /** Settles when the process is gone; its exit code. */
  readonly ended: Promise<number | null>;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

export const HOST = '127.0.0.1';
const READY_WITHIN_MS = 120_000;
const LINES_SHOWN = 10;
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** @throws {Error} with the end of its log, when it does not get ready. */
export const runStandalone = async (options: StandaloneOptions): Promise<StandaloneProcess> => {
  const { dataFolder, port, logFile, env } = options;
  const log = openSync(logFile, 'a');
  const child = spawn(
    process.execPath,
    ['--import', at('../../../../infra/node/typescript-hook.mjs'), at('../main.ts')],
    {
      stdio: ['ignore', log, log],
      env: {
        ...env,
        HOST,
        PORT: String(port),
        PLEDGELINE_DATA: dataFolder,
        [ENDS_WITH]: String(process.pid),
      },
    },
  );
  closeSync(log);
  const url = `http://${HOST}:${port}`;
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  try {
    await ready(url, child);
  } catch (error) {
    await stop();
    const said = readFileSync(logFile, 'utf8').trim().split('\n').slice(-LINES_SHOWN).join('\n');
    throw new Error(`${(error as Error).message}\n${said}`, { cause: error });
  }
  return { url, ended, stop };
};

const ready = async (url: string, child: ChildProcess): Promise<void> => {
  const until = performance.now() + READY_WITHIN_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error('the server ended while it was starting:');
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    if (performance.now() > until) throw new Error('the server was not ready in two minutes:');
    await pause(50);
  }
};
