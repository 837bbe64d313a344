import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { derivedId, type EventStore } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { keptStreams } from './kept-streams.ts';

const NOW = '2026-11-23T09:00:00.000Z';
let store: EventStore;
let reads: string[];
beforeEach(() => {
  store = sqliteEventStore({ path: ':memory:', clock: () => NOW });
  reads = [];
});
afterEach(() => store.close());

let made = 0;
const newStream = (): string => `pledge-${(made += 1)}`;
const addedEvents = (...numbers: readonly number[]) =>
  numbers.map((number) => {
    const event = recorded({ type: 'Added', data: { number } }, 0);
    return { ...event, id: derivedId('added', (made += 1)) };
  });

const streams = (mostEvents?: number) =>
  keptStreams(
    {
      read: (stream, page) => {
        reads.push(`${stream} from ${page?.from ?? 0}`);
        return store.read(stream, page);
      },
    },
    mostEvents,
  );

it('has every event, of a stream of many pages too, and what was appended since', async () => {
  const [kept, stream] = [streams(), newStream()];
  expect((await kept.of(stream)).events).toEqual([]);
  await store.append(stream, 'no-stream', addedEvents(...Array.from({ length: 1000 }, () => 1)));
  expect((await kept.of(stream)).events).toHaveLength(1000);
  await store.append(stream, 999, addedEvents(2, 3));
  const { events } = await kept.of(stream);
  expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: 1002 }, (_, n) => n));
  expect(reads.at(-1)).toBe(`${stream} from 1000`);
});

it('what was made under a name stays, and is each stream’s own', async () => {
  const [kept, one, other] = [streams(), newStream(), newStream()];
  for (const stream of [one, other]) await store.append(stream, 'no-stream', addedEvents(1));
  const list = (await kept.of(one)).kept('a list', () => [1]);
  await store.append(one, 0, addedEvents(2));
  expect((await kept.of(one)).kept('a list', () => [2])).toBe(list);
  expect((await kept.of(other)).kept('a list', () => [3])).toEqual([3]);
});

it('those that were not asked about for the longest give way; one that is too long is kept alone', async () => {
  const [kept, one, other, long] = [streams(60), newStream(), newStream(), newStream()];
  for (const stream of [one, other]) await store.append(stream, 'no-stream', addedEvents(1));
  await store.append(long, 'no-stream', addedEvents(...Array.from({ length: 100 }, () => 1)));
  for (const stream of [one, other, one, long, long, one, other]) await kept.of(stream);
  expect(reads).toEqual(
    [`${one} 0`, `${other} 0`, `${one} 1`, `${long} 0`, `${long} 100`, `${one} 0`, `${other} 0`].map((read) =>
      read.replace(' ', ' from '),
    ),
  );
});

it('asked several times at once it is as new as the last of them', async () => {
  const [kept, stream] = [streams(), newStream()];
  await store.append(stream, 'no-stream', addedEvents(1));
  const first = kept.of(stream);
  await store.append(stream, 0, addedEvents(2));
  const second = kept.of(stream);
  expect((await second).events).toHaveLength(2);
  expect((await first).kept('a name', () => ({}))).toBe((await second).kept('a name', () => ({})));
});
