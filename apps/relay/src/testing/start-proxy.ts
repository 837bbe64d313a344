/** The reverse proxy of the distributed shape, on the nginx of this machine: the files that are deployed, at other addresses. */
import { spawn } from 'node:child_process';
import { closeSync, copyFileSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@pledgeline/adapters/testing';
import { until } from '@pledgeline/event-sourcing/testing';

/** Addresses such as `http://127.0.0.1:4001`. */
export interface Upstreams {
  readonly intake: string;
  readonly verification: string;
  readonly reporting: string;
}

export interface Proxy {
  readonly url: string;
  /** What it has logged so far, of requests and of trouble. */
  log(): string;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../../../..');

/** @throws {Error} with nginx's own words, when it is not installed or refuses its files. */
export const startProxy = async (upstreams: Upstreams): Promise<Proxy> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-proxy-'));
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), configurationFor(upstreams, port, folder));
  copyFileSync(join(root, 'infra/proxy/routes.map'), join(folder, 'routes.map'));
  copyFileSync(join(root, 'docs/openapi.json'), join(folder, 'openapi.json'));
  const globals = `daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''}`;
  const logFile = openSync(join(folder, 'log'), 'a');
  const child = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder, '-g', globals], {
    // Files, and no pipes: it opens its stdout by name.
    stdio: ['ignore', logFile, logFile],
  });
  closeSync(logFile);
  const log = (): string => readFileSync(join(folder, 'log'), 'utf8');
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    const answers = async (): Promise<boolean> => (await fetch(`${url}/health/live`)).ok;
    await until('nginx answers, or ends', async () => hasEnded() || (await answers()));
    if (hasEnded()) throw new Error(`nginx did not start: ${failure?.message ?? log()}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, log, stop };

  function hasEnded(): boolean {
    return failure !== undefined || child.exitCode !== null;
  }
};

const configurationFor = (upstreams: Upstreams, port: number, folder: string): string => {
  const deployed = readFileSync(join(root, 'infra/proxy/nginx.conf'), 'utf8');
  const changes: readonly (readonly [string, string])[] = [
    ['/tmp/', `${folder}/`],
    ...Object.entries(upstreams).map(
      ([name, url]) => [`server ${name}:3000;`, `server ${new URL(url).host};`] as const,
    ),
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    ['worker_processes auto;', 'worker_processes 1;'],
    ['root /etc/nginx;', `root ${folder};`],
  ];
  return changes.reduce((configuration, [is, shall]) => {
    if (!configuration.includes(is)) throw new Error(`infra/proxy/nginx.conf has no ${is}`);
    return configuration.replaceAll(is, shall);
  }, deployed);
};
