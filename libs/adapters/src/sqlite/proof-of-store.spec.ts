/** The proof log of a real store: what it signs, and what it finds when store or file were changed. Long because each way to tamper is a case. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventToAppend } from '@pledgeline/event-sourcing';
import {
  keyTexts,
  openCheckpoint,
  parseCheckpoint,
  scrub,
  sequencer,
  signerOf,
  verifierOf,
} from '@pledgeline/transparency';
import type { Sequencer, SequencerOptions } from '@pledgeline/transparency';
import { sqliteEventReader } from './sqlite-event-reader.ts';
import { sqliteEventStore } from './sqlite-event-store.ts';
import { sqliteProofLog } from './sqlite-proof-log.ts';
import { sqliteProofSource } from './sqlite-proof-source.ts';
import { tamper } from './testing/tamper.ts';

const ORIGIN = 'pledges.example/proof';
const { signingKey, verifierKey } = keyTexts(ORIGIN, Buffer.alloc(32, 1));
const signer = signerOf(signingKey);
const legacySecret = '0'.repeat(64);
const changed = expect.objectContaining({ name: 'HistoryChanged' });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-proof-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const events = () => join(folder, 'events.sqlite');
const proof = () => join(folder, 'proof.sqlite');

const event = (n: number, text = `caveat ${n}`): EventToAppend => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  type: 'CaveatDeclared',
  schemaVersion: 1,
  data: { text, n, inner: { b: [1, 2], a: null } },
  metadata: {
    actor: 'ms.jpn',
    role: 'MS',
    onBehalfOf: 'JPN',
    correlationId: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
    causationId: null,
    commandId: `00000000-0000-4000-a000-${String(n).padStart(12, '0')}`,
    bodyHash: 'ab',
    occurredOn: null,
    ruleSet: null,
    visibility: 'INTERNAL',
    // The first ones are from before there were salts.
    ...(n >= 3 && { salt: String(n).padStart(32, '0') }),
  },
});

/** In three streams, so that order in the store is not order of streams. */
const append = async (from: number, to: number, text?: string): Promise<void> => {
  const store = sqliteEventStore({ path: events(), clock: () => '2026-12-01T09:00:00.000Z' });
  const appends: Promise<unknown>[] = [];
  for (let n = from; n < to; n += 1) {
    const revision = Math.floor(n / 3);
    const expected = revision === 0 ? 'no-stream' : revision - 1;
    appends.push(store.append(`pledge-${n % 3}`, expected, [event(n, text)]));
  }
  await Promise.all(appends);
  await store.close();
};

const opened = (more: Partial<SequencerOptions> = {}) => {
  const source = sqliteProofSource({ path: events() });
  const log = sqliteProofLog({ path: proof(), origin: ORIGIN });
  let now = 0;
  const options = {
    ...{ source, log, signers: [signer], legacySecret, checkpointMs: 1000 },
    clock: () => '2026-12-01T09:00:00.000Z',
    elapsed: () => now,
    ...more,
  };
  return {
    log,
    source,
    sequencer: sequencer(options),
    pass: (ms: number) => {
      now += ms;
    },
    close: async () => {
      log.close();
      await source.close();
    },
  };
};

const drained = async (following: Sequencer): Promise<void> => {
  while (await following.step());
};

/** What one run signs, from its start to the end of the store. */
const runOnce = async (more?: Partial<SequencerOptions>) => {
  const one = opened(more);
  try {
    await drained(one.sequencer);
    return { note: one.log.newest()?.note, size: one.log.size() };
  } finally {
    await one.close();
  }
};

const scrubOnce = async (): Promise<number> => {
  const { log, source, close } = opened();
  try {
    const signal = new AbortController().signal;
    return await scrub({ source, log, legacySecret, signal, breathe: () => Promise.resolve() });
  } finally {
    await close();
  }
};

const textsIn = async (): Promise<unknown[]> => {
  const reader = sqliteEventReader({ path: events() });
  const texts = (await reader.readAll()).map(({ data }) => data);
  await reader.close();
  return texts;
};

const inEvents = (...statements: string[]): void => tamper(events(), statements.join(';'));
const inProof = (sql: string): void => tamper(proof(), sql);

describe('a sequencer', () => {
  it('signs the empty store, and then each head once', async () => {
    await append(0, 0);
    const { note } = await runOnce();
    expect(parseCheckpoint(note!.slice(0, note!.indexOf('\n\n') + 1))).toMatchObject({
      origin: ORIGIN,
      size: 0,
    });
    await append(0, 5);
    const first = await runOnce();
    expect(first.note).toContain(`${ORIGIN}\n5\n`);
    expect(await runOnce()).toEqual(first);
  });

  it('makes the same tree in one go as in many, however it is ended in between', async () => {
    await append(0, 300);
    copyFileSync(events(), join(folder, 'all.sqlite'));
    const { note } = await runOnce();
    rmSync(proof());
    rmSync(events());
    for (const [from, to] of [
      [0, 1],
      [1, 2],
      [2, 255],
      [255, 256],
      [256, 257],
      [257, 300],
    ] as const) {
      await append(from, to);
      await runOnce();
    }
    expect((await runOnce()).note).toBe(note);
  });

  it('goes on where it was, when it could not write what it had read', async () => {
    await append(0, 20);
    const one = opened();
    const log = { ...one.log };
    let failures = 2;
    const flaky = sequencer({
      ...{ source: one.source, signers: [signer], legacySecret, checkpointMs: 0 },
      clock: () => '2026-12-01T09:00:00.000Z',
      elapsed: () => 0,
      log: {
        ...log,
        append: (leaves) => {
          if ((failures -= 1) >= 0) throw new Error('the disk is full');
          log.append(leaves);
        },
      },
    });
    await expect(flaky.step()).rejects.toThrow('the disk is full');
    await expect(flaky.step()).rejects.toThrow('the disk is full');
    await drained(flaky);
    const { note } = log.newest()!;
    await one.close();
    rmSync(proof());
    expect((await runOnce()).note).toBe(note);
  });

  it('goes on from a head of any key that it has had, and of no other', async () => {
    await append(0, 20);
    await runOnce();
    const another = keyTexts(signer.name, Buffer.alloc(32, 5));
    const stranger = keyTexts(signer.name, Buffer.alloc(32, 6));
    const { source, log, close } = opened();
    const after = (verifierKeys: readonly string[]) =>
      sequencer({
        ...{ source, log, signers: [signerOf(another.signingKey)], legacySecret, checkpointMs: 0 },
        clock: () => '2026-12-01T09:00:00.000Z',
        elapsed: () => 0,
        verifiers: verifierKeys.map(verifierOf),
      });
    await expect(after([stranger.verifierKey]).step()).rejects.toThrow('is not signed by the key of the log');
    await drained(after([verifierKey, another.verifierKey]));
    expect(openCheckpoint(log.newest()!.note, verifierOf(another.verifierKey)).size).toBe(20);
    await close();
  });

  it('signs at most once in its cadence while events come, and at once after quiet', async () => {
    await append(0, 1);
    const { sequencer: following, log, pass, close } = opened();
    await following.step();
    expect([log.newest()?.size, following.isCovered()]).toEqual([1, true]);
    await append(1, 2);
    pass(999);
    await following.step();
    expect([log.newest()?.size, log.size(), following.isCovered()]).toEqual([1, 2, false]);
    pass(1);
    await following.step();
    expect([log.newest()?.size, following.isCovered()]).toEqual([2, true]);
    pass(1000);
    await append(2, 3);
    await following.step();
    expect(log.newest()?.size).toBe(3);
    await close();
  });

  it('stops before what this application did not write, and signs nothing of it', async () => {
    await append(0, 3);
    await runOnce();
    inEvents(
      `INSERT INTO events (stream, revision, recorded_at, id, event) VALUES (1, 1, '2026', '00000000-0000-4000-8000-000000000009', '{"type":"x","schemaVersion":1,"data":[],"metadata":{}}')`,
    );
    await expect(runOnce()).rejects.toThrow(expect.objectContaining({ name: 'ForeignEvent' }));
    const { log, close } = opened();
    expect(log.newest()?.size).toBe(3);
    await close();
  });
});

describe('an empty file beside a full store', () => {
  it('goes on from a head that somebody kept, and from no other', async () => {
    await append(0, 10);
    const { note } = await runOnce();
    const known = parseCheckpoint(note!.slice(0, note!.indexOf('\n\n') + 1));
    await append(10, 12);
    rmSync(proof());
    expect((await runOnce({ known })).size).toBe(12);
    rmSync(proof());
    await expect(runOnce({ known: { ...known, root: Buffer.alloc(32) } })).rejects.toThrow(changed);
    rmSync(proof());
    await expect(runOnce({ known: { ...known, size: 13 } })).rejects.toThrow(changed);
  });
});

const COUNT = 300;
/** Of the events in the last block, which is looked at before each signature; others wait for the scrub. */
const ofStore: readonly [string, string[], 'at start' | 'by scrub'][] = [
  [
    'a letter of a text in the last block',
    [`UPDATE events SET event = replace(event, 'caveat 299', 'caveat 298') WHERE position = 300`],
    'at start',
  ],
  [
    'a letter of a text before it',
    [`UPDATE events SET event = replace(event, 'caveat 7', 'caveat 8') WHERE position = 8`],
    'by scrub',
  ],
  [
    'who acted',
    [`UPDATE events SET event = replace(event, 'ms.jpn', 'ms.kor') WHERE position = 290`],
    'at start',
  ],
  [
    'a salt',
    [`UPDATE events SET event = replace(event, '"salt":"00', '"salt":"01') WHERE position = 290`],
    'at start',
  ],
  [
    'who may read it',
    [`UPDATE events SET event = replace(event, 'INTERNAL', 'PUBLIC') WHERE position = 20`],
    'by scrub',
  ],
  ['a time', [`UPDATE events SET recorded_at = '2026-12-01T09:00:00.001Z' WHERE position = 300`], 'at start'],
  ['an id', [`UPDATE events SET id = '00000000-0000-4000-8000-00000000ffff' WHERE position = 1`], 'by scrub'],
  ['a revision', [`UPDATE events SET revision = 7000 WHERE position = 300`], 'at start'],
  ['a name of a stream', [`UPDATE streams SET name = 'pledge-9' WHERE id = 1`], 'at start'],
  [
    'two events in each other’s place',
    [
      'UPDATE events SET position = -1 WHERE position = 299',
      'UPDATE events SET position = 299 WHERE position = 300',
      'UPDATE events SET position = 300 WHERE position = -1',
    ],
    'at start',
  ],
  ['one that is of no stream any more', ['UPDATE events SET stream = 99 WHERE position = 20'], 'by scrub'],
  [
    'one inserted before the first, where streams lead to it',
    [
      `INSERT INTO events SELECT -7, stream, 9000, recorded_at, '00000000-0000-4000-8000-00000000aaaa', event FROM events WHERE position = 100`,
    ],
    'by scrub',
  ],
  [
    'a text that is no JSON',
    [`UPDATE events SET event = replace(event, '}', ')') WHERE position = 20`],
    'by scrub',
  ],
  [
    'a space that changes nothing',
    [`UPDATE events SET event = replace(event, '{"type"', '{ "type"') WHERE position = 20`],
    'by scrub',
  ],
  [
    'a member that nobody reads',
    [`UPDATE events SET event = replace(event, '{"type"', '{"kind":1,"type"') WHERE position = 20`],
    'by scrub',
  ],
  [
    'what stands behind the end of a text',
    [`UPDATE events SET event = event || char(0) || 'more' WHERE position = 20`],
    'by scrub',
  ],
  [
    'a revision that no number holds',
    ['UPDATE events SET revision = 1 << 60 WHERE position = 300'],
    'at start',
  ],
  ['a place that no number holds', ['UPDATE events SET position = 1 << 60 WHERE position = 300'], 'at start'],
  ['the last one removed', ['DELETE FROM events WHERE position = 300'], 'at start'],
  ['one in the middle removed', ['DELETE FROM events WHERE position = 100'], 'by scrub'],
  [
    'one in the middle removed, and the others moved up',
    [
      'DELETE FROM events WHERE position = 100',
      'UPDATE events SET position = -(position - 1) WHERE position > 100',
      'UPDATE events SET position = -position WHERE position < 0',
    ],
    'at start',
  ],
  [
    'one inserted in the middle',
    [
      'UPDATE events SET position = -(position + 1) WHERE position > 100',
      'UPDATE events SET position = -position WHERE position < 0',
      `INSERT INTO events SELECT 101, stream, 9000, recorded_at, '00000000-0000-4000-8000-00000000aaaa', event FROM events WHERE position = 100`,
    ],
    'at start',
  ],
  [
    'data that is no JSON',
    [
      `UPDATE events SET event = '{"type":"x","schemaVersion":1,"data":7,"metadata":{}}' WHERE position = 300`,
    ],
    'at start',
  ],
];

describe('a changed store', () => {
  it.each(ofStore)('%s', async (_, statements, found) => {
    await append(0, COUNT);
    const { note } = await runOnce();
    expect(await scrubOnce()).toBe(COUNT);
    inEvents(...statements);
    if (found === 'at start') await expect(runOnce()).rejects.toThrow(changed);
    await expect(scrubOnce()).rejects.toThrow(changed);
    // The last good head stays, and nothing was signed after it.
    const { log, close } = opened();
    expect(log.newest()?.note).toBe(note);
    await close();
  });

  it.each([
    ['bytes that are no text in the place of others', `x'EFBFBD'`, `x'F0BFBD'`],
    ['an escape in capital letters', `'\\u001f'`, `'\\u001F'`],
  ])('is found also where it reads the same: %s', async (_, from, to) => {
    await append(0, 3, 'a\ufffdb \u001f');
    await runOnce();
    expect(await scrubOnce()).toBe(3);
    const before = await textsIn();
    inEvents(`UPDATE events SET event = CAST(replace(event, ${from}, ${to}) AS TEXT) WHERE position = 2`);
    expect(await textsIn()).toEqual(before);
    await expect(scrubOnce()).rejects.toThrow(/^pledge-1@0 is not what was signed as leaf 1/);
    await expect(runOnce()).rejects.toThrow(changed);
  });

  it('is named by stream and revision', async () => {
    await append(0, COUNT);
    await runOnce();
    inEvents(`UPDATE events SET event = replace(event, 'ms.jpn', 'ms.kor') WHERE position = 290`);
    await expect(runOnce()).rejects.toThrow(/^pledge-1@96 is not what was signed as leaf 289$/);
  });

  it.each([
    [
      'of no stream',
      'UPDATE events SET stream = 99 WHERE position = 20',
      'no stream@6',
      'it is of no stream',
    ],
    [
      'whose text is no JSON',
      `UPDATE events SET event = '{' WHERE position = 20`,
      'pledge-1@6',
      'its text is that of no event',
    ],
  ])('names an event %s, and says what is wrong with it', async (_, statement, name, flaw) => {
    await append(0, 30);
    await runOnce();
    inEvents(statement);
    await expect(scrubOnce()).rejects.toThrow(`${name} is not what was signed as leaf 19: ${flaw}`);
  });

  it('is found while the sequencer runs, before the next signature', async () => {
    await append(0, 5);
    const { sequencer: following, log, pass, close } = opened();
    await drained(following);
    inEvents(`UPDATE events SET event = replace(event, 'ms.jpn', 'ms.kor') WHERE position = 2`);
    await append(5, 6);
    pass(1000);
    await expect(following.step()).rejects.toThrow(changed);
    expect(log.newest()?.size).toBe(5);
    await close();
  });

  it('rolled back while the sequencer runs is found at the next look, though nothing follows its place', async () => {
    await append(0, 12);
    const { sequencer: following, log, close } = opened();
    await drained(following);
    inEvents('DELETE FROM events WHERE position > 6');
    await append(6, 9, 'another history');
    await expect(following.step()).rejects.toThrow(changed);
    expect(log.newest()?.size).toBe(12);
    await close();
  });

  it('whose file is damaged was changed, and is not away', async () => {
    await append(0, COUNT);
    await runOnce();
    inEvents('PRAGMA wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(events());
    writeFileSync(events(), bytes.fill('x', 2 * 4096));
    await expect(scrubOnce()).rejects.toThrow(changed);
    await expect(runOnce()).rejects.toThrow('the file of the events is damaged');
  });

  it('rolled back, and gone on another way, is found by what was signed', async () => {
    await append(0, 10);
    const before = join(folder, 'before.sqlite');
    copyFileSync(events(), before);
    await append(10, 20);
    const { note } = await runOnce();
    const known = parseCheckpoint(note!.slice(0, note!.indexOf('\n\n') + 1));
    copyFileSync(before, events());
    await expect(runOnce()).rejects.toThrow(changed);
    await append(10, 25, 'another history');
    await expect(runOnce()).rejects.toThrow(changed);
    // With the file of the log thrown away it takes somebody who kept the head.
    rmSync(proof());
    await expect(runOnce({ known })).rejects.toThrow(changed);
  });
});

const ofFile: readonly [string, string, 'at start' | 'by scrub'][] = [
  ['entries', `UPDATE entries SET entries = zeroblob(length(entries)) WHERE block = 1`, 'at start'],
  ['fewer entries', `UPDATE entries SET entries = substr(entries, 1, 32) WHERE block = 1`, 'at start'],
  ['old entries', `UPDATE entries SET entries = zeroblob(length(entries)) WHERE block = 0`, 'by scrub'],
  [
    'positions',
    `UPDATE entries SET positions = replace(positions, '299', '298') WHERE block = 1`,
    'at start',
  ],
  ['fewer places', `UPDATE entries SET positions = '257' WHERE block = 1`, 'at start'],
  [
    'a place that is none',
    `UPDATE entries SET positions = '257' || char(10) || 'x' WHERE block = 1`,
    'at start',
  ],
  [
    'old positions',
    `UPDATE entries SET positions = replace(positions, '77', '78') WHERE block = 0`,
    'by scrub',
  ],
  ['tiles', `UPDATE tiles SET hashes = zeroblob(length(hashes)) WHERE level = 0 AND n = 1`, 'at start'],
  ['tiles that are whole', `UPDATE tiles SET hashes = zeroblob(8192) WHERE level = 0 AND n = 0`, 'by scrub'],
  ['tiles above', `UPDATE tiles SET hashes = zeroblob(32) WHERE level = 1`, 'at start'],
  ['a tile above that is gone', `DELETE FROM tiles WHERE level = 1`, 'at start'],
  ['no tiles', `DELETE FROM tiles`, 'at start'],
  ['a smaller size', `UPDATE state SET size = size - 1`, 'at start'],
  ['a larger size', `UPDATE state SET size = size + 1`, 'at start'],
  ['a head under another size', `UPDATE checkpoints SET size = size - 1`, 'at start'],
  ['heads', `UPDATE checkpoints SET note = replace(note, '\n300\n', '\n299\n')`, 'at start'],
  [
    'a signature',
    `UPDATE checkpoints SET note = substr(note, 1, length(note) - 9) || 'AAAAAAA=\n'`,
    'at start',
  ],
];

describe('a changed file of the log', () => {
  it.each(ofFile)('%s', async (_, sql, found) => {
    await append(0, COUNT);
    await runOnce();
    inProof(sql);
    if (found === 'at start') {
      await expect(runOnce()).rejects.toThrow(changed);
      await expect(runOnce()).rejects.toThrow(changed);
    } else await expect(scrubOnce()).rejects.toThrow(changed);
  });

  it('is not gone on with by another key of the same name', async () => {
    await append(0, 3);
    await runOnce();
    const other = signerOf(keyTexts(ORIGIN, Buffer.alloc(32, 2)).signingKey);
    await expect(runOnce({ signers: [other] })).rejects.toThrow(changed);
    expect((await runOnce({ signers: [other, signer] })).size).toBe(3);
  });

  it('is not gone on with by another secret of older events', async () => {
    await append(0, 3);
    await runOnce();
    await expect(runOnce({ legacySecret: '1'.repeat(64) })).rejects.toThrow(changed);
  });
});
