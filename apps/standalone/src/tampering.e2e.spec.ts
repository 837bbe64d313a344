/**
 * Whatever is changed in the files of a server that somebody was deployed with: the service finds it when it starts or compares, and
 * where the history was signed anew, so does who kept an older head. In one process, since it is done some ten thousand times.
 * Long because each way to tamper is a case.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  sqliteEventReader,
  sqliteEventStore,
  sqliteProofLog,
  sqliteProofReader,
  sqliteProofSource,
} from '@pledgeline/adapters/sqlite';
import { columnsIn, tamper } from '@pledgeline/adapters/testing';
import { newId } from '@pledgeline/event-sourcing';
import {
  consistencyPath,
  entryOfUnits,
  HASH_BYTES,
  keyTexts,
  leafHash,
  nodesOf,
  openCheckpoint,
  openingOf,
  rootOf,
  scrub,
  sequencer,
  signerOf,
  verifierKeyOf,
  verifierOf,
  verifyConsistency,
} from '@pledgeline/transparency';
import type { Checkpoint, StoredEvent } from '@pledgeline/transparency';
import fc from 'fast-check';
import { deployedUnit } from './testing/a-deployed-unit.ts';
import { proofClient } from './testing/proof-client.ts';
import { startScenario } from './testing/scenario.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const all = temporaryFolder();
const data = join(all.path, 'data');
let events: readonly StoredEvent[];
let leaves: readonly Uint8Array[];
/** What an auditor has kept. */
let older: Checkpoint;
let signingKey: string;
let legacySecret: string;

beforeAll(async () => {
  const scenario = await startScenario(undefined, { path: data, remove: () => undefined });
  await deployedUnit(scenario);
  await deployedUnit(scenario);
  const reader = sqliteEventReader({ path: join(data, EVENTS) });
  events = await reader.readAll({ limit: 10_000 });
  await reader.close();
  older = await proofClient(scenario.url, data).covering(events.length);
  await scenario.close();
  for (const name of [EVENTS, PROOF]) tamper(join(data, name), 'PRAGMA wal_checkpoint(TRUNCATE)');
  const keyFile = (name: string): string => readFileSync(join(data, 'proof-keys', name), 'utf8').trim();
  [signingKey, legacySecret] = [keyFile('signing.key'), keyFile('legacy.secret')];
  leaves = events.map((event) => leafHash(entryOfUnits(openingOf(event, legacySecret).units)));
});
afterAll(() => all.remove());

const [EVENTS, PROOF] = ['events.sqlite', 'proof.sqlite'] as const;
const copied = (): string => {
  const folder = mkdtempSync(join(all.path, 'copy-'));
  for (const name of [EVENTS, PROOF]) cpSync(join(data, name), join(folder, name));
  return folder;
};

const opened = (folder: string, key = signingKey, known?: Checkpoint) => {
  const source = sqliteProofSource({ path: join(folder, EVENTS) });
  const log = sqliteProofLog({ path: join(folder, PROOF), origin: signerOf(key).name });
  const following = sequencer({
    ...{ source, log, legacySecret, known, signers: [signerOf(key)], checkpointMs: 0 },
    clock: () => '2026-12-01T09:00:00.000Z',
    elapsed: () => 0,
  });
  return {
    log,
    sign: async () => {
      while (await following.step());
    },
    compare: () =>
      scrub({
        ...{ source, log, legacySecret, signal: new AbortController().signal },
        breathe: () => Promise.resolve(),
      }),
    close: async () => {
      log.close();
      await source.close();
    },
  };
};

/** What a start and the comparison after it say; null where they find nothing. */
const foundByService = async (folder: string, key?: string, known?: Checkpoint): Promise<string | null> => {
  try {
    const service = opened(folder, key, known);
    try {
      await service.sign();
      await service.compare();
      return null;
    } finally {
      await service.close();
    }
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};

/** Others follow what was tampered with. */
const goOn = async (folder: string): Promise<void> => {
  const store = sqliteEventStore({ path: join(folder, EVENTS) });
  for (let n = 0; n < 5; n += 1) {
    const [{ type, schemaVersion, data: content, metadata }] = events as [(typeof events)[0]];
    const again = { id: newId(), type, schemaVersion, data: content as object, metadata };
    await store.append(`pledge-${newId()}`, 'no-stream', [again as never]);
  }
  await store.close();
};

/** By who holds the key: a tree of what is in the store now, whatever was signed. @returns whether the older head contradicts it. */
const isContradicted = async (folder: string): Promise<boolean> => {
  rmSync(join(folder, PROOF), { force: true });
  const forger = opened(folder);
  try {
    await forger.sign();
    const head = openCheckpoint(forger.log.newest()?.note ?? '', verifierOf(verifierKeyOf(signingKey)));
    const nodes = nodesOf((level, index) => forger.log.tile(level, index));
    const [from, to] = [older.size, head.size];
    expect(to).toBeGreaterThanOrEqual(from);
    return !verifyConsistency({
      ...{ from, to, fromRoot: older.root, toRoot: head.root },
      path: consistencyPath(nodes, from, to),
    });
  } catch (error) {
    // What cannot be hashed is signed by nobody: the log stands still.
    return (error as Error).name === 'ForeignEvent';
  } finally {
    await forger.close();
  }
};

const MIDDLE = 12;
const CASES: readonly (readonly [string, string])[] = [
  [
    'two swapped',
    `UPDATE events SET position = -1 WHERE position = ${MIDDLE};
     UPDATE events SET position = ${MIDDLE} WHERE position = ${MIDDLE + 1};
     UPDATE events SET position = ${MIDDLE + 1} WHERE position = -1`,
  ],
  ['the last removed', 'DELETE FROM events WHERE position = (SELECT max(position) FROM events)'],
  ['one in the middle removed', `DELETE FROM events WHERE position = ${MIDDLE}`],
  [
    'one in the middle removed, and the others moved up',
    `DELETE FROM events WHERE position = ${MIDDLE};
     UPDATE events SET position = 1 - position WHERE position > ${MIDDLE};
     UPDATE events SET position = -position WHERE position < 0`,
  ],
  [
    'one in the middle removed, and others moved up in its stream, too',
    `CREATE TEMP TABLE gone AS SELECT stream, revision FROM events WHERE position = ${MIDDLE};
     DELETE FROM events WHERE position = ${MIDDLE};
     UPDATE events SET revision = -events.revision FROM gone
       WHERE events.stream = gone.stream AND events.revision > gone.revision;
     UPDATE events SET revision = -revision - 1 WHERE revision < 0;
     UPDATE events SET position = 1 - position WHERE position > ${MIDDLE};
     UPDATE events SET position = -position WHERE position < 0`,
  ],
  [
    'one inserted',
    `UPDATE events SET position = -1 - position WHERE position > ${MIDDLE};
     UPDATE events SET position = -position WHERE position < 0;
     INSERT INTO events SELECT ${MIDDLE + 1}, stream, 9000, recorded_at,
       '00000000-0000-4000-8000-00000000aaaa', event FROM events WHERE position = ${MIDDLE}`,
  ],
  ['the whole file rolled back', `DELETE FROM events WHERE position > ${MIDDLE}`],
  ['all of it gone', 'DELETE FROM events'],
];

describe.each(CASES)('%s', (_, statements) => {
  it('is found by the service, and with the tree signed anew by who kept a head', async () => {
    const folder = copied();
    tamper(join(folder, EVENTS), statements);
    expect(await foundByService(folder)).toMatch(/^HistoryChanged: /);
    // Until as many have come as there were, the log stands behind what it has shown, which is an alarm as well.
    for (let n = 0; n < events.length; n += 5) await goOn(folder);
    expect(await foundByService(folder)).toMatch(/^HistoryChanged: /);
    expect(await isContradicted(folder)).toBe(true);
  });
});

it('both files rolled back, and gone on another way, are found by who kept a head, also at a start that is told of it', async () => {
  const folder = copied();
  tamper(join(folder, EVENTS), `DELETE FROM events WHERE position > ${MIDDLE}`);
  rmSync(join(folder, PROOF));
  expect(await foundByService(folder, signingKey, older)).toMatch(
    /^HistoryChanged: a head of \d+ leaves was/,
  );
  rmSync(join(folder, PROOF));
  expect(await foundByService(folder)).toBeNull();
  for (let n = 0; n < events.length; n += 5) await goOn(folder);
  expect(await foundByService(folder)).toBeNull();
  rmSync(join(folder, PROOF));
  expect(await foundByService(folder, signingKey, older)).toMatch(
    /^HistoryChanged: the first \d+ leaves have/,
  );
  expect(await isContradicted(folder)).toBe(true);
});

it('keys that were exchanged are found by the service, and by who has the key', async () => {
  const folder = copied();
  const { name } = signerOf(signingKey);
  const other = keyTexts(name, Buffer.alloc(HASH_BYTES, 9));
  expect(await foundByService(folder, other.signingKey)).toMatch(/^HistoryChanged: .*not signed by the key/);
  rmSync(join(folder, PROOF));
  expect(await foundByService(folder, other.signingKey)).toBeNull();
  const reader = sqliteProofReader(join(folder, PROOF));
  const note = reader?.newest()?.note ?? '';
  reader?.close();
  expect(() => openCheckpoint(note, verifierOf(verifierKeyOf(signingKey)))).toThrow(
    'No key that is trusted here',
  );
});

/** One event alone in a store that is as real as the whole one, so that it is compared in no time. */
const alone = async (event: StoredEvent) => {
  const folder = copied();
  tamper(join(folder, EVENTS), `DELETE FROM events WHERE position <> ${event.position}`);
  rmSync(join(folder, PROOF));
  const service = opened(folder);
  await service.sign();
  const columns = columnsIn(join(folder, EVENTS));
  const source = sqliteProofSource({ path: join(folder, EVENTS) });
  const leaf = events.indexOf(event);
  return {
    columns,
    compare: async (): Promise<string> => {
      try {
        await service.compare();
        return 'nothing';
      } catch (error) {
        return (error as Error).name;
      }
    },
    /** Whether the tree in which the event is as it is now contradicts the head that was kept; null where it says the same. */
    isContradicted: async (): Promise<boolean | null> => {
      const [now] = await source.readAll({ limit: 1 });
      if (now === undefined || now.flaw !== undefined) return true;
      let hash: Uint8Array;
      try {
        hash = leafHash(entryOfUnits(openingOf(now, legacySecret).units));
      } catch {
        return true;
      }
      if (Buffer.compare(hash, leaves[leaf] ?? hash) === 0) return null;
      const { size, root } = older;
      const toRoot = rootOf(leaves.with(leaf, hash));
      return !verifyConsistency({ from: size, to: size, fromRoot: root, toRoot, path: [] });
    },
    close: async () => {
      columns.close();
      await source.close();
      await service.close();
    },
  };
};

type Alone = Awaited<ReturnType<typeof alone>>;

/** @returns what was changed and not found. */
const unfound = async (one: Alone, what: string): Promise<readonly string[]> => {
  const [found, contradicted] = [await one.compare(), await one.isContradicted()];
  return found === 'HistoryChanged' && contradicted !== false ? [] : [`${what}: ${found}, ${contradicted}`];
};

const OF_EVENT = '1 = 1';
const OF_ITS_STREAM = 'id = (SELECT stream FROM events)';
const TEXTS = [
  ['events.event', OF_EVENT],
  ['events.id', OF_EVENT],
  ['events.recorded_at', OF_EVENT],
  ['streams.name', OF_ITS_STREAM],
] as const;

/** Each byte in turn, as another case of a letter and as something else. */
const changeTexts = async (one: Alone): Promise<readonly string[]> => {
  const missed: string[] = [];
  for (const [column, where] of TEXTS) {
    const { before, set } = one.columns.text(column, where);
    for (let at = 0; at < before.length; at += 1) {
      for (const mask of [0x20, 1 + ((at * 7) % 255)]) {
        const changed = Uint8Array.from(before);
        changed[at] = (changed[at] ?? 0) ^ mask;
        set(changed);
        missed.push(...(await unfound(one, `${column}, byte ${at}, ${mask}`)));
      }
    }
    set(before);
  }
  return missed;
};

const BITS = 64;

/** Each bit in turn. */
const changeNumbers = async (one: Alone): Promise<readonly string[]> => {
  const missed: string[] = [];
  for (const column of ['events.position', 'events.stream', 'events.revision']) {
    const { before, set } = one.columns.whole(column, OF_EVENT);
    for (let bit = 0; bit < BITS; bit += 1) {
      set(BigInt.asIntN(BITS, before ^ (1n << BigInt(bit))));
      missed.push(...(await unfound(one, `${column}, bit ${bit}`)));
    }
    set(before);
  }
  return missed;
};

/** Of ten types. */
const chosen = (): readonly StoredEvent[] => {
  const byType = new Map(events.map((event) => [event.type, event]));
  return [...byType.values()].slice(0, 10);
};

it('each byte of ten events is looked at by the service, and what it says by who kept a head', async () => {
  expect(chosen()).toHaveLength(10);
  for (const event of chosen()) {
    const one = await alone(event);
    expect(await one.compare()).toBe('nothing');
    expect(await one.isContradicted()).toBeNull();
    expect(await changeTexts(one)).toEqual([]);
    expect(await changeNumbers(one)).toEqual([]);
    expect(await one.compare()).toBe('nothing');
    await one.close();
  }
});

/** All that is read of the store, by its order and by streams; what cannot be read, as such. */
const readOf = async (folder: string): Promise<string> => {
  try {
    const reader = sqliteEventReader({ path: join(folder, EVENTS) });
    try {
      const inOrder = await reader.readAll({ limit: 10_000 });
      const streams = new Set(events.map(({ stream }) => stream));
      const byStream = [];
      for (const stream of streams) byStream.push(await reader.read(stream, { limit: 1000 }));
      return JSON.stringify([inOrder, byStream]);
    } finally {
      await reader.close();
    }
  } catch (error) {
    return `cannot be read: ${(error as Error).message}`;
  }
};

/** All that is served of the log, but for the time of its newest head: that is our clock's, and nobody has signed it. */
const servedOf = (folder: string): string => {
  try {
    const reader = sqliteProofReader(join(folder, PROOF));
    try {
      const hashes = [reader?.tile(0, 0), reader?.entries(0)].map((bytes) => Buffer.from(bytes ?? []));
      const found = events.map(({ position }) => reader?.leafAt(position));
      const { size, note } = reader?.newest() ?? {};
      return JSON.stringify([reader?.size(), size, note, hashes, found]);
    } finally {
      reader?.close();
    }
  } catch (error) {
    return `cannot be read: ${(error as Error).message}`;
  }
};

const restore = (folder: string): void => {
  for (const name of [EVENTS, PROOF]) {
    for (const beside of ['-wal', '-shm']) rmSync(join(folder, name + beside), { force: true });
    cpSync(join(data, name), join(folder, name));
  }
};

it.each([
  [EVENTS, readOf],
  [PROOF, servedOf],
])('no byte of %s changes what is read of it without being found', async (file, read) => {
  const folder = copied();
  const path = join(folder, file);
  const bytes = readFileSync(path);
  const before = await read(folder);
  expect(before).not.toContain('cannot be read');
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ mask;
      writeFileSync(path, changed);
      const [after, found] = [await read(folder), await foundByService(folder)];
      restore(folder);
      // A file that the service cannot read by itself is found, too.
      const isAsBefore = after === before || after.startsWith('cannot be read');
      expect([isAsBefore, found === null]).not.toEqual([false, true]);
    }),
    { numRuns: 150 },
  );
});
