/**
 * Appends and reads when the server fails, on the protocol stand-in: what was acknowledged is there once, nobody waits longer
 * than the timeout, and everything goes on by itself. Each thing the client gets wrong (docs/kurrentdb.md) has its test.
 * Long because all cases share the stand-in and its faults.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { setTimeout as timer } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { EventStore, EventToAppend } from '@pledgeline/event-sourcing';
import {
  HistoryIncomplete,
  newId,
  StoreRefuses,
  StoreUnavailable,
  WrongExpectedRevision,
} from '@pledgeline/event-sourcing';
import { asAppended, recorded } from '@pledgeline/event-sourcing/testing';
import type { KurrentdbEventStoreOptions } from './kurrentdb-event-store.ts';
import { kurrentdbEventStore } from './kurrentdb-event-store.ts';
import type { StandIn } from './testing/stand-in.ts';
import { startStandIn } from './testing/stand-in.ts';

const event = (data: unknown = {}, id = newId()): EventToAppend => ({
  id,
  type: 'Noted',
  schemaVersion: 2,
  data,
  metadata: recorded({ type: 'Noted', data }, 0).metadata,
});

/** Where an answer is expected, also on a busy machine; what hangs once takes half of it. */
const TIMEOUT_MS = 8000;
/** Where none is. */
const SHORT_TIMEOUT_MS = 1000;

describe('kurrentdb event store', () => {
  let standIn: StandIn;
  let store: EventStore;
  let reported: string[];
  let stream: string;
  const open = (options: Partial<KurrentdbEventStoreOptions> = {}): EventStore =>
    (store = kurrentdbEventStore({
      url: standIn.url,
      categories: ['note'],
      timeoutMs: TIMEOUT_MS,
      onWarning: (message) => reported.push(message),
      ...options,
    }));

  beforeAll(async () => {
    standIn = await startStandIn();
  });
  afterAll(() => standIn.stop());
  beforeEach(() => {
    reported = [];
    stream = `note-${newId()}`;
    open();
  });
  afterEach(async () => {
    await standIn.clear();
    await store.close();
  });

  /** Rejects as "not available", and does so before twice the time is over: by the same clock, however busy the machine. */
  const unavailable = async (asked: Promise<unknown>, timeoutMs = TIMEOUT_MS): Promise<void> => {
    const tooLate = timer(timeoutMs * 2, 'too late', { ref: false });
    const refused = await Promise.race([asked, tooLate]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreUnavailable);
  };

  /** What goes on by itself may need more than one call on a busy machine. */
  const untilAvailable = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    }
  };

  it('a server that does not answer once is asked again within the same call', async () => {
    await standIn.inject({ kind: 'hang', on: 'append', times: 1 });
    expect((await store.append(stream, 'no-stream', [event()])).revision).toBe(0);
  });

  describe('a server that does not answer', () => {
    beforeEach(async () => {
      await store.close();
      open({ timeoutMs: SHORT_TIMEOUT_MS });
      given = event();
    });

    let given: EventToAppend;
    it.each([
      ['append', ['append'], () => store.append(stream, 'no-stream', [given])],
      ['read', ['read'], () => store.read(stream)],
      ['readAll', ['read', 'subscribe'], () => store.readAll()],
      ['the first question', ['features'], () => store.append(stream, 'no-stream', [given])],
    ] as const)(
      'is told as "not available" within the timeout, and it goes on afterwards (%s)',
      async (_, calls, ask) => {
        for (const on of calls) await standIn.inject({ kind: 'hang', on });
        await unavailable(ask(), SHORT_TIMEOUT_MS);
        expect(reported.join()).toMatch(/no (answer|word) within/);
        await standIn.clear();
        await untilAvailable<unknown>(ask);
      },
    );

    it('keeps nobody waiting behind many appends, and takes them all once it is back', async () => {
      await standIn.inject({ kind: 'hang', on: 'append' });
      const appends = Array.from({ length: 60 }, (_, n) => {
        const events = [event()];
        return () => store.append(`${stream}${n}`, 'no-stream', events);
      });
      await Promise.all(appends.map((append) => unavailable(append(), SHORT_TIMEOUT_MS)));
      await standIn.clear();
      const again = await Promise.all(appends.map((append) => untilAvailable(append)));
      expect(again.every(({ revision }) => revision === 0)).toBe(true);
    });

    it('because it stands still is told the same, and nothing is lost when it moves again', async () => {
      const [first, frozen] = [event(), event()];
      await untilAvailable(() => store.append(stream, 'no-stream', [first]));
      standIn.freeze();
      await unavailable(store.append(stream, 0, [frozen]), SHORT_TIMEOUT_MS);
      standIn.thaw();
      const { revision } = await untilAvailable(() => store.append(stream, 0, [frozen]));
      expect(revision).toBe(1);
      const kept = await untilAvailable(() => store.read(stream));
      expect(kept.map(({ id }) => id)).toEqual([first.id, frozen.id]);
    });
  });

  describe('an append whose outcome is not known', () => {
    it.each(['fail-after-write', 'hang-after-write'] as const)(
      'is there once and is answered (%s)',
      async (kind) => {
        await standIn.inject({ kind, on: 'append', times: 1 });
        const events = [event({ n: 1 }), event({ n: 2 })];
        const answer = await store.append(stream, 'no-stream', events);
        expect(answer.revision).toBe(1);
        expect((await store.read(stream)).map(asAppended)).toEqual(answer.events);
        expect(answer.events.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
      },
    );

    it('after the last attempt is "not available", and repeated by the caller it is there once', async () => {
      await standIn.inject({ kind: 'fail-after-write', on: 'append' });
      const events = [event()];
      await unavailable(store.append(stream, 'no-stream', events));
      await standIn.clear();
      expect((await store.append(stream, 'no-stream', events)).revision).toBe(0);
      expect(await store.read(stream)).toHaveLength(1);
    });

    it('because the server ended the calls with OK is sent again, and no append is left waiting', async () => {
      await store.append(stream, 'no-stream', [event()]);
      await standIn.inject({ kind: 'close', on: 'append', times: 1 });
      expect((await store.append(stream, 0, [event()])).revision).toBe(1);
    });

    it('is there once after the server was killed and started again under load', async () => {
      let done = false;
      const acknowledged: string[] = [];
      const write = async (name: string): Promise<void> => {
        for (let n = 0; !done; n += 1) {
          const given = event({ n });
          await untilAvailable(() => store.append(name, n === 0 ? 'no-stream' : n - 1, [given]));
          acknowledged.push(given.id);
        }
      };
      const names = Array.from({ length: 30 }, (_, n) => `${stream}-${n}`);
      const writing = Promise.all(names.map(write));
      for (let kills = 0; kills < 2; kills += 1) {
        const before = acknowledged.length;
        while (acknowledged.length < before + 100) await new Promise((go) => setImmediate(go));
        await standIn.restart();
      }
      done = true;
      await writing;
      const kept = (await Promise.all(names.map((name) => store.read(name, { limit: 10_000 })))).flat();
      expect(kept.map(({ id }) => id).toSorted()).toEqual(acknowledged.toSorted());
    });
  });

  it('a server that refuses for a moment is asked again; for longer it is "not available"', async () => {
    await standIn.inject({ kind: 'refuse', on: 'append', times: 2 });
    expect((await store.append(stream, 'no-stream', [event()])).revision).toBe(0);
    await standIn.inject({ kind: 'refuse', on: 'read' });
    await unavailable(store.read(stream));
  });

  it('a failure without a kind, before the call itself, is gone with the client that had it', async () => {
    await standIn.inject({ kind: 'break', on: 'features', times: 1 });
    expect((await store.append(stream, 'no-stream', [event()])).revision).toBe(0);
  });

  it('a node that does not lead sends its callers to the one that does', async () => {
    const leader = await startStandIn();
    await standIn.inject({ kind: 'not-leader', on: 'append', leaderPort: leader.port });
    await standIn.inject({ kind: 'not-leader', on: 'read', leaderPort: leader.port });
    expect((await store.append(stream, 'no-stream', [event()])).revision).toBe(0);
    await standIn.clear();
    const atFollower = open();
    expect(await atFollower.read(stream)).toEqual([]);
    await leader.stop();
  });

  it('a right that is missing is said at once: the call does not try again', async () => {
    await standIn.inject({ kind: 'deny', on: 'append', times: 1 });
    await expect(store.append(stream, 'no-stream', [event()])).rejects.toThrow(StoreRefuses);
  });

  it('a cluster that could not be found is found again by the same store', async () => {
    open({ url: `kurrentdb://127.0.0.1:${standIn.port},127.0.0.1:1?tls=false&maxDiscoverAttempts=1` });
    await standIn.inject({ kind: 'refuse', on: 'gossip' });
    await unavailable(store.append(stream, 'no-stream', [event()]));
    await standIn.clear();
    expect((await store.append(stream, 'no-stream', [event()])).revision).toBe(0);
    expect(await store.read(stream)).toHaveLength(1);
  });

  it('a server that knows only the older append is served as well', async () => {
    const older = await startStandIn({ batchAppend: false });
    open({ url: older.url });
    const events = [event()];
    const first = await store.append(stream, 'no-stream', events);
    expect(await store.append(stream, 'no-stream', events)).toEqual(first);
    await expect(store.append(stream, 'no-stream', [event()])).rejects.toMatchObject({ actual: 0 });
    await older.inject({ kind: 'fail-after-write', on: 'append', times: 1 });
    expect((await store.append(stream, 0, [event()])).revision).toBe(1);
    await older.stop();
  });

  it('a connection lost under hundreds of waiting appends does not end the process', async () => {
    const root = resolve(import.meta.dirname, '../../../..');
    const program = fileURLToPath(new URL('./testing/lost-connection.ts', import.meta.url));
    const hook = join(root, 'infra/node/typescript-hook.mjs');
    const child = spawn(process.execPath, ['--import', hook, program], { cwd: root, stdio: 'inherit' });
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  describe('what is stored', () => {
    it('holds our metadata and the two ids that the tools of the server look for', async () => {
      const given = event({ n: 1 });
      await store.append(stream, 'no-stream', [given]);
      const client = KurrentDBClient.connectionString(standIn.url);
      for await (const { event: stored } of client.readStream(stream)) {
        expect(stored?.metadata).toEqual({
          ...given.metadata,
          schemaVersion: 2,
          $correlationId: given.metadata.correlationId,
          ...(given.metadata.causationId !== null && { $causationId: given.metadata.causationId }),
        });
        expect(stored).toMatchObject({ id: given.id, type: 'Noted', isJson: true, data: { n: 1 } });
      }
      await client.dispose();
    });

    it('in part is a conflict, not a repeat', async () => {
      const id = newId();
      await store.append(stream, 'no-stream', [event({ n: 1 }, id)]);
      const longer = store.append(stream, 'no-stream', [event({ n: 1 }, id), event(), event()]);
      await expect(longer).rejects.toThrow(WrongExpectedRevision);
    });

    it('of a stream that somebody deleted is gone, and its numbering goes on', async () => {
      await store.append(stream, 'no-stream', [event(), event()]);
      const client = KurrentDBClient.connectionString(standIn.url);
      await client.deleteStream(stream);
      expect(await store.read(stream)).toEqual([]);
      expect((await store.append(stream, 'no-stream', [event()])).revision).toBe(2);
      await client.tombstoneStream(stream);
      await expect(store.read(stream)).rejects.toThrow(HistoryIncomplete);
      await expect(store.append(stream, 2, [event()])).rejects.toThrow(HistoryIncomplete);
      const ofStream = (await store.readAll({ limit: 10_000 })).filter((one) => one.stream === stream);
      expect(ofStream.filter(({ type }) => type === 'Noted').map(({ revision }) => revision)).toEqual([
        0, 1, 2,
      ]);
      await client.dispose();
    });
  });

  it('content that is not JSON is a TypeError at once, and no append waits for ever', async () => {
    await expect(store.append(stream, 'no-stream', [event({ amount: 1n })])).rejects.toThrow(TypeError);
    await expect(store.append(stream, 'no-stream', [{ ...event(), data: undefined }])).rejects.toThrow(
      TypeError,
    );
    await expect(store.append(stream, 'no-stream', [event({}, 'one')])).rejects.toThrow(TypeError);
    expect(await store.read(stream)).toEqual([]);
  });

  it('a stream that no follower would ever be handed is refused', async () => {
    await expect(store.append('other-1', 'no-stream', [event()])).rejects.toThrow('none of the categories');
    expect(() => open({ categories: [] })).toThrow('at least one category');
  });

  it('refuses a page that is too large or too small, and a position of another store', async () => {
    await expect(store.readAll({ limit: 10_001 })).rejects.toThrow(RangeError);
    await expect(store.read(stream, { limit: 0 })).rejects.toThrow(RangeError);
    await expect(store.readAll({ after: '12' })).rejects.toThrow('not a position of this log');
  });

  it('the other client of this server is not installed: two of them corrupt each other', () => {
    const require = createRequire(import.meta.url);
    expect(() => require.resolve(['@eventstore', 'db-client'].join('/'))).toThrow('Cannot find');
  });
});
