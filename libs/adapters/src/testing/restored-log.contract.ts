/**
 * What everybody who keeps a place does when the log comes back from a backup: who was not further than that goes on, everybody
 * else refuses before anything is handled, once, and says what to do.
 */
import type {
  Delivery,
  EventStore,
  EventToAppend,
  KeptPlace,
  Publisher,
  RecordedEvent,
  Relay,
  RelayStatus,
} from '@pledgeline/event-sourcing';
import { newId, relay } from '@pledgeline/event-sourcing';
import { eventually, recorded } from '@pledgeline/event-sourcing/testing';
import { sqliteCheckpoints } from '../sqlite/sqlite-checkpoints.ts';
import { sqliteDelivery } from '../sqlite/sqlite-delivery.ts';

export interface RestorableLog {
  /** @returns the log as it is now, closed and opened again. */
  backUp(): Promise<EventStore>;
  /** Puts the copy where the log was. */
  restore(): Promise<EventStore>;
  close(): Promise<void>;
}

const event = (): EventToAppend => ({
  id: newId(),
  type: 'Noted',
  schemaVersion: 1,
  data: { text: 'of the same length in every log' },
  metadata: recorded({ type: 'Noted', data: {} }, 0).metadata,
});

const append = async (store: EventStore, from: number, count: number): Promise<void> => {
  await store.append(
    'note-1',
    from === 0 ? 'no-stream' : from - 1,
    Array.from({ length: count }, () => event()),
  );
};

/** A publisher whose checkpoint outlives each relay, as the broker's does. */
const broker = () => {
  const published: RecordedEvent[] = [];
  let checkpoint: KeptPlace | undefined;
  let led = 0;
  const publisher: Publisher = {
    lead: () => {
      led += 1;
      return Promise.resolve({
        checkpoint,
        lost: new AbortController().signal,
        publish: (batch, upTo) => {
          published.push(...batch);
          checkpoint = upTo;
          return Promise.resolve();
        },
        release: () => Promise.resolve(),
      });
    },
    close: () => Promise.resolve(),
  };
  return { publisher, published, led: () => led };
};

/** How many events are written after the restore; what was reached before is 3 with, and 5 beyond the backup. */
const CASES = [
  { name: 'the backup is as new as the place', beyond: 0, written: 0, isRefused: false },
  { name: 'the backup is as new as the place, and has grown', beyond: 0, written: 3, isRefused: false },
  { name: 'the log is shorter', beyond: 5, written: 0, isRefused: true },
  { name: 'the log has grown less than it had', beyond: 5, written: 2, isRefused: true },
  { name: 'the log has grown as much, differently', beyond: 5, written: 5, isRefused: true },
  { name: 'the log has grown more, differently', beyond: 5, written: 9, isRefused: true },
] as const;

export const restoredLogContract = (name: string, open: () => Promise<RestorableLog>): void => {
  describe(`a log that was restored: ${name}`, () => {
    let log: RestorableLog;
    beforeEach(async () => {
      log = await open();
    });
    afterEach(() => log.close());

    /** 3 events, a backup, and as many more as are then lost. */
    const backedUp = async (beyond: number): Promise<EventStore> => {
      const store = await log.backUp();
      if (beyond > 0) await append(store, 3, beyond);
      return store;
    };

    it.each(CASES)('a group: $name', async ({ beyond, written, isRefused }) => {
      const checkpoints = sqliteCheckpoints({ path: ':memory:' });
      const begin = (store: EventStore, seen: number[], states: string[]): Delivery => {
        const delivery = sqliteDelivery({
          store,
          checkpoints: () => checkpoints,
          firstDelayMs: 1,
          onStatus: ({ state, failure }) => states.push(`${state} ${failure?.attempts ?? 0}`),
        });
        delivery.subscribe('work', (batch) => {
          seen.push(...batch.map(({ revision }) => revision));
          return Promise.resolve();
        });
        return delivery;
      };
      const before: number[] = [];
      const delivery = begin(await backedUp(beyond), before, []);
      await eventually(() => before.length === 3 + beyond && delivery.status()[0]?.state === 'live');
      await delivery.close();

      const restored = await log.restore();
      if (written > 0) await append(restored, 3, written);
      const [seen, states]: [number[], string[]] = [[], []];
      const again = begin(restored, seen, states);
      const state = () => again.status()[0]?.state;
      await eventually(() => state() === 'stopped' || (state() === 'live' && seen.length === written));
      if (isRefused) {
        expect(seen).toEqual([]);
        expect(states).toEqual(['stopped 1']);
        const { failure } = again.status()[0]!;
        expect(failure).toMatchObject({ eventId: '', stream: '' });
        expect(failure?.message).toContain(`ends at ${await restored.last()}`);
        expect(failure?.message).toContain('docs/operations.md');
      } else {
        expect(seen).toEqual(Array.from({ length: written }, (_, n) => 3 + n));
      }
      await again.close();
      await checkpoints.close();
    });

    it.each(CASES)('the relay: $name', async ({ beyond, written, isRefused }) => {
      const { publisher, published, led } = broker();
      const begin = (store: EventStore, told: RelayStatus[] = []): Relay =>
        relay({ store, publisher, restMs: 0, firstDelayMs: 1, onStatus: (status) => told.push(status) });
      const running = begin(await backedUp(beyond));
      await eventually(() => published.length === 3 + beyond && running.status().published > 0);
      await running.close();
      published.length = 0;

      const restored = await log.restore();
      if (written > 0) await append(restored, 3, written);
      const told: RelayStatus[] = [];
      const again = begin(restored, told);
      const state = () => again.status().state;
      await eventually(
        () => state() === 'stopped' || (state() === 'leading' && published.length === written),
      );
      if (isRefused) {
        expect(published).toEqual([]);
        expect(told.map((status) => status.state)).toEqual(['stopped']);
        expect(told[0]?.failure?.message).toContain(`ends at ${await restored.last()}`);
        expect(led()).toBe(2);
      } else {
        expect(published.map(({ revision }) => revision)).toEqual(
          Array.from({ length: written }, (_, n) => 3 + n),
        );
      }
      await again.close();
      expect(again.status().state).toBe('closed');
    });
  });
};

/** The first three events of a log that is backed up. */
export const firstEvents = (store: EventStore): Promise<void> => append(store, 0, 3);
