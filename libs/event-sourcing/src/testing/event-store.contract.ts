/**
 * What every event store promises. A log may be shared with others: each test keeps to streams of its own, and reads the
 * log from where it ended before.
 */
import fc from 'fast-check';
import type { AppendedEvent, EventToAppend } from '../event.ts';
import type { EventStore, ExpectedRevision } from '../event-store.ts';
import { StoreUnavailable, WrongExpectedRevision } from '../rejected.ts';
import { appendSizeContract } from './append-size.contract.ts';
import { asAppended } from './as-appended.ts';
import { addedEvents, newStream, withContent } from './counter.ts';
import { commandSentAgainContract } from './command-sent-again.contract.ts';
import { dryRunContract } from './dry-run.contract.ts';
import { incompleteContract } from './incomplete.contract.ts';
import { followContract } from './follow.contract.ts';
import { placesContract } from './places.contract.ts';
import { handleCommandContract } from './handle-command.contract.ts';
import { seenRevisionContract } from './seen-revision.contract.ts';
import type { OpenStore } from './open-store.ts';
import { endOf, everythingAfter } from './whole-log.ts';

export const eventStoreContract = (name: string, open: () => Promise<OpenStore>): void => {
  describe(`event store: ${name}`, () => {
    let opened: OpenStore;
    let store: EventStore;

    beforeEach(async () => {
      opened = await open();
      ({ store } = opened);
    });
    afterEach(() => opened.close());

    describe('appending', () => {
      it('the first append makes the stream, with revisions from 0', async () => {
        const stream = newStream();
        const { revision, events } = await store.append(stream, 'no-stream', addedEvents(1, 2));
        expect(revision).toBe(1);
        expect(events.map((event) => [event.stream, event.revision])).toEqual([
          [stream, 0],
          [stream, 1],
        ]);
      });

      it('answers what a read will answer, but for place and time, which it does not find out', async () => {
        const stream = newStream();
        const sent = withContent({ text: 'Türkiye', nothing: null, left: undefined, deep: [{ a: 1.5 }] });
        const { events } = await store.append(stream, 'no-stream', [sent]);
        expect((await store.read(stream)).map(asAppended)).toStrictEqual(events);
        expect(events).toMatchObject([
          { id: sent.id, type: sent.type, schemaVersion: 1, metadata: sent.metadata },
        ]);
      });

      it('keeps salt and trace as they were written, and makes none up for an event without', async () => {
        const [salty, plain] = [salted(withContent({ amount: 1 })), withContent({ amount: 2 })];
        const stream = newStream();
        const { events } = await store.append(stream, 'no-stream', [salty, plain]);
        const kept = [salty.metadata, plain.metadata];
        expect(events.map(({ metadata }) => metadata)).toStrictEqual(kept);
        const reopened = await opened.reopen();
        expect((await reopened.read(stream)).map(({ metadata }) => metadata)).toStrictEqual(kept);
      });

      it('goes on at the exact revision', async () => {
        const stream = newStream();
        await store.append(stream, 'no-stream', addedEvents(1, 2));
        expect((await store.append(stream, 1, addedEvents(3))).revision).toBe(2);
        expect(await amountsOf(store, stream)).toEqual([1, 2, 3]);
      });

      const elsewhere: [string, ExpectedRevision, number | null][] = [
        ['a stream that exists, as a new one', 'no-stream', 1],
        ['a revision of the past', 0, 1],
        ['a revision that is not there yet', 2, 1],
      ];
      it.each(elsewhere)('refuses %s, and writes nothing', async (_, expected, actual) => {
        const stream = newStream();
        await store.append(stream, 'no-stream', addedEvents(1, 2));
        const refusal = await store.append(stream, expected, addedEvents(3)).catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(WrongExpectedRevision);
        expect(refusal).toMatchObject({ stream, expected, actual });
        expect(await amountsOf(store, stream)).toEqual([1, 2]);
      });

      it('refuses a revision of a stream that does not exist', async () => {
        const refusal = store.append(newStream(), 0, addedEvents(1));
        await expect(refusal).rejects.toMatchObject({ code: 'VERSION_CONFLICT', actual: null });
      });

      it('writes nothing when one of the events cannot be written', async () => {
        const stream = newStream();
        const events = [...addedEvents(1), withContent({ amount: 2n })];
        await expect(store.append(stream, 'no-stream', events)).rejects.toThrow(TypeError);
        expect(await store.read(stream)).toEqual([]);
      });

      it('refuses an append without events', async () => {
        await expect(store.append(newStream(), 'no-stream', [])).rejects.toThrow();
      });

      it('repeated with the same ids is answered as the first time, also when the stream has moved on', async () => {
        const stream = newStream();
        const events = addedEvents(1, 2);
        const first = await store.append(stream, 'no-stream', events);
        expect(await store.append(stream, 'no-stream', events)).toEqual(first);
        await store.append(stream, 1, addedEvents(3));
        expect(await store.append(stream, 'no-stream', events)).toEqual(first);
        expect(await amountsOf(store, stream)).toEqual([1, 2, 3]);
      });

      it('of two writers at the same revision one wins and the other is refused', async () => {
        const stream = newStream();
        const racing = [1, 2, 3, 4, 5].map((amount) =>
          store.append(stream, 'no-stream', addedEvents(amount)),
        );
        const outcomes = await Promise.allSettled(racing);
        const refused = outcomes.filter(({ status }) => status === 'rejected').map(reasonOf);
        expect(refused).toHaveLength(4);
        for (const reason of refused) expect(reason).toBeInstanceOf(WrongExpectedRevision);
        expect(await store.read(stream)).toHaveLength(1);
      });

      it('keeps any JSON exactly', async () => {
        await fc.assert(
          fc.asyncProperty(fc.jsonValue(), async (content) => {
            const stream = newStream();
            await store.append(stream, 'no-stream', [withContent({ content })]);
            const [event] = await store.read(stream);
            expect(JSON.stringify(event?.data)).toBe(JSON.stringify({ content }));
          }),
          { numRuns: 50 },
        );
      });

      it('all or nothing: racing appends leave whole appends and no holes', async () => {
        const writes = fc.array(
          fc.record({ stream: fc.nat(2), at: fc.nat(4), size: fc.integer({ min: 1, max: 4 }) }),
        );
        await fc.assert(
          fc.asyncProperty(writes, async (plan) => {
            const streams = [newStream(), newStream(), newStream()];
            const appends = plan.map(({ stream, at, size }) => ({
              at,
              stream: streams[stream] ?? '',
              expected: at === 0 ? ('no-stream' as const) : at - 1,
              events: addedEvents(...Array.from({ length: size }, (_, n) => n)),
            }));
            const done = await Promise.allSettled(
              appends.map(({ stream, expected, events }) => store.append(stream, expected, events)),
            );
            const acknowledged = appends.filter((_, n) => done[n]?.status === 'fulfilled');
            acknowledged.sort((one, other) => one.at - other.at);
            for (const stream of streams) {
              const kept = await store.read(stream);
              const written = acknowledged
                .filter((append) => append.stream === stream)
                .flatMap(({ events }) => events);
              expect(kept.map(({ revision }) => revision)).toEqual(kept.map((_, n) => n));
              expect(idsOf(kept)).toEqual(idsOf(written));
            }
          }),
          { numRuns: 30 },
        );
      });
    });

    describe('reading a stream', () => {
      it('is empty for a stream that does not exist, and past the end of one that does', async () => {
        const stream = newStream();
        expect(await store.read(stream)).toEqual([]);
        await store.append(stream, 'no-stream', addedEvents(1));
        expect(await store.read(stream, { from: 1 })).toEqual([]);
      });

      it('goes in pages, oldest first', async () => {
        const stream = newStream();
        await store.append(stream, 'no-stream', addedEvents(0, 1, 2, 3, 4));
        expect((await store.read(stream, { from: 1, limit: 2 })).map(({ revision }) => revision)).toEqual([
          1, 2,
        ]);
        expect((await store.read(stream, { from: 3, limit: 9 })).map(({ revision }) => revision)).toEqual([
          3, 4,
        ]);
      });
    });

    describe('reading the log', () => {
      it('shows every event once, in commit order, whatever the pages', async () => {
        const before = await endOf(store);
        const streams = [newStream(), newStream()];
        const written: AppendedEvent[] = [];
        for (let n = 0; n < 10; n += 1) {
          const stream = streams[n % 2] ?? '';
          const at = Math.floor(n / 2) * 2 - 1;
          const { events } = await store.append(stream, at < 0 ? 'no-stream' : at, addedEvents(n, n));
          written.push(...events);
        }
        for (const limit of [1, 3, 7, 500]) {
          const seen = (await everythingAfter(store, before, limit)).filter(({ stream }) =>
            streams.includes(stream),
          );
          expect(seen.map(asAppended)).toEqual(written);
        }
      });

      it('recorded times never go backwards', async () => {
        const before = await endOf(store);
        for (let n = 0; n < 20; n += 1) await store.append(newStream(), 'no-stream', addedEvents(n));
        const times = (await everythingAfter(store, before, 500)).map(({ recordedAt }) => recordedAt);
        expect(times).toEqual(times.toSorted());
        for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      });
    });

    describe('restarting', () => {
      it('keeps everything, and goes on where it was', async () => {
        const before = await endOf(store);
        const stream = newStream();
        const { events } = await store.append(stream, 'no-stream', addedEvents(1, 2));
        const reopened = await opened.reopen();
        expect((await reopened.read(stream)).map(asAppended)).toEqual(events);
        const later = await reopened.append(stream, 1, addedEvents(3));
        const seen = await everythingAfter(reopened, before, 2);
        const ours = seen.filter((event) => event.stream === stream);
        expect(ours.map(asAppended)).toEqual([...events, ...later.events]);
      });

      it('a closed store says that it is not available', async () => {
        await store.close();
        await expect(store.append(newStream(), 'no-stream', addedEvents(1))).rejects.toThrow(
          StoreUnavailable,
        );
        await expect(store.read(newStream())).rejects.toThrow(StoreUnavailable);
      });

      it('closing answers what was asked before', async () => {
        const stream = newStream();
        const appended = store.append(stream, 'no-stream', addedEvents(1));
        await store.close();
        expect((await appended).revision).toBe(0);
        expect(await (await opened.reopen()).read(stream)).toHaveLength(1);
      });
    });

    appendSizeContract(() => store);
    incompleteContract(() => opened);
    followContract(() => store);
    placesContract(() => ({ ...opened, store }));
    handleCommandContract(() => store);
    commandSentAgainContract(() => store);
    dryRunContract(() => store);
    seenRevisionContract(() => store);
  });
};

const salted = (event: EventToAppend): EventToAppend => ({
  ...event,
  metadata: {
    ...event.metadata,
    salt: 'a'.repeat(32),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  },
});

const amountsOf = async (store: EventStore, stream: string): Promise<number[]> =>
  (await store.read(stream)).map(({ data }) => (data as { amount: number }).amount);

const idsOf = (events: readonly EventToAppend[]): string[] => events.map(({ id }) => id);

const reasonOf = (outcome: PromiseSettledResult<unknown>): unknown =>
  outcome.status === 'rejected' ? outcome.reason : undefined;
