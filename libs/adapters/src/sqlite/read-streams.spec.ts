/** The log stream by stream: each event once, each stream in its order, whatever the size of pages and however streams alternate. */
import fc from 'fast-check';
import type { EventStore, EventToAppend, RecordedEvent } from '@pledgeline/event-sourcing';
import { newId } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { sqliteEventStore } from './sqlite-event-store.ts';

const note = (): EventToAppend => {
  const { metadata } = recorded({ type: 'Noted', data: {} }, 0);
  return { id: newId(), type: 'Noted', schemaVersion: 1, data: {}, metadata };
};

/** One event after the other, to the streams named. */
const filled = async (streams: readonly string[]): Promise<EventStore> => {
  const store = sqliteEventStore({ path: ':memory:' });
  const next = new Map<string, number>();
  for (const stream of streams) {
    const revision = next.get(stream) ?? 0;
    await store.append(stream, revision === 0 ? 'no-stream' : revision - 1, [note()]);
    next.set(stream, revision + 1);
  }
  return store;
};

const pagesOf = async (store: EventStore, limit: number): Promise<RecordedEvent[][]> => {
  const pages: RecordedEvent[][] = [];
  let after: string | undefined;
  do {
    const page = await store.readStreams?.({ after, limit });
    pages.push([...(page?.events ?? [])]);
    after = page?.after;
  } while (after !== undefined);
  return pages;
};

it('every event is in one page, as the log shows it, stream after stream', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('z', 'a', 'm', 'b'), { maxLength: 30 }),
      fc.integer({ min: 1, max: 12 }),
      async (streams, limit) => {
        const store = await filled(streams);
        const pages = await pagesOf(store, limit);
        const log = await store.readAll();
        await store.close();
        // In the order in which they began.
        const expected = [...new Set(streams)].flatMap((name) => log.filter(({ stream }) => stream === name));
        expect(pages.flat()).toEqual(expected);
        expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(limit);
      },
    ),
    { numRuns: 60 },
  ));

it('what is appended while it is read comes where its stream was not passed yet', async () => {
  const store = await filled(['a', 'a', 'b']);
  const first = await store.readStreams?.({ limit: 2 });
  for (const [stream, expected] of [
    ['a', 1],
    ['b', 0],
    ['c', 'no-stream'],
  ] as const)
    await store.append(stream, expected, [note()]);
  const rest = await store.readStreams?.({ after: first?.after });
  expect(rest?.events.map(({ stream, revision }) => `${stream} ${revision}`)).toEqual([
    ...['a 2', 'b 0', 'b 1', 'c 0'],
  ]);
  await store.close();
});

it('a place that no page has answered is refused', async () => {
  const store = await filled(['a']);
  for (const after of ['', '1', 'a 1', '1 -1', '1 1 1'])
    await expect(store.readStreams?.({ after })).rejects.toThrow(TypeError);
  await expect(store.readStreams?.({ limit: 0 })).rejects.toThrow(RangeError);
  await store.close();
});
