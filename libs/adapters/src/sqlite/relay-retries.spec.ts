/** The relay over a log, with a publisher that fails when a test says so: what it tells, and when it begins to count anew. */
import { LeadershipLost, newId, placeAfter, relay } from '@pledgeline/event-sourcing';
import type {
  EventStore,
  Publisher,
  Relay,
  RelayOptions,
  RecordedEvent,
  RelayStatus,
} from '@pledgeline/event-sourcing';
import { eventually, recorded } from '@pledgeline/event-sourcing/testing';
import { sqliteEventStore } from './sqlite-event-store.ts';

let store: EventStore;
let reported: RelayStatus[];
let running: Relay;
beforeEach(async () => {
  store = sqliteEventStore({ path: ':memory:' });
  reported = [];
  const { metadata } = recorded({ type: 'Noted', data: {} }, 0);
  const events = [0, 1, 2].map((n) => ({
    id: newId(),
    type: 'Noted',
    schemaVersion: 1,
    data: { n },
    metadata,
  }));
  await store.append('note-1', 'no-stream', events);
});
afterEach(async () => {
  await running.close();
  await store.close();
});

/** Publishes into memory, one leader at a time; throws the given errors first, in turn, null for none. */
const publisher = (...errors: (Error | null)[]) => {
  const published: RecordedEvent[] = [];
  const adapter: Publisher = {
    lead: () =>
      Promise.resolve({
        checkpoint: published.length === 0 ? undefined : placeAfter(published.at(-1)!, published, null),
        lost: new AbortController().signal,
        publish(batch) {
          const error = errors.shift();
          if (error !== null && error !== undefined) return Promise.reject(error);
          published.push(...batch);
          return Promise.resolve();
        },
        release: () => Promise.resolve(),
      }),
    close: () => Promise.resolve(),
  };
  return { adapter, published };
};

const start = (adapter: Publisher, options: Partial<RelayOptions> = {}): void => {
  const onStatus = (status: RelayStatus) => reported.push(status);
  const quick = { batchSize: 1, restMs: 0, firstDelayMs: 1, maxDelayMs: 2 };
  running = relay({ store, publisher: adapter, ...quick, onStatus, ...options });
};

const reportedAttempts = (): (number | undefined)[] =>
  reported.filter(({ state }) => state === 'retrying').map(({ failure }) => failure?.attempts);

const full = new Error('the broker is full');

it('counts failures in a row, and begins anew after a batch is published', async () => {
  const { adapter, published } = publisher(full, full, null, full, full, full);
  start(adapter);
  await eventually(() => published.length === 3);
  expect(reportedAttempts()).toEqual([1, 2, 1, 2, 3]);
  expect(published.map(({ revision }) => revision)).toEqual([0, 1, 2]);
});

it('names the first event of the batch that failed', async () => {
  const { adapter, published } = publisher(null, full);
  start(adapter, { batchSize: 2 });
  await eventually(() => published.length === 3);
  const third = published[2]?.id;
  expect(reported.find(({ failure }) => failure !== null)?.failure).toMatchObject({
    eventId: third,
    message: full.message,
  });
});

it('a lost lead is no failure: it stands by and leads again', async () => {
  const { adapter, published } = publisher(full, new LeadershipLost(), full);
  start(adapter);
  await eventually(() => published.length === 3);
  expect(reportedAttempts()).toEqual([1, 2]);
  expect(reported.map(({ state }) => state)).toContain('standby');
  await running.close();
  expect(running.status()).toMatchObject({ state: 'closed', failure: null });
});

it('closing does not wait for the delay after a failure', async () => {
  const { adapter } = publisher(full);
  start(adapter, { firstDelayMs: 3_600_000, maxDelayMs: 3_600_000 });
  await eventually(() => reported.some(({ state }) => state === 'retrying'));
  await running.close();
  expect(reported.map(({ state }) => state)).toEqual(['leading', 'retrying', 'closed']);
});
