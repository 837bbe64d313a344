/** Events of others in the same log, more of them than a call has time for: on the protocol stand-in, where they are a number. */
import type { EventStore, EventToAppend, Position } from '@pledgeline/event-sourcing';
import { newId, placeInText } from '@pledgeline/event-sourcing';
import { eventually, recorded } from '@pledgeline/event-sourcing/testing';
import { sqliteCheckpoints } from '../sqlite/sqlite-checkpoints.ts';
import { sqliteDelivery } from '../sqlite/sqlite-delivery.ts';
import { kurrentdbEventStore } from './kurrentdb-event-store.ts';
import type { StandIn } from './testing/stand-in.ts';
import { startStandIn } from './testing/stand-in.ts';

const event = (n: number): EventToAppend => ({
  id: newId(),
  type: 'Noted',
  schemaVersion: 1,
  data: { n },
  metadata: recorded({ type: 'Noted', data: {} }, 0).metadata,
});

/** A reader needs 5 s to get past them, and a call of these stores has 4 s. */
const MILLIONS = [1_000_000, 200_000] as const;
const TIMEOUT_MS = 4000;

describe('events of others', () => {
  let standIn: StandIn;
  let store: EventStore;
  let stop: AbortController;
  let warnings: string[];

  beforeEach(async () => {
    standIn = await startStandIn({ mostWaiting: 100 });
    stop = new AbortController();
    warnings = [];
    store = kurrentdbEventStore({
      url: standIn.url,
      categories: ['note'],
      timeoutMs: TIMEOUT_MS,
      onWarning: (message) => warnings.push(message),
    });
  });
  afterEach(async () => {
    stop.abort();
    await store.close();
    await standIn.stop();
  });

  const append = async (count: number, from = 0): Promise<void> => {
    const events = Array.from({ length: count }, (_, n) => event(from + n));
    await store.append('note-1', from === 0 ? 'no-stream' : from - 1, events);
  };
  const commit = (place: Position): number => Number(place.split('/')[0]);

  it.each([1, 500])(
    'before, between and after ours do not keep a page of %s from being read, nor twice',
    async (limit) => {
      await standIn.addOthers(...MILLIONS);
      await append(2);
      await standIn.addOthers(...MILLIONS);
      await append(1, 2);
      await standIn.addOthers(...MILLIONS);
      const readOnce = async (): Promise<number[]> => {
        const seen: number[] = [];
        let after: Position | undefined;
        for (;;) {
          const page = await store.readAll({ after, limit });
          if (page.length === 0) return seen;
          seen.push(...page.map(({ revision }) => revision));
          after = page.at(-1)?.position;
        }
      };
      expect(await readOnce()).toEqual([0, 1, 2]);
      const subscribed = (await standIn.subscribedFrom()).length;
      expect(subscribed).toBeLessThanOrEqual(3);
      expect(await readOnce()).toEqual([0, 1, 2]);
      expect(await standIn.subscribedFrom()).toHaveLength(subscribed);
      expect(warnings).toEqual([]);
    },
  );

  it('do not keep a follower from ours, and it does not begin again after a drop', async () => {
    await append(1);
    await standIn.addOthers(...MILLIONS);
    await append(1, 1);
    const seen: number[] = [];
    const places: number[] = [];
    let isHandled = true;
    const following = async (): Promise<void> => {
      const onPlace = async (place: Position): Promise<void> => {
        expect(isHandled).toBe(true);
        places.push(commit(place));
        if (places.length === 1) await standIn.dropSubscriptions('error');
      };
      for await (const batch of store.follow(undefined, { signal: stop.signal, onPlace })) {
        isHandled = false;
        await new Promise((go) => setImmediate(go));
        seen.push(...batch.map(({ revision }) => revision));
        isHandled = true;
        if (seen.length === 2) stop.abort();
      }
    };
    await following();
    expect(seen).toEqual([0, 1]);
    expect(places.length).toBeGreaterThan(1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    const [first, second] = await standIn.subscribedFrom();
    expect(first).toBe('start');
    expect(Number(second)).toBeGreaterThanOrEqual(places[0]!);
  });

  it('are passed by a group once: after a restart it goes on where it was', async () => {
    await append(1);
    await standIn.addOthers(...MILLIONS);
    const end = commit((await store.last())!);
    const checkpoints = sqliteCheckpoints({ path: ':memory:' });
    const start = () => {
      const delivery = sqliteDelivery({ store, checkpoints: () => checkpoints });
      delivery.subscribe('work', () => Promise.resolve());
      return delivery;
    };
    const delivery = start();
    const kept = async (): Promise<number> =>
      commit(placeInText((await checkpoints.load('work')) ?? '0/0').position);
    // The last checkpoint stands less than 32 times 100 events before the end.
    await eventually(async () => (await kept()) > end - 3200 * 100);
    await delivery.close();
    await store.close();
    const place = await kept();
    store = kurrentdbEventStore({ url: standIn.url, categories: ['note'], timeoutMs: TIMEOUT_MS });
    const again = start();
    await eventually(() => again.status()[0]?.state === 'live');
    await eventually(async () => Number((await standIn.subscribedFrom()).at(-1)) >= place);
    await again.close();
    await checkpoints.close();
  });

  it('whatever their number, the end is said at once', async () => {
    await append(1);
    await standIn.addOthers(4_000_000, 1);
    const [last] = await store.read('note-1');
    expect(commit((await store.last())!)).toBeGreaterThan(commit(last!.position) + 3_999_999 * 100);
    expect(await standIn.subscribedFrom()).toEqual([]);
  });

  it('a server that falls silent within them is left, and the next one asked from the place', async () => {
    await append(1);
    await standIn.addOthers(...MILLIONS);
    await append(1, 1);
    const seen: number[] = [];
    let frozen = false;
    const onPlace = (): void => {
      if (frozen) return;
      frozen = true;
      standIn.freeze();
    };
    const following = (async () => {
      for await (const batch of store.follow(undefined, { signal: stop.signal, onPlace })) {
        seen.push(...batch.map(({ revision }) => revision));
        if (seen.length === 2) return;
      }
    })();
    await eventually(() => warnings.some((message) => message.includes('no word within 4000 ms')));
    standIn.thaw();
    await following;
    expect(seen).toEqual([0, 1]);
    expect((await standIn.subscribedFrom()).slice(1)).not.toContain('start');
  });

  it('a consumer that the server drops for being slow goes on, and has each event once', async () => {
    await append(1);
    const seen: number[] = [];
    for await (const batch of store.follow(undefined, { signal: stop.signal, limit: 10 })) {
      seen.push(...batch.map(({ revision }) => revision));
      if (seen.length === 1)
        for (let n = 0; n < 30; n += 1) {
          const events = Array.from({ length: 20 }, (_, m) => ({
            ...event(1 + n * 20 + m),
            data: { text: 'x'.repeat(5000) },
          }));
          await store.append('note-1', n * 20, events);
        }
      if (seen.length >= 601) stop.abort();
    }
    expect(seen).toEqual(Array.from({ length: 601 }, (_, n) => n));
    expect(warnings.filter((message) => message.includes('too slow'))).not.toEqual([]);
  });
});
