/**
 * What a server answers an append, and what it does not, on the protocol stand-in: refusals for size, calls that end for all that
 * wait on them, answers that are late although the events are there, and many appends at once.
 */
import type { EventStore, EventToAppend } from '@pledgeline/event-sourcing';
import { AppendTooLarge, handleCommand, WrongExpectedRevision } from '@pledgeline/event-sourcing';
import {
  add,
  addedEvents,
  counter,
  counterCatalogue,
  newStream,
  readsEverything,
  withContent,
} from '@pledgeline/event-sourcing/testing';
import { kurrentdbEventStore } from './kurrentdb-event-store.ts';
import type { StandIn, StandInOptions } from './testing/stand-in.ts';
import { startStandIn } from './testing/stand-in.ts';

/** No answer is given up within the time of a test: what is answered was answered, or seen. */
const TIMEOUT_MS = 120_000;

describe('an append to kurrentdb', () => {
  let standIn: StandIn;
  let store: EventStore;
  let reported: string[];
  const open = async (options: StandInOptions = {}): Promise<void> => {
    standIn = await startStandIn(options);
    reported = [];
    store = kurrentdbEventStore({
      url: standIn.url,
      categories: ['counter'],
      timeoutMs: TIMEOUT_MS,
      onWarning: (message) => reported.push(message),
    });
  };
  afterEach(async () => {
    await standIn.clear();
    await standIn.stop();
    await store.close();
  });

  const ofBytes = (count: number): EventToAppend[] => [withContent({ text: 'x'.repeat(count) })];
  const small = (): readonly [string, 'no-stream', EventToAppend[]] => [
    newStream(),
    'no-stream',
    addedEvents(1),
  ];

  describe('that a server refuses for its size', () => {
    it.each([
      ['with a status', {}, 5000],
      ['as 26 does, with a status that the client does not know', { knownSizeStatus: false }, null],
      ['that knows only the older append', { batchAppend: false }, 5000],
    ])('%s is refused, and nobody is asked again', async (_, options, limit) => {
      await open({ maxAppendBytes: 5000, ...options });
      const beside = Array.from({ length: 5 }, () => store.append(...small()));
      const stream = newStream();
      const refusal = await store.append(stream, 'no-stream', ofBytes(6000)).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(AppendTooLarge);
      expect(refusal).toMatchObject({ code: 'APPEND_TOO_LARGE', limit });
      expect((refusal as AppendTooLarge).size).toBeGreaterThan(6000);
      for (const { revision } of await Promise.all(beside)) expect(revision).toBe(0);
      expect(await store.read(stream)).toEqual([]);
      expect(reported).toEqual([]);
    });

    it('by ending the call is refused, and what fell with it is sent again', async () => {
      await open({ maxMessageBytes: 50_000 });
      const streams = Array.from({ length: 20 }, newStream);
      const beside = streams.map((stream) => store.append(stream, 'no-stream', ofBytes(20_000)));
      const large = [store.append(newStream(), 'no-stream', ofBytes(60_000))];
      large.push(store.append(newStream(), 'no-stream', ofBytes(70_000)));
      const later = store.append(...small());
      for (const each of large) await expect(each).rejects.toThrow(AppendTooLarge);
      for (const { revision } of await Promise.all([...beside, later])) expect(revision).toBe(0);
      for (const stream of streams) expect(await store.read(stream)).toHaveLength(1);
    });
  });

  describe('whose answer does not come', () => {
    it('is answered when it is seen in the log', async () => {
      await open();
      await standIn.inject({ kind: 'hang-after-write', on: 'append', times: 1 });
      const [stream, events] = [newStream(), addedEvents(1, 2)];
      expect(await store.append(stream, 'no-stream', events)).toMatchObject({ revision: 1 });
      expect(await store.read(stream)).toHaveLength(2);
    });

    it('because it was sent twice at the same moment is answered when it is seen', async () => {
      await open();
      const appends = Array.from({ length: 20 }, () => [newStream(), addedEvents(1)] as const);
      const twice = [...appends, ...appends].map(([stream, events]) =>
        store.append(stream, 'no-stream', events),
      );
      for (const { revision } of await Promise.all(twice)) expect(revision).toBe(0);
      for (const [stream] of appends) expect(await store.read(stream)).toHaveLength(1);
    });

    it('is refused when another is seen at its place', async () => {
      await open();
      await store.append(...small());
      await standIn.inject({ kind: 'hang', on: 'append', times: 1 });
      const stream = newStream();
      const late = store.append(stream, 'no-stream', addedEvents(1));
      const other = store.append(stream, 'no-stream', addedEvents(2, 3));
      await expect(late).rejects.toThrow(WrongExpectedRevision);
      await expect(late).rejects.toMatchObject({ actual: 1 });
      expect(await other).toMatchObject({ revision: 1 });
    });

    it('keeps no other waiting, however many they are', async () => {
      await open();
      await store.append(...small());
      await standIn.inject({ kind: 'hang', on: 'append', times: 40 });
      const hanging = Array.from({ length: 40 }, () => store.append(...small()).catch(() => undefined));
      expect(await store.append(...small())).toMatchObject({ revision: 0 });
      await standIn.kill();
      await standIn.restart();
      await Promise.all(hanging);
    });
  });

  it('is not read back', async () => {
    await open();
    await standIn.inject({ kind: 'hang', on: 'read' });
    const stream = newStream();
    const { events } = await store.append(stream, 'no-stream', addedEvents(1));
    expect(await store.append(stream, 0, addedEvents(2))).toMatchObject({ revision: 1 });
    expect(events[0]).not.toHaveProperty('recordedAt');
    expect(events[0]).not.toHaveProperty('position');
  });

  it('of the same command in two processes happens once, and the other says that it is repeated', async () => {
    await open();
    const [stream, command] = [newStream(), add([1, 2])];
    const other = kurrentdbEventStore({ url: standIn.url, categories: ['counter'], timeoutMs: TIMEOUT_MS });
    const decided = { decider: counter, catalogue: counterCatalogue, reads: readsEverything };
    const racing = [store, other].map((each) => handleCommand({ ...decided, store: each })(stream, command));
    const done = await Promise.all(racing);
    expect(done.map(({ revision }) => revision)).toEqual([1, 1]);
    expect(done.map(({ repeated }) => repeated).toSorted()).toEqual([false, true]);
    expect(await store.read(stream)).toHaveLength(2);
    await other.close();
  });
});
