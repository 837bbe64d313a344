/** The real services as processes of their own, as they are started by hand. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ENDS_WITH } from '@pledgeline/runtime/stop-request';

export type ServiceName = 'standalone' | 'intake' | 'verification' | 'reporting' | 'relay';

export interface RunningService {
  readonly url: string;
  /** Of its process. */
  readonly pid: number;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

const ASK_EVERY_MS = 25;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

/** Resolves when it is ready. */
export const startService = async (
  name: ServiceName,
  env: Readonly<Record<string, string>>,
): Promise<RunningService> => {
  const hook = new URL('../../../infra/node/typescript-hook.mjs', import.meta.url);
  const main = fileURLToPath(new URL(`../../${name}/src/main.ts`, import.meta.url));
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=512', '--max-semi-space-size=8', '--import', hook.href, main],
    {
      env: {
        ...process.env,
        [ENDS_WITH]: String(process.pid),
        PORT: '0',
        PLEDGELINE_IDENTITY: 'headers',
        PLEDGELINE_RATE_PER_SUBJECT: '0',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = ADDRESS.exec(line)?.[0];
    if (url === undefined) continue;
    child.stdout.resume();
    while (!(await isReady(url))) await pause(ASK_EVERY_MS);
    return { url, pid: child.pid ?? 0, stop };
  }
  throw new Error(`${name} ended before it served`);
};

const isReady = async (url: string): Promise<boolean> => {
  const answer = await fetch(`${url}/health/ready`).catch(() => null);
  return answer?.ok ?? false;
};
