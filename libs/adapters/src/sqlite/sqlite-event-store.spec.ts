/** The contract, and what is special to one file and one process: groups, a full disk, locks, the clock. Long because each of these is a case of its own. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventStore, EventToAppend } from '@pledgeline/event-sourcing';
import { newId, StoreUnavailable, WrongExpectedRevision } from '@pledgeline/event-sourcing';
import { eventStoreContract, recorded } from '@pledgeline/event-sourcing/testing';
import { sqliteEventStore } from './sqlite-event-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-log-'));
let files = 0;
const newFile = (): string => join(folder, `${(files += 1)}.sqlite`);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

eventStoreContract('sqlite', () => {
  const path = newFile();
  const warnings: string[] = [];
  const opened = () => sqliteEventStore({ path, onWarning: (message) => warnings.push(message) });
  let store = opened();
  const hide = async (stream: string, below: number) => {
    await store.close();
    const file = new DatabaseSync(path);
    file
      .prepare('DELETE FROM events WHERE revision < ? AND stream = (SELECT id FROM streams WHERE name = ?)')
      .run(below, stream);
    file.close();
    return (store = opened());
  };
  return Promise.resolve({
    store,
    async reopen() {
      await store.close();
      return (store = opened());
    },
    close: () => store.close(),
    beyond: (end) => String(Number(end) + 1),
    hide,
    remove: async (stream, below) => ({
      store: await hide(stream, below === 'all' ? Number.MAX_SAFE_INTEGER : below),
      isGone: true,
    }),
    warnings: () => warnings,
  });
});

const event = (data: unknown = {}, id = newId()): EventToAppend => ({
  id,
  type: 'Noted',
  schemaVersion: 1,
  data,
  metadata: recorded({ type: 'Noted', data }, 0).metadata,
});

/** The clock is looked at once for each group, so equal times tell which events shared a transaction. */
const tickingClock = () => {
  let ticks = 0;
  return () => new Date(Date.UTC(2026, 0, 1) + (ticks += 1)).toISOString();
};

const everything = (store: EventStore) => store.readAll({ limit: 10_000 });

describe('sqlite event store', () => {
  let path: string;
  let store: EventStore;
  const open = (options = {}): EventStore => (store = sqliteEventStore({ path, ...options }));
  beforeEach(() => {
    path = newFile();
  });
  afterEach(() => store.close());

  describe('groups', () => {
    it('appends that wait at the same moment share one transaction', async () => {
      open({ clock: tickingClock() });
      await Promise.all(
        Array.from({ length: 100 }, (_, n) => store.append(`s-${n}`, 'no-stream', [event()])),
      );
      await store.append('s-alone', 'no-stream', [event()]);
      const times = (await everything(store)).map(({ recordedAt }) => recordedAt);
      expect(new Set(times.slice(0, 100)).size).toBe(1);
      expect(new Set(times).size).toBe(2);
    });

    it('are bounded', async () => {
      open({ clock: tickingClock(), maxGroup: 10 });
      await Promise.all(Array.from({ length: 25 }, (_, n) => store.append(`s-${n}`, 'no-stream', [event()])));
      expect(new Set((await everything(store)).map(({ recordedAt }) => recordedAt)).size).toBe(3);
    });

    it('see what earlier members wrote', async () => {
      open({ clock: tickingClock() });
      const chain = [0, 1, 2, 3].map((n) => store.append('s', n === 0 ? 'no-stream' : n - 1, [event()]));
      expect((await Promise.all(chain)).map(({ revision }) => revision)).toEqual([0, 1, 2, 3]);
      expect(new Set((await everything(store)).map(({ recordedAt }) => recordedAt)).size).toBe(1);
    });

    it('a refusal leaves its neighbours alone', async () => {
      open();
      const twice = newId();
      const outcomes = await Promise.allSettled([
        store.append('a', 'no-stream', [event(), event()]),
        store.append('a', 0, [event()]),
        store.append('b', 'no-stream', [event({}, twice)]),
        store.append('c', 'no-stream', [event(), event({}, twice)]),
        store.append('a', 1, [event()]),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect((await everything(store)).map(({ stream, revision }) => `${stream}@${revision}`)).toEqual([
        'a@0',
        'a@1',
        'b@0',
        'a@2',
      ]);
    });
  });

  describe('event ids', () => {
    it('one used elsewhere is refused by name, also after a restart', async () => {
      open();
      const id = newId();
      await store.append('a', 'no-stream', [event({}, id)]);
      await expect(store.append('b', 'no-stream', [event({}, id)])).rejects.toThrow(id);
      await expect(store.append('a', 0, [event({}, id)])).rejects.toThrow(id);
      await store.close();
      open();
      await expect(store.append('b', 'no-stream', [event(), event({}, id)])).rejects.toThrow(id);
      expect(await everything(store)).toHaveLength(1);
    });

    it('twice in one append are refused', async () => {
      open();
      const id = newId();
      await expect(store.append('a', 'no-stream', [event({}, id), event({}, id)])).rejects.toThrow('twice');
      expect(await everything(store)).toEqual([]);
    });

    it('at the same place with another body are a conflict, not a repeat', async () => {
      open();
      const id = newId();
      await store.append('a', 'no-stream', [event({ n: 1 }, id)]);
      const other = store.append('a', 'no-stream', [event({ n: 2 }, id)]);
      await expect(other).rejects.toThrow(WrongExpectedRevision);
      const longer = store.append('a', 'no-stream', [event({ n: 1 }, id), event()]);
      await expect(longer).rejects.toThrow(WrongExpectedRevision);
    });

    it('that are no UUIDs are refused', async () => {
      open();
      await expect(store.append('a', 'no-stream', [event({}, 'one')])).rejects.toThrow(TypeError);
    });
  });

  describe('a full disk', () => {
    const large = (): EventToAppend => event({ text: 'x'.repeat(20_000) });
    const fill = async (): Promise<number> => {
      for (let n = 0; ; n += 1) {
        const outcome = await store.append(`s-${n}`, 'no-stream', [large()]).catch((error: unknown) => error);
        if (outcome instanceof StoreUnavailable) return n;
      }
    };

    it('is told as "not available", and nothing is half written', async () => {
      open({ maxPageCount: 100 });
      const written = await fill();
      const refused = store.append('late', 'no-stream', [large(), large()]);
      await expect(refused).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', retryAfterSeconds: 5 });
      expect(await store.read('late')).toEqual([]);
      expect(await everything(store)).toHaveLength(written);
      await store.close();
      open();
      expect(await everything(store)).toHaveLength(written);
      await store.append('late', 'no-stream', [large()]);
      expect((await store.read('late'))[0]?.position).toBe(String(written + 1));
    });

    it('an append that does not fit does not keep smaller ones out', async () => {
      open({ maxPageCount: 100 });
      const giant = event({ text: 'x'.repeat(900_000) });
      const outcomes = await Promise.allSettled([
        store.append('a', 'no-stream', [event()]),
        store.append('giant', 'no-stream', [giant]),
        store.append('b', 'no-stream', [event()]),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await everything(store)).map(({ stream }) => stream)).toEqual(['a', 'b']);
      expect((await store.append('a', 0, [event()])).revision).toBe(1);
    });
  });

  it('recorded times stand still while the clock is behind', async () => {
    const times = ['12:00:00', '11:00:00', '11:30:00', '12:00:01'].map((time) => `2026-03-01T${time}.000Z`);
    open({ clock: () => times.shift() ?? '' });
    for (const stream of ['a', 'b']) await store.append(stream, 'no-stream', [event()]);
    await store.close();
    open({ clock: () => times.shift() ?? '' });
    for (const stream of ['c', 'd']) await store.append(stream, 'no-stream', [event()]);
    const hours = (await everything(store)).map(({ recordedAt }) => recordedAt.slice(11, 19));
    expect(hours).toEqual(['12:00:00', '12:00:00', '12:00:00', '12:00:01']);
  });

  describe('opening', () => {
    it('refuses a file that is in use, and takes it once it is closed', async () => {
      open();
      expect(() => sqliteEventStore({ path })).toThrow(`Cannot open ${path}: it is in use`);
      await store.close();
      open();
    });

    it('says so when the file is no database', () => {
      writeFileSync(path, 'something else entirely, and long enough to be looked at'.repeat(20));
      expect(() => sqliteEventStore({ path })).toThrow(`Cannot open ${path}: file is not a database`);
      rmSync(path);
      open();
    });

    it('says so when another program holds the file', () => {
      const other = new DatabaseSync(path);
      other.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; CREATE TABLE t (a)');
      expect(() => sqliteEventStore({ path })).toThrow(`Cannot open ${path}: database is locked`);
      other.close();
      rmSync(path);
      open();
    });

    it('says so when the file was written by a newer version, or the folder does not exist', () => {
      const other = new DatabaseSync(path);
      other.exec('PRAGMA user_version = 7');
      other.close();
      expect(() => sqliteEventStore({ path })).toThrow(
        'its layout is version 7, this program knows version 1',
      );
      expect(() => sqliteEventStore({ path: join(folder, 'no', 'where') })).toThrow('Cannot open');
      rmSync(path);
      open();
    });
  });

  it('closing twice is closing once', async () => {
    open();
    await store.append('a', 'no-stream', [event()]);
    await store.close();
    await store.close();
    expect(statSync(path).size).toBeGreaterThan(0);
  });

  it('pages and positions that make no sense are refused, not guessed', async () => {
    open();
    await expect(store.readAll({ limit: 10_001 })).rejects.toThrow(RangeError);
    await expect(store.read('a', { limit: 0 })).rejects.toThrow(RangeError);
    await expect(store.readAll({ after: 'C:1/P:1' })).rejects.toThrow('not a position of this log');
    const beyond = store.follow('12', { signal: new AbortController().signal })[Symbol.asyncIterator]();
    await expect(beyond.next()).rejects.toThrow('the log ends before it');
  });
});
