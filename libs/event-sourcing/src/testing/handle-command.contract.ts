/** The command engine over a real store. Part of the event store's contract. */
import fc from 'fast-check';
import type { Decider } from '../decider.ts';
import type { EventStore } from '../event-store.ts';
import { handleCommand } from '../handle-command.ts';
import { recordedTimeOf } from '../recorded-time.ts';
import { ChangedSince, Rejected } from '../rejected.ts';
import type { Add } from './counter.ts';
import {
  add,
  addedEvents,
  correction,
  counter,
  counterCatalogue,
  newStream,
  readsEverything,
} from './counter.ts';

const counterOptions = { decider: counter, catalogue: counterCatalogue, reads: readsEverything };

export const handleCommandContract = (opened: () => EventStore): void => {
  describe('handling commands', () => {
    let store: EventStore;
    /** Another process would have a handler, and a cache, of its own. */
    const handler = (cachedStreams = 100) => handleCommand({ ...counterOptions, store, cachedStreams });
    beforeEach(() => {
      store = opened();
    });

    it('appends what was decided', async () => {
      const handle = handler();
      const stream = newStream();
      expect(await handle(stream, add([1, 2]))).toMatchObject({ stream, revision: 1, repeated: false });
      expect(await handle.load(stream)).toMatchObject({ state: { total: 3 }, revision: 1 });
    });

    it('every event has a salt of its own, and the trace of the request where there is one', async () => {
      const stream = newStream();
      const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
      await handler()(stream, add([1, 2], { traceparent }));
      await handler()(stream, add([3]));
      const kept = (await store.read(stream)).map(({ metadata }) => metadata);
      for (const { salt } of kept) expect(salt).toMatch(/^[0-9a-f]{32}$/);
      expect(new Set(kept.map(({ salt }) => salt)).size).toBe(3);
      expect(kept.map((metadata) => metadata.traceparent)).toEqual([traceparent, traceparent, undefined]);
    });

    it('appends nothing when nothing follows', async () => {
      const handle = handler();
      const stream = newStream();
      expect(await handle(stream, add([]))).toEqual({ stream, revision: -1, events: [], repeated: false });
      await handle(stream, add([1]));
      expect(await handle(stream, add([]))).toMatchObject({ revision: 0, events: [] });
    });

    it('a refusal leaves nothing behind', async () => {
      const handle = handler();
      const stream = newStream();
      await expect(handle(stream, add([1, -1]))).rejects.toThrow(Rejected);
      expect(await store.read(stream)).toEqual([]);
    });

    it('a named revision must be the one of the stream', async () => {
      const handle = handler();
      const stream = newStream();
      await handle(stream, add([1]));
      await expect(handle(stream, add([1]), -1)).rejects.toMatchObject({ expected: -1, actual: 0 });
      await expect(handle(stream, add([1]), 1)).rejects.toThrow(ChangedSince);
      expect(await handle(stream, add([1]), 0)).toMatchObject({ revision: 1 });
    });

    it('of two commands that name the same revision one is refused', async () => {
      const stream = newStream();
      const first = handler();
      await first(stream, add([1]));
      const outcomes = await Promise.allSettled([first(stream, add([2]), 0), handler()(stream, add([3]), 0)]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });

    it('a lost race is tried again when no revision was named', async () => {
      const stream = newStream();
      const handlers = [handler(), handler(), handler()];
      await Promise.all(handlers.map((handle, n) => handle(stream, add([10 ** n]))));
      expect((await handler().load(stream)).state.total).toBe(111);
    });

    describe('many at once to one stream', () => {
      /** The same store, counting what is asked of it. */
      const counting = () => {
        const calls = { reads: 0, appends: 0 };
        const counted: EventStore = {
          ...store,
          read: (...asked) => ((calls.reads += 1), store.read(...asked)),
          append: (...asked) => ((calls.appends += 1), store.append(...asked)),
        };
        const handle = handleCommand({ ...counterOptions, store: counted });
        return { calls, handle };
      };
      const powers = Array.from({ length: 40 }, (_, n) => 2 ** n);

      it('go in the order they came, each with an append of its own and one read for all', async () => {
        const stream = newStream();
        const { calls, handle } = counting();
        const handled = await Promise.all(powers.map((amount) => handle(stream, add([amount]))));
        expect(handled.map(({ revision }) => revision)).toEqual(powers.map((_, n) => n));
        expect((await store.read(stream)).map(({ data }) => data)).toEqual(
          powers.map((amount) => ({ amount })),
        );
        expect(calls).toEqual({ reads: 1, appends: 40 });
      });

      it('beside those of another process all happen', async () => {
        const stream = newStream();
        const processes = [counting(), counting()];
        const handlers = powers.map((_, n) => processes[n % 2]?.handle ?? handler());
        await Promise.all(handlers.map((handle, n) => handle(stream, add([2 ** n]))));
        expect((await handler().load(stream)).state.total).toBe(2 ** 40 - 1);
      });

      it('those that are refused hold up nobody, and read once more to be sure', async () => {
        const stream = newStream();
        const { calls, handle } = counting();
        const sent = powers.map((amount, n) => handle(stream, add([n % 2 === 0 ? amount : -amount])));
        const outcomes = (await Promise.allSettled(sent)).map(({ status }) => status);
        expect(outcomes).toEqual(powers.map((_, n) => (n % 2 === 0 ? 'fulfilled' : 'rejected')));
        expect(calls).toEqual({ reads: 21, appends: 20 });
      });

      it('the same command happens once', async () => {
        const stream = newStream();
        const { handle } = counting();
        const command = add([5]);
        const handled = await Promise.all(powers.map(() => handle(stream, command)));
        expect(handled.filter(({ repeated }) => !repeated)).toHaveLength(1);
        expect(await store.read(stream)).toHaveLength(1);
      });
    });

    it('loads a history of many pages', async () => {
      const stream = newStream();
      const ones = Array.from({ length: 1250 }, () => 1);
      await store.append(stream, 'no-stream', addedEvents(...ones));
      await store.append(stream, 1249, addedEvents(...ones));
      expect(await handler().load(stream)).toMatchObject({ state: { total: 2500 }, revision: 2499 });
    });

    it('what a fold needs to know of the time is read, and only then', async () => {
      interface Times {
        readonly first: string | null;
        readonly count: number;
      }
      /** Looks at the time of the first event alone. */
      const timed: Decider<Times, Add> = {
        initialState: () => ({ first: null, count: 0 }),
        evolve: ({ first, count }, event) => ({ first: first ?? recordedTimeOf(event), count: count + 1 }),
        decide: ({ data: { amounts } }) => amounts.map((amount) => ({ type: 'Added', data: { amount } })),
      };
      let reads = 0;
      const counted: EventStore = { ...store, read: (...asked) => ((reads += 1), store.read(...asked)) };
      const handle = handleCommand({ ...counterOptions, decider: timed, store: counted });
      const stream = newStream();
      for (let n = 0; n < 5; n += 1) await handle(stream, add([n]));
      expect(reads).toBe(2);
      const [first] = await store.read(stream);
      expect(await handle.load(stream)).toMatchObject({
        state: { first: first?.recordedAt, count: 5 },
        revision: 4,
      });
    });

    describe('a correction', () => {
      it('folds the stream anew, also for whoever has it in memory', async () => {
        const stream = newStream();
        const handle = handler();
        await handle(stream, add([1, 2]));
        const [first] = await store.read(stream);
        await store.append(stream, 1, [correction(first?.id ?? '', 10)]);
        expect(await handle.load(stream)).toMatchObject({ state: { total: 12 }, revision: 2 });
        await handle(stream, add([3]));
        expect(await handle.load(stream)).toMatchObject({ state: { total: 15 }, revision: 3 });
        expect(await handler().load(stream)).toMatchObject({ state: { total: 15 }, revision: 3 });
      });

      it('a command from before it is still known', async () => {
        const stream = newStream();
        const handle = handler();
        const command = add([1]);
        await handle(stream, command);
        const [first] = await store.read(stream);
        await store.append(stream, 0, [correction(first?.id ?? '', 10)]);
        expect(await handle(stream, command)).toMatchObject({ revision: 0, repeated: true });
      });
    });

    it('never answers from a stale memory, however small it is', async () => {
      const commands = fc.array(fc.record({ handler: fc.nat(2), stream: fc.nat(2), amount: fc.nat(9) }));
      await fc.assert(
        fc.asyncProperty(commands, async (plan) => {
          const handlers = [handler(1), handler(2), handler()];
          const streams = [newStream(), newStream(), newStream()];
          const totals = [0, 0, 0];
          for (const { handler: h, stream: s, amount } of plan) {
            await handlers[h]?.(streams[s] ?? '', add([amount]));
            totals[s] = (totals[s] ?? 0) + amount;
            for (const handle of handlers) {
              expect((await handle.load(streams[s] ?? '')).state.total).toBe(totals[s]);
            }
          }
        }),
        { numRuns: 20 },
      );
    });

    it('the fold of the history is the state', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(fc.nat(100), { maxLength: 4 })), async (commands) => {
          const handle = handler();
          const stream = newStream();
          for (const amounts of commands) await handle(stream, add(amounts));
          const history = await store.read(stream);
          const { state, revision } = await handle.load(stream);
          expect(history.reduce(counter.evolve, counter.initialState())).toEqual(state);
          expect(state.total).toBe(commands.flat().reduce((sum, amount) => sum + amount, 0));
          expect(revision).toBe(history.length - 1);
        }),
        { numRuns: 30 },
      );
    });

    it('no update is lost among racing writers', async () => {
      const writers = fc.array(fc.array(fc.nat(100), { minLength: 1, maxLength: 5 }), {
        minLength: 2,
        maxLength: 12,
      });
      await fc.assert(
        fc.asyncProperty(writers, async (plan) => {
          const stream = newStream();
          const shared = handler();
          const write = async (amounts: readonly number[], n: number): Promise<void> => {
            const handle = n % 2 === 0 ? shared : handler();
            for (const amount of amounts) await handle(stream, add([amount]));
          };
          await Promise.all(plan.map(write));
          const { state } = await handler().load(stream);
          expect(state).toEqual({
            total: plan.flat().reduce((sum, n) => sum + n),
            events: plan.flat().length,
          });
        }),
        { numRuns: 20 },
      );
    });
  });
};
