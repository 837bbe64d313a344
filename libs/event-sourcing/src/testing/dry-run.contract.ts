/** Commands that are decided and not carried out, over a real store. Part of the event store's contract. */
import fc from 'fast-check';
import type { EventStore } from '../event-store.ts';
import type { Handled } from '../handled-commands.ts';
import { handleCommand } from '../handle-command.ts';
import { add, correction, counter, counterCatalogue, newStream, readsEverything } from './counter.ts';

const options = { decider: counter, catalogue: counterCatalogue, reads: readsEverything };
const dry = { dryRun: true } as const;

/** What was answered, or the whole of the refusal. */
/** But for the ids of its events, which are drawn each time. */
const outcomeOf = (attempt: Promise<Handled>): Promise<unknown> =>
  attempt.then(
    ({ stream, revision, repeated, events }) => ({
      ...{ stream, revision, repeated },
      events: events.map(({ type, data, revision: at }) => ({ type, data, at })),
    }),
    (error: unknown) => ({ ...(error as object), message: (error as Error).message }),
  );

export const dryRunContract = (opened: () => EventStore): void => {
  describe('a dry run', () => {
    let store: EventStore;
    beforeEach(() => {
      store = opened();
    });

    it('says what would be appended, and appends nothing', async () => {
      const handle = handleCommand({ ...options, store });
      const stream = newStream();
      await handle(stream, add([1]));
      const before = await store.read(stream);
      const { events, foreseen, ...answer } = await handle(stream, add([2, 3], dry));
      expect(answer).toEqual({ stream, revision: 2, repeated: false });
      expect(events.map(({ revision, data }) => [revision, data])).toEqual([
        [1, { amount: 2 }],
        [2, { amount: 3 }],
      ]);
      expect(foreseen).toEqual(events);
      expect(await store.read(stream)).toEqual(before);
      expect((await handle.load(stream)).state.total).toBe(1);
    });

    it('names no event that its sender may not read', async () => {
      const handle = handleCommand({
        ...options,
        store,
        reads: ({ data }) => (data as { readonly amount: number }).amount < 10,
      });
      const { foreseen, revision } = await handle(newStream(), add([1, 10, 2], dry));
      expect(revision).toBe(2);
      expect(foreseen?.map((event) => event.revision)).toEqual([0, 2]);
    });

    it('leaves its id free, for the same body and for another', async () => {
      const handle = handleCommand({ ...options, store });
      const stream = newStream();
      const { meta } = add([1]);
      const id = { commandId: meta.commandId };
      await handle(stream, add([1], { ...id, ...dry }));
      expect(await handle(stream, add([2], id))).toMatchObject({ revision: 0, repeated: false });
    });

    it('of a command that was carried out is answered as the first time', async () => {
      const handle = handleCommand({ ...options, store });
      const stream = newStream();
      const command = add([1]);
      await handle(stream, command);
      await handle(stream, add([2]));
      const again = { ...command, meta: { ...command.meta, ...dry } };
      expect(await handle(stream, again)).toEqual({
        ...{ stream, revision: 0, events: [], repeated: true, foreseen: [] },
      });
    });

    it('is refused if and only if the command is, for the same reason, and foretells what that writes', async () => {
      const ids = ['a', 'b', 'c'];
      const steps = fc.array(
        fc.record({
          amounts: fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 3 }),
          id: fc.option(fc.nat(2)),
          named: fc.option(fc.integer({ min: -1, max: 4 })),
          corrects: fc.boolean(),
        }),
        { maxLength: 12 },
      );
      await fc.assert(
        fc.asyncProperty(steps, async (plan) => {
          const stream = newStream();
          const handle = handleCommand({ ...options, store });
          for (const { amounts, id, named, corrects } of plan) {
            const written = await store.read(stream);
            const [first] = written;
            if (corrects && first !== undefined)
              await store.append(stream, written.length - 1, [correction(first.id, 5)]);
            const command = add(amounts, id === null ? {} : { commandId: `${stream} ${ids[id]}` });
            const foretelling = { ...command, meta: { ...command.meta, ...dry } };
            const before = JSON.stringify(await store.read(stream));
            const foretold = await outcomeOf(handle(stream, foretelling, named ?? undefined));
            expect(JSON.stringify(await store.read(stream))).toBe(before);
            expect(foretold).toEqual(await outcomeOf(handle(stream, command, named ?? undefined)));
          }
        }),
        { numRuns: 40 },
      );
    });
  });
};
