/** Runs the program as a user does: its own process, its own streams. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Called with everything said on stderr so far. */
  readonly onErr?: (said: string, interrupt: () => void) => void;
}

const LAUNCHER = fileURLToPath(new URL('../../bin/pledgeline.mjs', import.meta.url));

export const runCli = async (args: readonly string[], options: RunOptions = {}): Promise<Ran> => {
  const child = spawn(process.execPath, [LAUNCHER, ...args], {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
    options.onErr?.(err, () => child.kill('SIGINT'));
  });
  child.stdin.end(options.stdin ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
};
