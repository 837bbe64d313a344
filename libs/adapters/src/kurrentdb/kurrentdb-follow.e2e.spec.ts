/** Following when the server fails, on the protocol stand-in: nothing is lost, nothing is twice, nothing is out of order. */
import type { EventStore, EventToAppend, RecordedEvent } from '@pledgeline/event-sourcing';
import { newId, StoreUnavailable } from '@pledgeline/event-sourcing';
import { eventually, recorded } from '@pledgeline/event-sourcing/testing';
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

describe('following kurrentdb', () => {
  let standIn: StandIn;
  let store: EventStore;
  let reported: string[];
  let stop: AbortController;
  const stream = 'note-1';

  beforeEach(async () => {
    standIn = await startStandIn();
    reported = [];
    stop = new AbortController();
    store = kurrentdbEventStore({
      url: standIn.url,
      categories: ['note'],
      timeoutMs: 1000,
      onWarning: (message) => reported.push(message),
    });
  });
  afterEach(async () => {
    stop.abort();
    await store.close();
    await standIn.stop();
  });

  let written = 0;
  beforeEach(() => {
    written = 0;
  });
  const append = async (count: number): Promise<void> => {
    const events = Array.from({ length: count }, (_, n) => event(written + n));
    for (;;) {
      try {
        await store.append(stream, written === 0 ? 'no-stream' : written - 1, events);
        break;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    }
    written += count;
  };

  /** Hands each batch to `during`, until so many events were seen. */
  const follow = async (
    count: number,
    during: (seen: readonly RecordedEvent[], size: number) => unknown = () => undefined,
    options: { readonly limit?: number } = {},
  ): Promise<number[]> => {
    const seen: RecordedEvent[] = [];
    for await (const batch of store.follow(undefined, { signal: stop.signal, ...options })) {
      seen.push(...batch);
      await during(seen, batch.length);
      if (seen.length >= count) stop.abort();
    }
    return seen.map(({ revision }) => revision);
  };
  /** Of the subscription alone: on a busy machine an append may be told to come again, too. */
  const interruptions = (): readonly string[] =>
    reported.filter((message) => message.includes('was interrupted'));

  const all = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

  it.each(['ok', 'error'] as const)(
    'a subscription that the server ends (%s) goes on after what was handed over',
    async (how) => {
      await append(3);
      const drops = new Set<number>();
      const following = follow(30, async (seen) => {
        // While the consumer works on a batch, and after more has arrived.
        if (drops.has(seen.length) || seen.length >= 30) return;
        drops.add(seen.length);
        await append(3);
        await standIn.dropSubscriptions(how);
        if (seen.length >= written) await append(3);
      });
      expect((await following).slice(0, 30)).toEqual(all(30));
      // Each time something was handed over since the last drop, so that the delay is the first one again.
      expect(interruptions().length).toBeGreaterThan(1);
      for (const message of interruptions()) expect(message).toContain('again in 50 ms');
    },
  );

  it.each(['ok', 'error'] as const)(
    'every few events dropped (%s), all are there once and in order',
    async (how) => {
      await standIn.inject({ kind: 'drop', on: 'subscribe', afterEvents: 7, how });
      const following = follow(200, undefined, { limit: 5 });
      for (let n = 0; n < 20; n += 1) await append(10);
      expect(await following).toEqual(all(200));
    },
  );

  it('a server killed and started again while it is followed loses nothing', async () => {
    const following = follow(120);
    for (let n = 0; n < 4; n += 1) {
      await append(30);
      await standIn.restart();
    }
    expect(await following).toEqual(all(120));
  });

  it.each(['refuse', 'hang', 'break', 'close'] as const)(
    'a subscription that cannot begin (%s) is tried again until it can',
    async (kind) => {
      await append(2);
      await standIn.inject({ kind, on: 'subscribe', times: 2 });
      const following = follow(4);
      while (interruptions().length < 2) await new Promise((go) => setImmediate(go));
      await append(2);
      expect(await following).toEqual(all(4));
    },
  );

  it('a log that cannot be reached at first is followed once it can', async () => {
    await append(2);
    await standIn.kill();
    const following = follow(2);
    while (reported.length === 0) await new Promise((go) => setImmediate(go));
    await standIn.restart();
    expect(await following).toEqual(all(2));
  });

  it('a right that is missing is thrown, with when to come again', async () => {
    await standIn.inject({ kind: 'deny', on: 'subscribe' });
    await expect(follow(1)).rejects.toMatchObject({ name: 'StoreRefuses', askAgainMs: 30_000 });
  });

  it('ends at once when it is told to while the store is away', async () => {
    await standIn.kill();
    const following = follow(1);
    while (reported.length < 2) await new Promise((go) => setImmediate(go));
    stop.abort();
    expect(await following).toEqual([]);
  });

  it('what arrives while the consumer works makes the next batch, up to the limit', async () => {
    await append(1);
    const sizes: number[] = [];
    await follow(
      61,
      async (seen, size) => {
        sizes.push(size);
        if (seen.length !== 1) return;
        for (let n = 0; n < 60; n += 1) await append(1);
      },
      { limit: 20 },
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
    // One by one would be 61.
    expect(sizes.length).toBeLessThan(30);
  });

  it('a slow consumer makes the server wait, and misses nothing', async () => {
    for (let n = 0; n < 20; n += 1) await append(50);
    const seen = await follow(1000, () => new Promise((go) => setImmediate(go)), { limit: 10 });
    expect(seen).toEqual(all(1000));
  });

  it('events of other categories and of the server itself are left out', async () => {
    const other = kurrentdbEventStore({ url: standIn.url, categories: ['other'] });
    await other.append('other-1', 'no-stream', all(200).map(event));
    await append(1);
    await other.append('other-1', 199, all(200).map(event));
    const following = follow(2);
    await append(1);
    expect(await following).toEqual(all(2));
    expect(await store.readAll()).toHaveLength(2);
    await other.close();
  });

  it('closing the store ends its followers', async () => {
    const following = follow(1);
    await append(0).catch(() => undefined);
    await store.close();
    expect(await following).toEqual([]);
  });

  it.each([
    ['a server that answers', 0],
    ['one that cannot say where its log ends just then', 100],
  ])('what %s says of beyond the end of its log is no place of ours', async (_, refusals) => {
    await append(3);
    await standIn.inject({ kind: 'ahead', on: 'subscribe' });
    const places: string[] = [];
    const seen: number[] = [];
    const onPlace = (place: string): void => void places.push(place);
    const following = (async () => {
      for await (const batch of store.follow(undefined, { signal: stop.signal, onPlace })) {
        if (seen.length === 0 && refusals > 0)
          await standIn.inject({ kind: 'refuse', on: 'read', times: refusals });
        seen.push(...batch.map(({ revision }) => revision));
        if (seen.length === 4) return;
      }
    })();
    if (refusals > 0) {
      await eventually(() => reported.some((message) => message.includes('interrupted')));
      await standIn.clear();
    } else {
      await eventually(() => places.length > 0);
    }
    const end = await store.last();
    expect(places).toEqual(places.map(() => end));
    await standIn.dropSubscriptions('error');
    await append(1);
    await following;
    expect(seen).toEqual(all(4));
  });

  it('in an empty log there is no place, and following goes on from the start', async () => {
    await standIn.inject({ kind: 'ahead', on: 'subscribe' });
    const places: string[] = [];
    const seen: number[] = [];
    const following = (async () => {
      const onPlace = (place: string): void => void places.push(place);
      for await (const batch of store.follow(undefined, { signal: stop.signal, onPlace })) {
        seen.push(...batch.map(({ revision }) => revision));
        if (seen.length === 1) return;
      }
    })();
    await eventually(async () => (await standIn.subscribedFrom()).length === 1);
    // What it was told by then has been looked at.
    for (let n = 0; n < 20; n += 1) expect(await store.last()).toBeUndefined();
    await standIn.dropSubscriptions('error');
    await append(1);
    await following;
    expect(seen).toEqual(all(1));
    expect(places).toEqual([]);
  });
});
