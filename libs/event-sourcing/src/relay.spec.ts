/** A broker that fails now and then; the log and the leadership are as simple as the ports allow. */
import { once } from 'node:events';
import type { RecordedEvent } from './event.ts';
import type { EventAt } from './event-store.ts';
import { placeAfter } from './kept-place.ts';
import type { KeptPlace } from './kept-place.ts';
import type { Publisher } from './publisher.ts';
import { relay } from './relay.ts';
import { eventually } from './testing/eventually.ts';
import { recorded } from './testing/spec-for.ts';

const events = Array.from({ length: 4 }, (_, n) => recorded({ type: 'Counted', data: {} }, n));

const store = {
  last: () => Promise.resolve(events.at(-1)?.position),
  at: (position: string): Promise<EventAt> => {
    const event = events.find((each) => each.position === position);
    return Promise.resolve(event === undefined ? { is: 'others' } : { is: 'event', event });
  },
  read: (stream: string, { from = 0 } = {}) =>
    Promise.resolve(events.filter((event) => event.stream === stream && event.revision >= from)),
  async *follow(
    after: string | undefined,
    { signal }: { readonly signal: AbortSignal },
  ): AsyncGenerator<readonly RecordedEvent[]> {
    const next = after === undefined ? 0 : events.findIndex(({ position }) => position === after) + 1;
    for (const event of events.slice(next)) {
      if (signal.aborted) return;
      yield await Promise.resolve([event]);
    }
    // Nothing more is written.
    if (!signal.aborted) await once(signal, 'abort');
  },
};

/** @param outcomes of each attempt to publish, in turn. */
const brokerWith = (outcomes: readonly ('ok' | 'fails')[]): Publisher => {
  const left = [...outcomes];
  let checkpoint: KeptPlace | undefined;
  return {
    lead: () =>
      Promise.resolve({
        checkpoint,
        lost: new AbortController().signal,
        publish: (batch) => {
          if (left.shift() === 'fails') return Promise.reject(new Error('the broker is away'));
          checkpoint = placeAfter(batch.at(-1)!, batch, null);
          return Promise.resolve();
        },
        release: () => Promise.resolve(),
      }),
    close: () => Promise.resolve(),
  };
};

it('rests after a batch that is not full, and not after a full one', async () => {
  const hour = { store, restMs: 3_600_000 };
  const resting = relay({ ...hour, publisher: brokerWith([]) });
  await eventually(() => resting.status().published > 0);
  await resting.close();
  expect(resting.status().published).toBe(1);
  const full = relay({ ...hour, publisher: brokerWith([]), batchSize: 1 });
  await eventually(() => full.status().published === events.length);
  await full.close();
});

it('counts failures in a row: after a batch that was published the next failure is the first again', async () => {
  const attempts: number[] = [];
  const publisher = brokerWith(['fails', 'fails', 'ok', 'fails', 'ok', 'ok', 'ok']);
  const running = relay({
    store,
    publisher,
    restMs: 0,
    firstDelayMs: 1,
    maxDelayMs: 1,
    onStatus: ({ state, failure }) => {
      if (state === 'retrying') attempts.push(failure?.attempts ?? 0);
    },
  });
  await eventually(() => running.status().position === events.at(-1)?.position);
  await running.close();
  expect(attempts).toEqual([1, 2, 1]);
});

/** Takes a batch unless the event of this revision is in it, which it cannot carry. */
const brokerWithout = (revision: number, published: number[]): Publisher => {
  let checkpoint: KeptPlace | undefined;
  return {
    lead: () =>
      Promise.resolve({
        checkpoint,
        lost: new AbortController().signal,
        publish: (batch, upTo) => {
          if (batch.some((event) => event.revision === revision))
            return Promise.reject(new Error('too large for a message'));
          published.push(...batch.map((event) => event.revision));
          checkpoint = upTo;
          return Promise.resolve();
        },
        release: () => Promise.resolve(),
      }),
    close: () => Promise.resolve(),
  };
};

it('an event that cannot be carried is found, waits for an operator, and is then left out', async () => {
  const published: number[] = [];
  const skipped = new Set<string>();
  const whole = {
    ...store,
    async *follow(after: string | undefined, { signal }: { readonly signal: AbortSignal }) {
      const open = events.slice(after === undefined ? 0 : Number(after) + 1);
      if (open.length > 0) yield await Promise.resolve(open);
      if (!signal.aborted) await once(signal, 'abort');
    },
  };
  const running = relay({
    store: whole,
    publisher: brokerWithout(2, published),
    skips: { of: (group) => Promise.resolve(group === 'relay' ? skipped : new Set()) },
    restMs: 0,
    firstDelayMs: 1,
    maxDelayMs: 1,
    batchSize: 4,
  });
  await eventually(() => running.status().failure?.alone === true);
  expect(running.status()).toMatchObject({
    state: 'retrying',
    failure: { eventId: 'event-2', stream: 'stream-1', revision: 2 },
  });
  expect(published).toEqual([0, 1]);
  skipped.add('event-2');
  await eventually(() => running.status().position === '3');
  await running.close();
  expect(published).toEqual([0, 1, 3]);
  expect(running.status().failure).toBeNull();
});

it('a place behind events of others becomes the checkpoint without an event, and the next leader begins there', async () => {
  const published: number[] = [];
  const begunAfter: (string | undefined)[] = [];
  const shared = {
    ...store,
    async *follow(
      after: string | undefined,
      {
        signal,
        onPlace,
      }: { readonly signal: AbortSignal; readonly onPlace?: (place: string) => Promise<void> },
    ) {
      begunAfter.push(after);
      if (after === undefined) yield await Promise.resolve(events);
      await onPlace?.('400');
      if (!signal.aborted) await once(signal, 'abort');
    },
  };
  const publisher = brokerWithout(-1, published);
  for (let start = 1; start <= 2; start += 1) {
    const running = relay({ store: shared, publisher, restMs: 0 });
    await eventually(() => running.status().position === '400');
    await running.close();
  }
  expect(begunAfter).toEqual([undefined, '400']);
  expect(published).toEqual([0, 1, 2, 3]);
});
