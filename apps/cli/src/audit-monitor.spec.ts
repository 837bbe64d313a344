/** A monitor that looks at logs which are honest, which rewrite, which forget, and which are not the log at all. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkpointText,
  consistencyPath,
  keyTexts,
  leafHash,
  nodesOf,
  rootOf,
  signerOf,
  signNote,
} from '@pledgeline/transparency';
import { runInProcess } from './testing/run-in-process.ts';

const ORIGIN = 'log.example/proof';
const keys = keyTexts(ORIGIN, Buffer.alloc(32, 7));
const others = keyTexts(ORIGIN, Buffer.alloc(32, 8));

/** What the log shows now. */
let leaves: Buffer[];
let signingKey: string;
let isAway: boolean;
let http: Server;
let folder: string;
let url: string;

const grow = (text: string, count: number): void => {
  for (let n = 0; n < count; n += 1) leaves.push(leafHash(Buffer.from(`${text} ${n}`)));
};

beforeEach(async () => {
  leaves = [];
  signingKey = keys.signingKey;
  isAway = false;
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-monitor-'));
  const base64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');
  http = createServer(({ url = '' }, response) => {
    const at = new URL(url, 'http://log');
    if (isAway)
      response
        .writeHead(503, { 'content-type': 'application/problem+json' })
        .end('{"code":"STORE_UNAVAILABLE","detail":"later"}');
    else if (at.pathname === '/proof/checkpoint') {
      const head = checkpointText({ origin: ORIGIN, size: leaves.length, root: rootOf(leaves) });
      response.end(signNote(head, [signerOf(signingKey)]));
    } else {
      const [from, to] = ['from', 'to'].map((name) => Number(at.searchParams.get(name)));
      const nodes = nodesOf((level) => (level === 0 ? Buffer.concat(leaves) : new Uint8Array()));
      response.end(JSON.stringify({ path: consistencyPath(nodes, from!, to!).map(base64) }));
    }
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/proof`;
});
afterEach(() => {
  http.close();
  http.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const look = (key = keys.verifierKey) =>
  runInProcess(['audit', 'monitor', url, '--key', key, '--state', folder, '--once', '--json']);
const found = async () => {
  const { code, out, err } = await look();
  return [code, code === 0 ? (JSON.parse(out) as { result: string }).result : err];
};

it('keeps every head of a log that goes on', async () => {
  const results: unknown[] = [];
  for (const count of [0, 3, 0, 4, 50]) {
    grow('event', count);
    results.push(await found());
  }
  expect(results).toEqual([
    [0, 'first'],
    [0, 'grown'],
    [0, 'unchanged'],
    [0, 'grown'],
    [0, 'grown'],
  ]);
  expect(readdirSync(folder).map((name) => Number(name.slice(0, 16)))).toEqual([0, 3, 7, 57]);
});

it.each<[string, () => void]>([
  [
    'rewrites an event and goes on',
    () => {
      leaves = [];
      grow('other', 1);
      grow('event', 9);
    },
  ],
  [
    'rewrites an event',
    () => {
      leaves[2] = leafHash(Buffer.from('other'));
    },
  ],
  [
    'swaps two',
    () => {
      [leaves[0], leaves[1]] = [leaves[1]!, leaves[0]!];
    },
  ],
  [
    'leaves out the last',
    () => {
      leaves.pop();
    },
  ],
  [
    'begins anew',
    () => {
      leaves = [];
    },
  ],
])('finds out a log that %s, and has both heads as evidence', async (_, change) => {
  grow('event', 5);
  await look();
  change();
  const { code, err } = await look();
  expect(code).toBe(5);
  expect(err).toMatch(/^pledgeline: .*(signed)/);
  const notes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(notes).toHaveLength(2);
  for (const note of notes) expect(note).toContain(`— ${ORIGIN} `);
});

it('does not believe a head of another key, and keeps none of it', async () => {
  grow('event', 2);
  signingKey = others.signingKey;
  expect((await look()).code).toBe(5);
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  ['no key', 'nonsense', 2],
  ['the key in a file', 'FILE', 0],
])('takes %s', async (_, given, expected) => {
  const file = join(folder, 'log.vkey');
  writeFileSync(file, `${keys.verifierKey}\n`);
  expect((await look(given === 'FILE' ? file : given)).code).toBe(expected);
});

it('says that a log which does not answer cannot be reached', async () => {
  isAway = true;
  expect((await look()).code).toBe(3);
  http.close();
  http.closeAllConnections();
  expect((await look()).code).toBe(3);
});

it('draws keys once, which verify each other, for their owner alone', async () => {
  const drawn = join(folder, 'keys');
  const draw = () => runInProcess(['audit', 'keys', drawn, '--origin', ORIGIN, '--json']);
  const first = await draw();
  expect(first.code).toBe(0);
  const { verifierKey } = JSON.parse(first.out) as { verifierKey: string };
  expect(readFileSync(join(drawn, 'signing.vkey'), 'utf8')).toBe(`${verifierKey}\n`);
  expect(signerOf(readFileSync(join(drawn, 'signing.key'), 'utf8').trim()).name).toBe(ORIGIN);
  expect((await draw()).code).toBe(4);
  expect((await runInProcess(['audit', 'keys', join(folder, 'no'), '--origin', 'a log'])).code).toBe(2);
});
