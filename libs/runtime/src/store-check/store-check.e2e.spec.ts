/**
 * The program after real restores: an older copy of the log is put where the log was.
 * Long because each kind of file that keeps a place is compared, in each way in which it may not fit.
 */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  sqliteCheckpoints,
  sqliteDelivery,
  sqliteEventReader,
  sqliteEventStore,
  sqliteProofLog,
  sqliteViews,
} from '@pledgeline/adapters/sqlite';
import type { EventStore } from '@pledgeline/event-sourcing';
import { newId } from '@pledgeline/event-sourcing';
import { eventually, recorded } from '@pledgeline/event-sourcing/testing';
import { checkpointText, sequencer, signerOf, signNote } from '@pledgeline/transparency';
import { drawKeys, readKeys } from '../proof/proof-keys.ts';
import { storeCheck } from './store-check.ts';
import type { StoreCheck } from './store-check.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-store-check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = async (store: EventStore, from: number, count: number): Promise<void> => {
  const { type, schemaVersion, data, metadata } = recorded({ type: 'Noted', data: {} }, 0);
  const events = Array.from({ length: count }, () => ({ id: newId(), type, schemaVersion, data, metadata }));
  await store.append('pledge-1', from === 0 ? 'no-stream' : from - 1, events);
};

const run = async (env: Readonly<Record<string, string>>, ...args: string[]) => {
  const [said, failed]: [string[], string[]] = [[], []];
  const out = {
    write: (text: string) => void said.push(text),
    fail: (text: string) => void failed.push(text),
  };
  const code = await storeCheck(args, { PLEDGELINE_DATA: folder, ...env }, out);
  return { code, said: said.join(''), failed: failed.join('') };
};

/** The revision that the rows know. */
const rowsUpTo = async (revision: number) => {
  const views = sqliteViews({ path: join(folder, 'reporting.views.sqlite') });
  await views.apply({ rows: [], revisions: new Map([['pledge-1', revision]]) });
  return views;
};

const bytes = (): Map<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.sqlite'))
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

/** What is kept was at the 5th event; the copy has 3. */
const RESTORES = [
  { name: 'nothing was restored', restored: false, written: 0, code: 0 },
  { name: 'the log is shorter', restored: true, written: 0, code: 1 },
  { name: 'the log has grown as much, differently', restored: true, written: 2, code: 1 },
  { name: 'the log has grown more, differently', restored: true, written: 4, code: 1 },
] as const;

describe('standalone', () => {
  const path = (): string => join(folder, 'events.sqlite');
  const copy = (): string => join(folder, 'events.backup');

  /** A group without rows and one with rows, both of them at the end of 5 events. */
  const served = async (): Promise<void> => {
    let store = sqliteEventStore({ path: path() });
    await write(store, 0, 3);
    await store.close();
    copyFileSync(path(), copy());
    store = sqliteEventStore({ path: path() });
    await write(store, 3, 2);
    const views = await rowsUpTo(4);
    const durable = sqliteCheckpoints({ path: join(folder, 'checkpoints.sqlite') });
    const checkpoints = (group: string) => (group === 'reporting' ? views.checkpoints : durable);
    const delivery = sqliteDelivery({ store, checkpoints });
    for (const group of ['reporting', 'policies']) delivery.subscribe(group, () => Promise.resolve());
    await eventually(() => delivery.status().every(({ state }) => state === 'live'));
    await delivery.close();
    await views.close();
    await durable.close();
    await store.close();
  };
  const restore = async (written: number): Promise<void> => {
    for (const end of ['', '-wal', '-shm']) rmSync(path() + end, { force: true });
    copyFileSync(copy(), path());
    const store = sqliteEventStore({ path: path() });
    if (written > 0) await write(store, 3, written);
    await store.close();
  };

  it.each(RESTORES)('$name', async ({ restored, written, code }) => {
    await served();
    if (restored) await restore(written);
    const before = bytes();
    const json = await run({}, '--json');
    expect(json.code).toBe(code);
    const checked = JSON.parse(json.said) as StoreCheck;
    expect(checked.fits).toBe(code === 0);
    expect(checked.end).toBe(String(restored ? 3 + written : 5));
    expect(checked.findings.map(({ what }) => what)).toEqual([
      'checkpoints.sqlite: policies',
      'reporting.views.sqlite: reporting',
      'reporting.views.sqlite: rows',
    ]);
    // By their number alone rows of a log that has grown as much look right; their place does not.
    const rowsFit = !restored || written >= 2;
    expect(checked.findings.map(({ fits }) => fits)).toEqual([code === 0, code === 0, rowsFit]);
    const text = await run({});
    expect(text.code).toBe(code);
    expect(text.said.includes('Keep proof.sqlite')).toBe(code === 1);
    expect(text.said.includes('What') || text.said.includes('docs/operations.md')).toBe(code === 1);
    expect(bytes()).toEqual(before);
  });

  it('what is done as it says helps', async () => {
    await served();
    await restore(1);
    for (const name of readdirSync(folder))
      if (name.startsWith('checkpoints.sqlite') || name.includes('.views.sqlite')) rmSync(join(folder, name));
    expect(await run({})).toMatchObject({ code: 0, failed: '' });
  });

  it('a log that is not there, a setting and an argument that are wrong: it could not be asked', async () => {
    const missing = await run({});
    expect(missing.code).toBe(2);
    expect(missing.failed).toContain('events.sqlite');
    expect(await run({}, '--yaml')).toMatchObject({ code: 2, said: '' });
    expect(await run({ LOG_LEVEL: 'loud' })).toMatchObject({ code: 2, said: '' });
  });
});

describe('the log of proofs', () => {
  const path = (): string => join(folder, 'events.sqlite');
  const proof = (): string => join(folder, 'proof.sqlite');
  const keysFolder = (): string => join(folder, 'proof-keys');

  const append = async (from: number, count: number): Promise<void> => {
    const store = sqliteEventStore({ path: path() });
    await write(store, from, count);
    await store.close();
  };
  /** Events of which every one is a leaf, and a backup after the first three of them. */
  const signed = async (count: number): Promise<void> => {
    await append(0, 3);
    copyFileSync(path(), join(folder, 'events.backup'));
    if (count > 3) await append(3, count - 3);
    const { origin, signingKey, legacySecret } = drawKeys({ folder: keysFolder(), origin: null });
    const source = sqliteEventReader({ path: path() });
    const log = sqliteProofLog({ path: proof(), origin });
    const signing = sequencer({
      ...{ source, log, legacySecret, checkpointMs: 0, signers: [signerOf(signingKey)] },
      ...{ clock: () => '2026-12-01T09:00:00.000Z', elapsed: () => 0 },
    });
    while (await signing.step());
    log.close();
    await source.close();
  };
  const restore = (): void => {
    for (const end of ['', '-wal', '-shm']) rmSync(path() + end, { force: true });
    copyFileSync(join(folder, 'events.backup'), path());
  };
  const anotherLog = async (): Promise<void> => {
    for (const end of ['', '-wal', '-shm']) rmSync(path() + end, { force: true });
    await append(0, 5);
  };
  /** Of the same size, and another root. */
  const otherHead = (): void => {
    const { origin, signingKey } = readKeys({ folder: keysFolder(), origin: null });
    const log = sqliteProofLog({ path: proof(), origin });
    const head = checkpointText({ origin, size: 5, root: Buffer.alloc(32, 7) });
    log.keep({ size: 5, note: signNote(head, [signerOf(signingKey)]), signedAt: '2026-12-01T09:00:01.000Z' });
    log.close();
  };
  const proofOfAnother = (): void => {
    rmSync(proof());
    sqliteProofLog({ path: proof(), origin: 'another.example/proof' }).close();
  };

  const STATES: readonly {
    readonly name: string;
    readonly signed: number;
    readonly then: () => Promise<void> | void;
    readonly fits: boolean | null;
    readonly says: string;
  }[] = [
    { name: 'nothing happened', signed: 5, then: () => undefined, fits: true, says: '5 leaves' },
    { name: 'events are not signed yet', signed: 5, then: () => append(5, 3), fits: true, says: '5 leaves' },
    { name: 'nothing was signed after the backup', signed: 3, then: restore, fits: true, says: '3 leaves' },
    {
      name: 'the log is shorter',
      signed: 5,
      then: restore,
      fits: false,
      says: 'the store ends before leaf 3',
    },
    {
      name: 'the log has grown differently',
      signed: 5,
      then: async () => {
        restore();
        await append(3, 4);
      },
      fits: false,
      says: 'pledge-1@3 is not what was signed as leaf 3',
    },
    {
      name: 'the log is another one',
      signed: 5,
      then: anotherLog,
      fits: false,
      says: 'pledge-1@0 is not what was signed as leaf 0',
    },
    {
      name: 'the tree is not the one that was signed',
      signed: 5,
      then: otherHead,
      fits: false,
      says: 'another root than was signed',
    },
    {
      name: 'the file is of another log',
      signed: 5,
      then: proofOfAnother,
      fits: false,
      says: 'it is of the log another.example/proof',
    },
    {
      name: 'its keys are elsewhere',
      signed: 5,
      then: () => rmSync(keysFolder(), { recursive: true }),
      fits: null,
      says: 'its keys are not in',
    },
  ];

  it.each(STATES)('$name', async ({ signed: count, then, fits, says }) => {
    await signed(count);
    await then();
    const before = bytes();
    const { code, said } = await run({}, '--json');
    const checked = JSON.parse(said) as StoreCheck;
    expect(checked.findings).toEqual([
      { what: 'proof.sqlite', fits, says: expect.stringContaining(says) as string },
    ]);
    expect(checked.fits).toBe(fits);
    expect(code).toBe(fits === true ? 0 : fits === false ? 1 : 2);
    const steps = checked.whatToDo.join('\n');
    expect(steps === '').toBe(fits === true);
    // Read models are no part of it.
    expect(steps).not.toContain('views.sqlite');
    expect(steps.includes('has ended')).toBe(fits === false);
    expect(steps.includes('PLEDGELINE_PROOF_KEYS')).toBe(fits === null);
    const text = await run({});
    expect(text.said).toContain(
      fits === true ? 'All of it fits' : fits === false ? 'DOES NOT FIT' : 'NOT COMPARED',
    );
    expect(bytes()).toEqual(before);
  });
});
