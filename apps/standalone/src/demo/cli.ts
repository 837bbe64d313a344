/** The demo's imports and histories are the command line's own, run as a user runs it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../../cli/bin/pledgeline.mjs', import.meta.url));

/** Shares the terminal, so that bars and colours are as everywhere. @param stopped ends it in the middle of its work. */
export const pledgeline = async (
  stopped: AbortSignal,
  url: string,
  { authorization }: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<void> => {
  const token = authorization?.replace('Bearer ', '');
  const child = spawn(process.execPath, [LAUNCHER, ...args, '--url', url, '--actor', 'pledge.desk'], {
    signal: stopped,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(token !== undefined && { PLEDGELINE_TOKEN: token }) },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`pledgeline ${args.join(' ')} ended with ${code ?? 'a signal'}`);
};
