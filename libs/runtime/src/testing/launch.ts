/** Starts the real process of an app on any free port, and reads its log; for tests that also see it fail to start. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ENDS_WITH } from '../stop-request.ts';

export interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

export interface LogLine {
  readonly msg?: string;
  readonly url?: string;
  readonly [field: string]: unknown;
}

export interface Launched {
  /** What it has logged so far. */
  readonly lines: readonly LogLine[];
  /** Of its process. */
  readonly pid: number;
  /** The address it serves at; rejects with its stderr when it ends before it serves. */
  readonly url: Promise<string>;
  readonly ended: Promise<Ended>;
  /** Settles when a log line with this message was written. */
  said(message: string): Promise<void>;
  /** `SIGSTOP` freezes it, `SIGCONT` thaws it; for these it does not wait for `ended`. */
  kill(signal?: NodeJS.Signals): Promise<Ended>;
}

export interface LaunchOptions {
  readonly args?: readonly string[];
  /** Options of Node before the others. */
  readonly nodeOptions?: readonly string[];
  /** No file may become larger: to the process the disk is full, until its limit is raised. In units of 512 bytes, as `ulimit` has it. */
  readonly fileBlocks?: number;
}

const hook = fileURLToPath(new URL('../../../../infra/node/typescript-hook.mjs', import.meta.url));
const NODE_OPTIONS = ['--import', hook];

/**
 * Its environment is `env` and little else: it ends with this process, takes a free port where `PORT` names none, and believes
 * callers' headers unless `env` says otherwise.
 * @param main the file that starts it.
 */
export const launch = (
  main: URL,
  env: Readonly<Record<string, string>>,
  { args = [], nodeOptions = [], fileBlocks }: LaunchOptions = {},
): Launched => {
  const limit = fileBlocks === undefined ? '' : `ulimit -S -f ${fileBlocks}; `;
  const command = [process.execPath, ...nodeOptions, ...NODE_OPTIONS, fileURLToPath(main), ...args];
  const child = spawn('/bin/sh', ['-c', `${limit}exec "$0" "$@"`, ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A run of tests that is killed leaves no server behind.
    env: { PORT: '0', PLEDGELINE_IDENTITY: 'headers', [ENDS_WITH]: String(process.pid), ...env },
  });
  const lines: LogLine[] = [];
  const waiting = new Set<() => void>();
  createInterface(child.stdout).on('line', (line) => {
    lines.push(JSON.parse(line) as LogLine);
    waiting.forEach((look) => {
      look();
    });
  });
  const stderr = text(child.stderr);
  const ended = once(child, 'close').then(async ([code]) => ({
    code: code as number | null,
    stderr: await stderr,
  }));

  const lineThat = (message: string): Promise<LogLine> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = lines.find(({ msg }) => msg === message);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      void ended.then(({ stderr: said }) => {
        reject(new Error(`it ended before it said "${message}": ${said}`));
      });
    });

  const url = lineThat('serving').then((line) => line.url ?? '');
  // A test of a failing start does not ask for the address.
  url.catch(() => undefined);
  return {
    lines,
    pid: child.pid ?? 0,
    url,
    ended,
    said: async (message) => {
      await lineThat(message);
    },
    kill: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
};
