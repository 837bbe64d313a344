/** The real process at the edges of its life: it starts or says why not, it ends in order, and it survives its death. */
import { once } from 'node:events';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { asker, desk, offer, poster } from './testing/ask.ts';
import type { Ended } from '@pledgeline/runtime/testing';
import { launchStandalone } from './testing/launch-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const fresh = (name: string): string => join(folder.path, name);

const expectOneLine = ({ code, stderr }: Ended, naming: string, exit = 1): void => {
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).toContain(naming);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(code).toBe(exit);
};

describe('what hinders the start is one line', () => {
  it.each([
    ['PORT', 'http'],
    ['HOST', '0.0.0.0'],
    ['LOG_LEVEL', 'loud'],
    ['PLEDGELINE_FIXED_TIME', '2026-02-30T09:00:00Z'],
    ['PLEDGELINE_DATA', ' '],
    ['PLEDGELINE_ENDS_WITH', 'npm'],
  ])('%s=%s', async (name, value) => {
    const env = { PLEDGELINE_DATA: fresh('never-made'), PLEDGELINE_IDENTITY: 'local' };
    const { ended } = launchStandalone({ ...env, [name]: value });
    expectOneLine(await ended, `${name}=`.slice(0, value.trim() === '' ? -1 : undefined));
  });

  it('an argument, which nothing would heed', async () => {
    const { ended } = launchStandalone(
      { PLEDGELINE_DATA: fresh('never-made') },
      { args: ['--port', '4000'] },
    );
    expectOneLine(await ended, '"--port"', 2);
  });

  it('a disk that is full', async () => {
    const { ended } = launchStandalone({ PLEDGELINE_DATA: fresh('full-at-once') }, { fileBlocks: 100 });
    expectOneLine(await ended, 'PLEDGELINE_DATA=');
  });

  it('a data folder that is a file', async () => {
    writeFileSync(fresh('a-file'), '');
    expectOneLine(await launchStandalone({ PLEDGELINE_DATA: fresh('a-file') }).ended, 'PLEDGELINE_DATA=');
  });

  it.each(['events.sqlite', 'checkpoints.sqlite', 'reporting.views.sqlite'])(
    '%s is something else',
    async (file) => {
      const dataFolder = fresh(`garbage-${file}`);
      mkdirSync(dataFolder);
      writeFileSync(join(dataFolder, file), 'no database, but long enough to be looked at. '.repeat(100));
      expectOneLine(await launchStandalone({ PLEDGELINE_DATA: dataFolder }).ended, file);
    },
  );

  it('a port that somebody listens on', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = String((taken.address() as AddressInfo).port);
    expectOneLine(
      await launchStandalone({ PLEDGELINE_DATA: fresh('port'), PORT: port }).ended,
      `PORT=${port} is in use`,
    );
    taken.close();
  });

  it('a data folder that another process uses, which goes on', async () => {
    const first = launchStandalone({ PLEDGELINE_DATA: fresh('shared') });
    const url = await first.url;
    expectOneLine(await launchStandalone({ PLEDGELINE_DATA: fresh('shared') }).ended, 'PLEDGELINE_DATA=');
    expect((await asker(url)('/health/ready')).status).toBe(200);
    expect((await first.kill()).code).toBe(0);
  });
});

/** A request whose first ten characters have arrived. */
const inFlight = async (hostname: string, port: string, body: string) => {
  const socket = connect(Number(port), hostname);
  const answered = text(socket);
  const head = [
    'POST /pledges HTTP/1.1',
    `Host: ${hostname}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Expect: 100-continue',
    ...Object.entries(desk).map(([name, value]) => `${name}: ${value}`),
  ];
  const begun = once(socket, 'readable');
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  // "100 Continue": from here on the request is in flight.
  await begun;
  socket.write(body.slice(0, 10));
  return { socket, answered };
};

it('told to stop it answers what is in flight, takes nothing new, ends with 0 and keeps everything', async () => {
  const dataFolder = fresh('stopped');
  const server = launchStandalone({ PLEDGELINE_DATA: dataFolder });
  const { hostname, port } = new URL(await server.url);
  const body = JSON.stringify(offer('Sent while it was stopping'));
  const { socket, answered } = await inFlight(hostname, port, body);
  const ended = server.kill('SIGTERM');
  await server.said('stopping: finishing what is in flight');
  await expect(fetch(`http://${hostname}:${port}/pledges`)).rejects.toThrow();
  socket.write(body.slice(10));
  expect(await answered).toContain('HTTP/1.1 201 Created');
  expect(await ended).toEqual({ code: 0, stderr: '' });

  const again = launchStandalone({ PLEDGELINE_DATA: dataFolder });
  const { body: list } = await asker(await again.url)('/pledges');
  expect(list).toMatchObject({ total: 1, items: [{ description: 'Sent while it was stopping' }] });
  expect((await again.kill('SIGINT')).code).toBe(0);
});

it('a terminal that is closed ends it in order, and so does the end of the process that it ends with', async () => {
  const env = { PLEDGELINE_DATA: fresh('hung-up') };
  const hungUp = launchStandalone(env);
  await hungUp.url;
  expect(await hungUp.kill('SIGHUP')).toEqual({ code: 0, stderr: '' });
  const withParent = launchStandalone({ ...env, PLEDGELINE_ENDS_WITH: String(process.pid) });
  await withParent.url;
  expect((await withParent.kill('SIGTERM')).code).toBe(0);
  // Its parent is this process, and so the one named here is as good as gone.
  const orphan = launchStandalone({ ...env, PLEDGELINE_ENDS_WITH: String(process.ppid) });
  expect(await orphan.ended).toEqual({ code: 0, stderr: '' });
  expect(orphan.lines).toContainEqual(
    expect.objectContaining({ reason: `process ${process.ppid} has ended` }),
  );
});

it('told to stop again and again it waits for nobody', async () => {
  const server = launchStandalone({ PLEDGELINE_DATA: fresh('hurried') });
  const { hostname, port } = new URL(await server.url);
  const { answered } = await inFlight(hostname, port, JSON.stringify(offer('Never finished')));
  answered.catch(() => undefined);
  // A second signal that comes at once may be the first, handed on by a launcher.
  const closeTimer = setInterval(() => void server.kill('SIGTERM'), 100);
  expect((await server.ended).code).toBe(1);
  clearInterval(closeTimer);
});

it('on a full disk it refuses what it cannot keep, goes on answering, and has everything else afterwards', async () => {
  const dataFolder = fresh('full');
  const server = launchStandalone({ PLEDGELINE_DATA: dataFolder }, { fileBlocks: 1024 });
  const ask = asker(await server.url);
  const large = (n: number) => ({ ...offer('a'.repeat(9000)), source: `Note verbale ${n}` });
  let kept = 0;
  let refused = await poster(ask)('/pledges', large(0));
  for (; refused.status === 201; kept += 1) refused = await poster(ask)('/pledges', large(kept + 1));
  expect(refused).toMatchObject({ status: 503, body: { code: 'STORE_UNAVAILABLE' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(kept).toBeGreaterThan(0);
  expect((await ask('/pledges')).status).toBe(200);
  expect((await ask('/health/live')).status).toBe(200);
  expect(await server.kill()).toEqual({ code: 0, stderr: '' });

  const again = launchStandalone({ PLEDGELINE_DATA: dataFolder });
  const askAgain = asker(await again.url);
  const { body } = await poster(askAgain)('/pledges', offer('There is room again'));
  expect((await askAgain(`/pledges?after=${String(body.after)}`)).body.total).toBe(kept + 1);
  expect((await again.kill()).code).toBe(0);
});

it('killed in the middle of its work it has everything that it acknowledged, and the queries catch up', async () => {
  const dataFolder = fresh('killed');
  const server = launchStandalone({ PLEDGELINE_DATA: dataFolder });
  const post = poster(asker(await server.url));
  const acknowledged: { readonly location: string; readonly after: string }[] = [];
  const writer = async (name: number): Promise<void> => {
    for (let n = 0; ; n += 1) {
      const { status, body } = await post('/pledges', offer(`Of writer ${name}, number ${n}`));
      expect(status).toBe(201);
      acknowledged.push(body as { location: string; after: string });
      if (acknowledged.length === 200) void server.kill('SIGKILL');
    }
  };
  await Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map(writer));
  expect((await server.ended).code).toBeNull();
  expect(acknowledged.length).toBeGreaterThanOrEqual(200);

  const again = launchStandalone({ PLEDGELINE_DATA: dataFolder });
  const ask = asker(await again.url);
  for (const { location, after } of acknowledged) {
    expect((await ask(`${location}?after=${after}`)).status).toBe(200);
  }
  expect((await ask('/pledges')).body.total).toBeGreaterThanOrEqual(acknowledged.length);
  expect((await ask('/health/ready')).body).toMatchObject({ status: 'ready', because: [] });
  expect((await again.kill()).code).toBe(0);
});

it('what it keeps is for its owner alone', async () => {
  const dataFolder = fresh('private');
  const server = launchStandalone({ PLEDGELINE_DATA: dataFolder });
  expect((await poster(asker(await server.url))('/pledges', offer('Kept'))).status).toBe(201);
  const openToOthers = [dataFolder, ...readdirSync(dataFolder).map((name) => join(dataFolder, name))].filter(
    (path) => (statSync(path).mode & 0o077) !== 0,
  );
  expect(openToOthers).toEqual([]);
  expect((await server.kill()).code).toBe(0);
});
