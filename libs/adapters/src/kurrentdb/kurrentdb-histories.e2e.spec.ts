/**
 * Histories that are not whole, and what others write into our streams, as an administrator and other programs make them: with the
 * vendor's client, on the protocol stand-in or, where KURRENTDB_URL is set, on a real server.
 */
import { binaryEvent, jsonEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';
import {
  correctedHistory,
  handleCommand,
  HistoryIncomplete,
  isOurs,
  newId,
  relay,
  wholeStream,
  wholeStreams,
} from '@pledgeline/event-sourcing';
import type {
  KeptPlace,
  EventStore,
  Publisher,
  RecordedEvent,
  SetAside,
  SetAsideItem,
} from '@pledgeline/event-sourcing';
import type { Counter } from '@pledgeline/event-sourcing/testing';
import {
  add,
  addedEvents,
  counter,
  counterCatalogue,
  eventually,
  newStream,
  readsEverything,
} from '@pledgeline/event-sourcing/testing';
import { kurrentdbEventStore } from './kurrentdb-event-store.ts';
import { testServer } from './testing/test-server.ts';
import type { TestServer } from './testing/test-server.ts';

let server: TestServer;
let others: KurrentDBClient;
let store: EventStore;
let stream: string;

beforeAll(async () => {
  server = await testServer();
  others = KurrentDBClient.connectionString(server.url);
});
beforeEach(() => {
  store = kurrentdbEventStore({ url: server.url, categories: ['counter'] });
  stream = newStream();
});
afterEach(() => store.close());
afterAll(async () => {
  await others.dispose();
  await server.stop();
});

const handler = () =>
  handleCommand({ store, decider: counter, catalogue: counterCatalogue, reads: readsEverything });

const ofOthers = () => jsonEvent({ id: newId(), type: 'SomethingElse', data: { secret: 'theirs' } });

const foreign: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['an event of others', () => others.appendToStream(stream, [ofOthers()])],
  [
    'an event of others of a name of ours',
    () => others.appendToStream(stream, [jsonEvent({ id: newId(), type: 'Added', data: { amount: 7 } })]),
  ],
  [
    'a link',
    () =>
      others.appendToStream(stream, [
        binaryEvent({ id: newId(), type: '$>', data: Buffer.from('0@elsewhere') }),
      ]),
  ],
  [
    'an event of the server',
    () => others.appendToStream(stream, [jsonEvent({ id: newId(), type: '$system', data: {} })]),
  ],
];

describe.each(foreign)('%s in one of our streams', (_, write) => {
  it('counts as a revision, says nothing, and the stream stays writable', async () => {
    await handler()(stream, add([1, 2]));
    await write();
    expect(await handler()(stream, add([3]))).toMatchObject({ revision: 3 });
    expect(await handler().load(stream)).toMatchObject({ state: { total: 6, events: 3 }, revision: 3 });
    // Also for a state that every event changes.
    const decider = { ...counter, evolve: (state: Counter) => ({ ...state, events: state.events + 1 }) };
    const counting = handleCommand({ store, decider, catalogue: counterCatalogue, reads: readsEverything });
    expect(await counting.load(stream)).toMatchObject({ state: { events: 3 }, revision: 3 });
    const all = await wholeStream(store, stream);
    expect(all.map((event) => [event.revision, isOurs(event)])).toEqual([
      [0, true],
      [1, true],
      [2, false],
      [3, true],
    ]);
    expect(JSON.stringify(all[2])).not.toContain('theirs');
    const corrected = await correctedHistory(store, counterCatalogue)(stream, Infinity);
    expect(corrected.map(({ revision }) => revision)).toEqual([0, 1, 3]);
  });

  it('is set aside where the log is carried, and what is around it goes on', async () => {
    const before = await store.last();
    await handler()(stream, add([1]));
    await write();
    await handler()(stream, add([2]));
    const aside: SetAsideItem[] = [];
    const carried = await wholeStreams(store, (items) => aside.push(...items))(
      await store.readAll({ after: before }),
    );
    expect(carried.map(({ revision }) => revision)).toEqual([0, 2]);
    expect(aside).toMatchObject([{ stream, revision: 1, why: 'it was not written by this application' }]);
  });
});

const limits: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['deleted', () => others.deleteStream(stream)],
  ['truncated', () => others.setStreamMetadata(stream, { truncateBefore: 1 })],
  ['limited', () => others.setStreamMetadata(stream, { maxCount: 1 })],
  ['deleted for good', () => others.tombstoneStream(stream)],
];

describe.each(limits)('a stream that was %s', (how, limit) => {
  const whole = (): Promise<readonly RecordedEvent[]> => wholeStream(store, stream);

  it('is neither folded nor continued', async () => {
    await handler()(stream, add([1, 2, 3]));
    await limit();
    await expect(handler()(stream, add([4]))).rejects.toMatchObject({ code: 'HISTORY_INCOMPLETE', stream });
    await expect(whole()).rejects.toThrow(HistoryIncomplete);
  });

  it('is found out by who has folded it before', async () => {
    const handle = handler();
    await handle(stream, add([1, 2, 3]));
    await limit();
    // What hides older events alone takes nothing from a state that was folded of all of them.
    if (how.startsWith('deleted'))
      await expect(handle.load(stream)).rejects.toMatchObject({ code: 'HISTORY_INCOMPLETE' });
    else expect(await handle.load(stream)).toMatchObject({ revision: 2, state: { total: 6 } });
  });

  it('is not carried any further, and others are', async () => {
    const before = await store.last();
    await handler()(stream, add([1, 2, 3]));
    await limit();
    if (how !== 'deleted for good')
      await store.append(stream, how === 'deleted' ? 'no-stream' : 2, addedEvents(4));
    const other = newStream();
    await handler()(other, add([1]));
    const published: RecordedEvent[] = [];
    let setAside: SetAside | undefined;
    const running = relay({
      store,
      publisher: publisherOf(before === undefined ? undefined : { position: before, event: null }, published),
      onSetAside: (all) => (setAside = all),
    });
    await eventually(() => published.some((event) => event.stream === other));
    await running.close();
    expect(published.filter((event) => event.stream === stream).map(({ revision }) => revision)).toEqual([
      0, 1, 2,
    ]);
    expect(setAside?.newest.at(-1)).toMatchObject({ stream });
  });
});

it('a new life over a deleted stream is refused, and found again by a relay that starts afterwards', async () => {
  await handler()(stream, add([1, 2]));
  await others.deleteStream(stream);
  await expect(handler()(stream, add([5]))).rejects.toMatchObject({
    code: 'HISTORY_INCOMPLETE',
    stream,
    missing: { from: 0, to: 1 },
  });
  const [event] = await store.read(stream);
  expect(event?.revision).toBe(2);
  const aside: SetAsideItem[] = [];
  const carried = await wholeStreams(store, (items) => aside.push(...items))([event!]);
  expect(carried).toEqual([]);
  expect(aside).toMatchObject([{ stream, revision: 2, type: 'Added' }]);
});

const publisherOf = (checkpoint: KeptPlace | undefined, published: RecordedEvent[]): Publisher => ({
  lead: () =>
    Promise.resolve({
      checkpoint,
      lost: new AbortController().signal,
      publish: (batch) => {
        published.push(...batch);
        return Promise.resolve();
      },
      release: () => Promise.resolve(),
    }),
  close: () => Promise.resolve(),
});
