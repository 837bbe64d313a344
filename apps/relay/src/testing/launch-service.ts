/** The services of the distributed shape as processes of their own, for tests that stop, freeze and kill them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

export type ServiceName = 'intake' | 'verification' | 'reporting' | 'relay' | 'standalone';

export interface LogLine {
  readonly msg?: string;
  readonly url?: string;
  readonly [field: string]: unknown;
}

export interface LaunchedService {
  /** The address it serves at; rejects with its stderr when it ends before it serves. */
  readonly url: Promise<string>;
  /** What it has logged so far. */
  readonly lines: readonly LogLine[];
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
  /** Waits until /health/ready says so. */
  ready(): Promise<void>;
  /** `SIGSTOP` freezes it, `SIGCONT` thaws it; for these it does not wait for `ended`. */
  kill(signal?: NodeJS.Signals): LaunchedService['ended'];
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Its environment is `env` and nothing else; it takes a free port where `PORT` names none. */
export const launchService = (name: ServiceName, env: Readonly<Record<string, string>>): LaunchedService => {
  const child = spawn(
    process.execPath,
    [
      // kafkajs sets negative timers, which Node would report on stderr.
      '--disable-warning=TimeoutNegativeWarning',
      '--import',
      at('../../../../infra/node/typescript-hook.mjs'),
      at(`../../../${name}/src/main.ts`),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { PORT: '0', PLEDGELINE_IDENTITY: 'headers', ...env } },
  );
  const lines: LogLine[] = [];
  const serving = new Promise<string>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const told = JSON.parse(line) as LogLine;
      lines.push(told);
      if (told.msg === 'serving' && told.url !== undefined) resolve(told.url);
    });
  });
  const said = text(child.stderr);
  const ended = once(child, 'close').then(async ([code]) => ({
    code: code as number | null,
    stderr: await said,
  }));
  const url = Promise.race([
    serving,
    ended.then(({ stderr }) => {
      throw new Error(`${name} ended before it served: ${stderr}`);
    }),
  ]);
  // A test of a failing start does not ask for the address.
  url.catch(() => undefined);
  return {
    url,
    lines,
    ended,
    ready: async () => {
      const address = await url;
      await until(`${name} is ready`, async () => (await fetch(`${address}/health/ready`)).ok);
    },
    kill: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
};
