/** The log of proofs of a real server, as somebody sees it who does not trust the server. Long because each way to ask is a case. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteEventReader } from '@pledgeline/adapters/sqlite';
import { until } from '@pledgeline/event-sourcing/testing';
import { leafHash, rootOf, verifyInclusion } from '@pledgeline/transparency';
import { asker, offer, poster } from './testing/ask.ts';
import type { Ask } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { launchStandalone } from './testing/launch-standalone.ts';
import { goesOn, proofClient } from './testing/proof-client.ts';
import type { ProofClient } from './testing/proof-client.ts';
import { runCli } from './testing/run-cli.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const ADMIN = { 'x-pledgeline-actor': 'an.admin', 'x-pledgeline-role': 'ADMIN' };
const AUDITOR = { 'x-pledgeline-actor': 'an.auditor', 'x-pledgeline-role': 'AUDITOR' };

/** By the store itself: what the log must have a leaf for. */
const eventsIn = async (dataFolder: string): Promise<number> => {
  const reader = sqliteEventReader({ path: join(dataFolder, 'events.sqlite') });
  const events = await reader.readAll({ limit: 10_000 });
  await reader.close();
  return events.length;
};

/** One letter of what was stored. The file has everything once the server was closed in order. */
const changeALetter = (dataFolder: string, from: string, to: string): void => {
  const file = join(dataFolder, 'events.sqlite');
  const bytes = readFileSync(file);
  const at = bytes.indexOf(from);
  expect(at).toBeGreaterThan(0);
  bytes.write(to, at);
  writeFileSync(file, bytes);
};

describe('a log with events', () => {
  const folder = temporaryFolder();
  let server: Hosted;
  let ask: Ask;
  let client: ProofClient;
  let size: number;
  beforeAll(async () => {
    server = await hostStandalone({
      PLEDGELINE_DATA: folder.path,
      PLEDGELINE_PROOF_ORIGIN: 'pledges.example.org/proof',
    });
    ask = asker(server.url);
    const post = poster(ask);
    for (let n = 0; n < 20; n += 1)
      expect((await post('/pledges', offer(`Battalion ${n}`))).status).toBe(201);
    client = proofClient(server.url, folder.path);
    size = await eventsIn(folder.path);
    await client.covering(size);
  });
  afterAll(async () => {
    await server.close();
    folder.remove();
  });

  it('covers every event of the store, and nothing else', async () => {
    expect(await client.checkpoint()).toMatchObject({ size, origin: 'pledges.example.org/proof' });
    expect(size).toBeGreaterThanOrEqual(20);
  });

  it('is the tree that its entries make, by the definition of RFC 6962', async () => {
    const head = await client.checkpoint();
    const bundle = await client.bytes(`tile/entries/000.p/${head.size}`);
    const entries = Array.from({ length: head.size }, (_, n) => bundle.subarray(n * 34 + 2, (n + 1) * 34));
    expect(bundle.length).toBe(head.size * 34);
    expect(bundle.readUInt16BE(0)).toBe(32);
    const hashes = entries.map((entry) => leafHash(entry));
    expect(Buffer.from(rootOf(hashes)).equals(head.root)).toBe(true);
    expect((await client.bytes(`tile/0/000.p/${head.size}`)).equals(Buffer.concat(hashes))).toBe(true);
  });

  it('proves each of its leaves in its newest tree and in older ones', async () => {
    const { size: newest } = await client.checkpoint();
    for (const within of [1, 2, 7, newest - 1, newest])
      for (const leaf of [0, within >> 1, within - 1]) {
        const proof = await client.json<{ leafHash: string; rootHash: string; path: string[] }>(
          `inclusion?leaf=${leaf}&size=${within}`,
        );
        const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
        const given = {
          ...{ index: leaf, size: within, leaf: bytes(proof.leafHash), root: bytes(proof.rootHash) },
          path: proof.path.map(bytes),
        };
        expect(verifyInclusion(given)).toBe(true);
        expect(verifyInclusion({ ...given, index: leaf + 1 })).toBe(false);
      }
  });

  it('goes on from every older tree, also while it grows', async () => {
    const older = await client.checkpoint();
    expect((await poster(ask)('/pledges', offer('One more'))).status).toBe(201);
    const newer = await client.covering(older.size + 1);
    expect(await goesOn(client, older, newer)).toBe(true);
    expect(await goesOn(client, { ...older, root: Buffer.alloc(32) }, newer)).toBe(false);
  });

  it('says what it is, and its key as it lies in its folder', async () => {
    const head = await client.checkpoint();
    const { body } = await ask('/proof/log');
    expect(body).toMatchObject({
      origin: 'pledges.example.org/proof',
      verifierKeys: [expect.stringMatching(/^pledges\.example\.org\/proof\+[0-9a-f]{8}\+/)],
      rule: 'pledgeline-event/v1',
      checkpointMs: 1000,
    });
    expect(body.size).toBeGreaterThanOrEqual(head.size);
  });

  it.each([
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000',
    'tile/0/001',
    'tile/1/000.p/1',
    'tile/64/000',
    'tile/00/000.p/1',
    'tile/0/0.p/1',
    'tile/0/x000/000.p/1',
    'tile/0/000.p/01',
    'tile/entries/001.p/1',
    'tile/entries',
    'tile/0%2F000.p%2F1',
    'tile/',
    'tile/0/../0/000.p/1/x',
  ])('has no %s', async (path) => {
    const { status, body } = await ask(`/proof/${path}`);
    expect([status, body.code]).toEqual([404, expect.stringMatching(/^(TILE_)?NOT_FOUND$/)]);
  });

  it.each([
    ['inclusion', 400, 'leaf'],
    ['inclusion?leaf=-1', 400, 'leaf'],
    ['inclusion?leaf=1.5', 400, 'leaf'],
    ['inclusion?leaf=all', 400, 'leaf'],
    ['inclusion?leaf=1e400', 400, 'leaf'],
    ['inclusion?leaf=9007199254740992', 400, 'leaf'],
    ['inclusion?leaf=0&size=x', 400, 'size'],
    ['inclusion?leaf=0&leaf=1', 400, 'leaf'],
    ['inclusion?leaf=0&event=1', 400, 'event'],
    ['inclusion?leaf=3&size=3', 422, 'leaf'],
    ['inclusion?leaf=0&size=0', 422, 'leaf'],
    ['inclusion?leaf=0&size=1000000', 422, 'size'],
    ['consistency', 400, 'from'],
    ['consistency?from=-1', 400, 'from'],
    ['consistency?from=2&to=1', 422, 'from'],
    ['consistency?from=0&to=1000000', 422, 'to'],
  ])('%s is refused with %s and names %s', async (path, expected, field) => {
    const { status, body } = await ask(`/proof/${path}`);
    const { errors = [] } = body as { errors?: readonly { field: string }[] };
    expect([status, body.field ?? errors[0]?.field]).toEqual([expected, field]);
  });

  it('tells caches and browsers what they may do: tiles for ever, the head never without asking', async () => {
    const tile = await fetch(`${server.url}/proof/tile/0/000.p/1`);
    expect(Object.fromEntries(tile.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-length': '32',
    });
    await tile.arrayBuffer();
    const head = await fetch(`${server.url}/proof/checkpoint`);
    await head.text();
    expect(Object.fromEntries(head.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
    });
    const etag = head.headers.get('etag') ?? '';
    const again = await fetch(`${server.url}/proof/checkpoint`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const only = await fetch(`${server.url}/proof/checkpoint`, { method: 'HEAD' });
    expect([only.status, await only.text()]).toEqual([200, '']);
    const refused = await fetch(`${server.url}/proof/tile/0/999`);
    await refused.text();
    expect(refused.headers.get('cache-control')).toBe('no-store');
  });

  it('is compared with the store when an administrator asks, and tells an auditor how it stands', async () => {
    expect((await ask('/operations/proof/scrub', { method: 'POST', headers: ADMIN })).status).toBe(200);
    await until('a scrub ended', async () => {
      const { body } = await ask('/operations/proof', { headers: AUDITOR });
      return (body.scrub as { state: string; compared: number }).compared >= size;
    });
    const { body } = await ask('/operations/proof', { headers: AUDITOR });
    expect(body).toMatchObject({ state: 'following', failure: null, waitsSince: null });
  });
});

it('a server that is killed at any moment goes on with the same tree, without a gap and without a fork', async () => {
  const folder = temporaryFolder();
  const heads: Awaited<ReturnType<ProofClient['checkpoint']>>[] = [];
  for (let round = 0; round < 3; round += 1) {
    const server = launchStandalone({ PLEDGELINE_DATA: folder.path, PLEDGELINE_PROOF_CHECKPOINT_MS: '0' });
    const url = await server.url;
    const client = proofClient(url, folder.path);
    const post = poster(asker(url));
    const acts = Array.from({ length: 30 }, (_, n) =>
      post('/pledges', offer(`Round ${round}, battalion ${n}`)).catch(() => undefined),
    );
    heads.push(await client.covering(1));
    await acts[round * 10];
    heads.push(await client.checkpoint());
    const { code } = await server.kill('SIGKILL');
    expect(code).not.toBe(0);
    await Promise.all(acts);
  }
  const server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  const client = proofClient(server.url, folder.path);
  const newest = await client.covering(await eventsIn(folder.path));
  expect(newest.size).toBe(await eventsIn(folder.path));
  for (const older of heads) expect(await goesOn(client, older, newest)).toBe(true);
  await server.close();
  folder.remove();
});

it('an event that was changed while the server was down is found at its start: nothing is signed, and work goes on', async () => {
  const folder = temporaryFolder();
  const first = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  expect((await poster(asker(first.url))('/pledges', offer('A battalion'))).status).toBe(201);
  const signed = await proofClient(first.url, folder.path).covering(await eventsIn(folder.path));
  await first.close();

  changeALetter(folder.path, 'A battalion', 'B battalion');

  const again = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  const ask = asker(again.url);
  await until('it is found', async () => (await ask('/health/ready')).status === 503);
  expect((await ask('/health/ready', { headers: AUDITOR })).body.because).toEqual([
    expect.stringMatching(
      /^the log of proofs stopped: HISTORY_CHANGED: [a-z]+-[^ ]+@\d+ is not what was signed/,
    ),
  ]);
  expect((await ask('/health/ready')).body.because).toEqual(['the log of proofs stopped']);
  expect((await poster(ask)('/pledges', offer('Work goes on'))).status).toBe(201);
  const head = await proofClient(again.url, folder.path).checkpoint();
  expect([head.size, Buffer.compare(head.root, signed.root)]).toEqual([signed.size, 0]);
  await again.close();
  folder.remove();
});

it('a history that was changed and signed anew is found by whoever kept a head: a monitor, and a start that is told of it', async () => {
  const folder = temporaryFolder();
  const key = join(folder.path, 'proof-keys', 'signing.vkey');
  const heads = join(folder.path, 'heads');
  const monitor = async (url: string) =>
    runCli(['audit', 'monitor', `${url}/proof`, '--key', key, '--state', heads, '--once']);
  const first = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  expect((await poster(asker(first.url))('/pledges', offer('A battalion'))).status).toBe(201);
  const signed = await proofClient(first.url, folder.path).covering(await eventsIn(folder.path));
  expect((await monitor(first.url)).code).toBe(0);
  expect((await monitor(first.url)).out).toContain('nothing new');
  const scrub = await runCli(['audit', 'scrub', '--url', first.url, '--json']);
  expect([scrub.code, JSON.parse(scrub.out)]).toEqual([0, { compared: signed.size, failure: null }]);
  await first.close();

  changeALetter(folder.path, 'A battalion', 'B battalion');
  rmSync(join(folder.path, 'proof.sqlite'));
  const anew = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  await proofClient(anew.url, folder.path).covering(signed.size);
  const found = await monitor(anew.url);
  expect([found.code, found.err]).toEqual([
    5,
    expect.stringContaining(`has signed two trees of ${signed.size} leaves`),
  ]);
  await anew.close();

  rmSync(join(folder.path, 'proof.sqlite'));
  const kept = readdirSync(heads)
    .map((name) => join(heads, name))
    .find((file) => readFileSync(file, 'utf8').includes(Buffer.from(signed.root).toString('base64')));
  const told = await hostStandalone({ PLEDGELINE_DATA: folder.path, PLEDGELINE_PROOF_KNOWN: kept ?? '' });
  await until('it is found', async () => (await asker(told.url)('/health/ready')).status === 503);
  expect((await asker(told.url)('/proof/checkpoint')).status).toBe(503);
  await told.close();
  folder.remove();
});

it('a start that cannot be names the setting of the log of proofs that is wrong, and not the data folder', async () => {
  const folder = temporaryFolder();
  await (await hostStandalone({ PLEDGELINE_DATA: folder.path })).close();
  await expect(
    hostStandalone({ PLEDGELINE_DATA: folder.path, PLEDGELINE_PROOF_KNOWN: '/nowhere/head' }),
  ).rejects.toMatchObject({
    name: 'CannotStart',
    message: expect.stringMatching(/^PLEDGELINE_PROOF_KNOWN=/),
  });
  // What was opened before is closed again.
  await (await hostStandalone({ PLEDGELINE_DATA: folder.path })).close();
  folder.remove();
});
