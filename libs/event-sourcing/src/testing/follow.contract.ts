/** Following the log: first the past, then what comes, until the signal aborts. Part of the event store's contract. */
import type { RecordedEvent } from '../event.ts';
import type { EventStore } from '../event-store.ts';
import { asAppended } from './as-appended.ts';
import { addedEvents, newStream } from './counter.ts';
import { endOf } from './whole-log.ts';

export const followContract = (opened: () => EventStore): void => {
  describe('following', () => {
    let store: EventStore;
    beforeEach(() => {
      store = opened();
    });

    it('says where the log ends: nothing is after it until something is written', async () => {
      await store.append(newStream(), 'no-stream', addedEvents(1, 2));
      const ends = await store.last();
      expect(await store.readAll({ after: ends })).toEqual([]);
      const { events } = await store.append(newStream(), 'no-stream', addedEvents(3, 4));
      expect((await store.readAll({ after: ends })).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    });

    it('begins with the past and goes on with what comes', async () => {
      const before = await endOf(store);
      const past = await store.append(newStream(), 'no-stream', addedEvents(1, 2));
      const following = follow(store, before);
      expect((await following.next(2)).map(asAppended)).toEqual(past.events);
      const waited = following.next(3);
      const first = await store.append(newStream(), 'no-stream', addedEvents(3));
      const second = await store.append(newStream(), 'no-stream', addedEvents(4, 5));
      expect((await waited).map(asAppended)).toEqual([...first.events, ...second.events]);
      await following.stop();
    });

    it('begins after the position it is given', async () => {
      const stream = newStream();
      await store.append(stream, 'no-stream', addedEvents(1, 2, 3));
      const events = await store.read(stream);
      const following = follow(store, events[0]?.position);
      expect(await following.next(2)).toEqual(events.slice(1));
      await following.stop();
    });

    it('keeps to the size of a batch', async () => {
      const before = await endOf(store);
      await store.append(newStream(), 'no-stream', addedEvents(1, 2, 3, 4, 5));
      const stop = new AbortController();
      const sizes: number[] = [];
      for await (const batch of store.follow(before, { signal: stop.signal, limit: 2 })) {
        sizes.push(batch.length);
        if (sizes.reduce((sum, size) => sum + size) === 5) stop.abort();
      }
      expect(Math.max(...sizes)).toBeLessThanOrEqual(2);
    });

    it('hands every follower everything, and nothing twice', async () => {
      const before = await endOf(store);
      const followers = [follow(store, before), follow(store, before), follow(store, before)];
      const waiting = followers.map((follower) => follower.next(40));
      const appended = await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.append(newStream(), 'no-stream', addedEvents(n, n))),
      );
      const written = appended.flatMap(({ events }) => events).map(({ id }) => id);
      for (const seen of await Promise.all(waiting)) {
        expect(seen.map(({ id }) => id).toSorted()).toEqual(written.toSorted());
      }
      for (const follower of followers) await follower.stop();
    });

    it('ends when it is told to stop, also while it waits', async () => {
      const following = follow(store, await endOf(store));
      const waited = following.next(1);
      await following.stop();
      expect(await waited).toEqual([]);
    });

    it('does not begin when it was told to stop before', async () => {
      const batches: unknown[] = [];
      for await (const batch of store.follow(undefined, { signal: AbortSignal.abort() })) batches.push(batch);
      expect(batches).toEqual([]);
    });
  });
};

/** Collects what a follower sees; `next` answers once so many more events are there, or the end is. */
const follow = (store: EventStore, after: string | undefined) => {
  const stop = new AbortController();
  const seen: RecordedEvent[] = [];
  let ended = false;
  let wake = (): void => undefined;
  const run = async (): Promise<void> => {
    for await (const batch of store.follow(after, { signal: stop.signal })) {
      seen.push(...batch);
      wake();
    }
    ended = true;
    wake();
  };
  const running = run();
  return {
    async next(count: number): Promise<RecordedEvent[]> {
      while (seen.length < count && !ended) await new Promise<void>((resolve) => (wake = resolve));
      return seen.splice(0, count);
    },
    async stop(): Promise<void> {
      stop.abort();
      await running;
    },
  };
};
