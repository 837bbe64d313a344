/** A command that comes again, over a real store. Part of the event store's contract. */
import type { EventStore } from '../event-store.ts';
import { handleCommand } from '../handle-command.ts';
import { derivedId } from '../ids.ts';
import { Rejected } from '../rejected.ts';
import { add, addedEvents, counter, counterCatalogue, newStream, readsEverything } from './counter.ts';

export const commandSentAgainContract = (opened: () => EventStore): void => {
  describe('a command sent again', () => {
    let store: EventStore;
    /** Another process would have a handler, and a cache, of its own. */
    const handler = () =>
      handleCommand({ decider: counter, catalogue: counterCatalogue, reads: readsEverything, store });
    beforeEach(() => {
      store = opened();
    });

    it('is answered as the first time, before any revision is looked at', async () => {
      const handle = handler();
      const stream = newStream();
      const command = add([1, 2]);
      await handle(stream, command);
      await handle(stream, add([3]));
      const saltsOf = async () => (await store.read(stream)).map(({ metadata }) => metadata.salt);
      const salts = await saltsOf();
      const again = { stream, revision: 1, events: [], repeated: true };
      expect(await handle(stream, command)).toEqual(again);
      expect(await handle(stream, command, 7)).toEqual(again);
      expect(await handler()(stream, command)).toEqual(again);
      expect(await saltsOf()).toEqual(salts);
    });

    it.each([undefined, 0])('at the same time happens once (named revision: %s)', async (revision) => {
      const stream = newStream();
      await handler()(stream, add([5]));
      const command = add([1]);
      const twins = [handler(), handler(), handler()].map((handle) => handle(stream, command, revision));
      const handled = await Promise.all(twins);
      expect(handled.map((each) => each.revision)).toEqual([1, 1, 1]);
      const written = (await store.read(stream)).slice(1).map(({ id }) => id);
      expect(written).toHaveLength(1);
      const [done, ...others] = handled.toSorted(
        (one, other) => Number(one.repeated) - Number(other.repeated),
      );
      expect(done?.events.map(({ id }) => id)).toEqual(written);
      for (const each of others) expect(each).toEqual({ stream, revision: 1, events: [], repeated: true });
    });

    it('at the same time with another body is refused', async () => {
      const stream = newStream();
      const command = add([1]);
      const other = add([2], { commandId: command.meta.commandId });
      const outcomes = await Promise.allSettled([handler()(stream, command), handler()(stream, other)]);
      const refused = outcomes.flatMap((each) =>
        each.status === 'rejected' ? [each.reason as unknown] : [],
      );
      expect(refused).toMatchObject([{ code: 'COMMAND_ID_REUSED' }]);
      expect(await store.read(stream)).toHaveLength(1);
    });

    it('is known from before, when the ids of events derived from that of their command', async () => {
      const stream = newStream();
      const command = add([1, 2]);
      const { commandId, bodyHash } = command.meta;
      const before = addedEvents(1, 2).map((event, n) => ({
        ...event,
        id: derivedId('event', commandId, stream, n),
        metadata: { ...event.metadata, commandId, bodyHash },
      }));
      await store.append(stream, 'no-stream', before);
      const again = { stream, revision: 1, events: [], repeated: true };
      expect(await handler()(stream, command)).toEqual(again);
      expect(await store.read(stream)).toHaveLength(2);
    });

    it('with another body is refused', async () => {
      const handle = handler();
      const stream = newStream();
      const first = add([1]);
      await handle(stream, first);
      const reused = add([2], { commandId: first.meta.commandId });
      const refusal = { code: 'COMMAND_ID_REUSED', details: { field: 'idempotency-key' } };
      await expect(handle(stream, reused)).rejects.toMatchObject(refusal);
      await expect(handler()(stream, reused)).rejects.toMatchObject(refusal);
    });

    it('after a refusal is decided anew', async () => {
      const handle = handler();
      const stream = newStream();
      const refused = add([-1]);
      await expect(handle(stream, refused)).rejects.toThrow(Rejected);
      expect(await handle(stream, add([1], { commandId: refused.meta.commandId }))).toMatchObject({
        revision: 0,
      });
    });
  });
};
