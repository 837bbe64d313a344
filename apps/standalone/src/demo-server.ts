/** The real server as a process of its own, on a data folder that is empty at the start. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface DemoServer {
  readonly url: string;
  readonly dataFolder: string;
  /** Settles when the process is gone; its exit code. */
  readonly ended: Promise<number | null>;
  /** Stops it cleanly, and takes a temporary data folder away. */
  stop(): Promise<void>;
}

/** Something for the user to put right: said in one line, without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

const READY_WITHIN_MS = 30_000;
const HOST = '127.0.0.1';
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** @throws {CannotStart} when the port is taken, the data folder is not empty, or the server does not come up. */
export const startServer = async (env: NodeJS.ProcessEnv): Promise<DemoServer> => {
  const port = await freePort(env.PORT ?? '3000');
  const given = env.PLEDGELINE_DATA;
  const dataFolder = given ?? mkdtempSync(join(tmpdir(), 'pledgeline-demo-'));
  if (given !== undefined && !isEmpty(given)) {
    throw new CannotStart(`the demo needs an empty data folder, and ${given} is not: name another, or none`);
  }
  // Beside the folder and not in it: the server finds its data folder empty.
  const logFile = `${dataFolder}.log`;
  const log = openSync(logFile, 'w');
  const child = spawn(
    process.execPath,
    ['--import', at('../../../infra/node/typescript-hook.mjs'), at('./main.ts')],
    {
      stdio: ['ignore', log, log],
      env: { ...env, HOST, PORT: String(port), PLEDGELINE_DATA: dataFolder },
    },
  );
  closeSync(log);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const tidy = (): void => {
    if (given === undefined) rmSync(dataFolder, { recursive: true, force: true });
    rmSync(logFile, { force: true });
  };
  const url = `http://${HOST}:${port}`;
  try {
    await ready(url, child);
  } catch (error) {
    child.kill('SIGTERM');
    await ended;
    const said = readFileSync(logFile, 'utf8').trim().split('\n').slice(-10).join('\n');
    tidy();
    throw new CannotStart(`${(error as Error).message}\n${said}`);
  }
  return {
    url,
    dataFolder,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      tidy();
    },
  };
};

/** The port asked for, or any for 0. Asked here, so that a taken one is one clear line. */
const freePort = async (asked: string): Promise<number> => {
  const wanted = Number(asked);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
    throw new CannotStart(`PORT is no port: ${asked}`);
  }
  const probe = createServer().listen(wanted, HOST);
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw new CannotStart(
      `port ${wanted} cannot be used (${(error as Error).message}): stop what listens there, or choose another with PORT=3001`,
    );
  }
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

const isEmpty = (folder: string): boolean => {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw new CannotStart(`the data folder cannot be used: ${(error as Error).message}`);
  }
};

const ready = async (url: string, child: ChildProcess): Promise<void> => {
  const until = performance.now() + READY_WITHIN_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error('the server ended while it was starting:');
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    if (performance.now() > until) throw new Error('the server was not ready in 30 s:');
    await pause(50);
  }
};
