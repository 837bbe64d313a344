/** Proofs of single events over HTTP, as their readers get them, and what is answered where the file of the log was damaged. */
import { join } from 'node:path';
import { tamper } from '@pledgeline/adapters/testing';
import {
  leafHash,
  openCheckpoint,
  parseTlogProof,
  readOpening,
  verifierOf,
  verifyInclusion,
} from '@pledgeline/transparency';
import { asker, desk, offer, poster } from './testing/ask.ts';
import type { Ask } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { proofClient } from './testing/proof-client.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

interface Proof {
  readonly checkpoint: string;
  readonly items: readonly {
    readonly revision: number;
    readonly leaf: number;
    readonly path: readonly string[];
    readonly opening: unknown;
  }[];
}

const NOBODY = {};
const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;
let pledge: string;
let reference: string;

beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  ask = asker(server.url);
  const post = poster(ask);
  for (let n = 0; n < 300; n += 1) await post('/pledges', offer(`Battalion ${n}`));
  const last = await post('/pledges', offer('The last one'));
  expect(last.status).toBe(201);
  pledge = String(last.headers.get('location'));
  reference = String((await ask(pledge)).body.reference);
  await proofClient(server.url, folder.path).covering(301);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const keyOfLog = async () => {
  const [key] = (await ask('/proof/log')).body.verifierKeys as readonly string[];
  return verifierOf(key ?? '');
};

it.each<[string, Readonly<Record<string, string>>, number]>([
  ['the desk', desk, 0],
  ['nobody in particular', NOBODY, 2],
])('%s finds each event proved that the history shows', async (_, headers, leastKeptBack) => {
  const { body } = await ask(`${pledge}/proof`, { headers });
  const history = await ask(`${pledge}/history`, { headers });
  const { checkpoint, items } = body as unknown as Proof;
  const { size, root } = openCheckpoint(checkpoint, await keyOfLog());
  const shown = history.body.items as readonly { revision: number }[];
  expect(items.map(({ revision }) => revision)).toEqual(shown.map(({ revision }) => revision));
  for (const { opening, path, leaf } of items) {
    const { entry, keptBack } = readOpening(opening);
    const hashes = path.map((hash) => Buffer.from(hash, 'base64'));
    expect(verifyInclusion({ leaf: leafHash(entry), index: leaf, size, root, path: hashes })).toBe(true);
    expect(keptBack).toBeGreaterThanOrEqual(leastKeptBack);
  }
});

it('is found by the reference of the pledge, too', async () => {
  const { status, body } = await ask(`/pledges/${encodeURIComponent(reference)}/proof`, { headers: desk });
  expect([status, (body as unknown as Proof).items.length > 0]).toEqual([200, true]);
});

it('is one text for one event, which is not sent again to who has it', async () => {
  const answer = await fetch(`${server.url}${pledge}/proof/0`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  const { index, path, checkpoint, extra } = parseTlogProof(await answer.text());
  const { size, root } = openCheckpoint(checkpoint, await keyOfLog());
  const { entry, type } = readOpening(JSON.parse(Buffer.from(extra ?? []).toString()));
  expect(type).toBe('PledgeAnnounced');
  expect(verifyInclusion({ leaf: leafHash(entry), index, size, root, path })).toBe(true);
  for (const door of [`${pledge}/proof/0`, `${pledge}/proof`]) {
    const first = await fetch(server.url + door);
    await first.text();
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(server.url + door, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
});

it.each<[string, number, string]>([
  ['/proof?from=-1', 400, 'from'],
  ['/proof?from=x', 400, 'from'],
  ['/proof?limit=0', 400, 'limit'],
  ['/proof?limit=201', 400, 'limit'],
  ['/proof?limit=1.5', 400, 'limit'],
  ['/proof?order=desc', 400, 'order'],
  ['/proof/-1', 422, 'revision'],
  ['/proof/1e3', 422, 'revision'],
  ['/proof/01', 422, 'revision'],
  ['/proof/9999999999', 422, 'revision'],
])('%s is refused with %s and names %s', async (path, expected, field) => {
  const { status, body } = await ask(pledge + path);
  const { errors = [] } = body as { errors?: readonly { field: string }[] };
  expect([status, body.field ?? errors[0]?.field]).toEqual([expected, field]);
});

it.each([
  ['/proof/999', 'EVENT_NOT_FOUND'],
  ['/proof/999999999', 'EVENT_NOT_FOUND'],
])('%s is not there', async (path, code) => {
  expect(await ask(pledge + path)).toMatchObject({ status: 404, body: { code } });
});

it.each(['/proof', '/proof/0'])('%s of a pledge that there is not says so', async (path) => {
  const { status, body } = await ask(`/pledges/01890a5d-ac96-774b-bcce-b302099a8057${path}`);
  expect([status, body.code]).toEqual([404, 'PLEDGE_NOT_FOUND']);
});

/** Last: the file stays as it is. */
it('where rows of its file are missing, no door of the log is broken: it answers as before, or 503 in words', async () => {
  tamper(
    join(folder.path, 'proof.sqlite'),
    "DELETE FROM tiles; DELETE FROM entries; UPDATE checkpoints SET note = 'x'",
  );
  const doors = [
    '/proof/log',
    '/proof/inclusion?leaf=0',
    '/proof/inclusion?leaf=300&size=301',
    '/proof/consistency?from=1',
    '/proof/consistency?from=100&to=300',
    '/proof/tile/0/000',
    '/proof/tile/0/001.p/45',
    '/proof/tile/1/000.p/1',
    '/proof/tile/entries/000',
    '/proof/tile/entries/001.p/45',
    `${pledge}/proof`,
    `${pledge}/proof/0`,
  ];
  for (const door of doors) {
    const { status, body, headers } = await ask(door);
    expect([door, status, body.code]).toEqual([door, 503, 'STORE_UNAVAILABLE']);
    expect(body.detail).toMatch(/log of proofs/);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect((await ask('/proof/checkpoint')).status).toBe(200);
  expect((await poster(ask)('/pledges', offer('Work goes on'))).status).toBe(201);
});
