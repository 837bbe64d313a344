/** Streams that a store does not show from their beginning any more are neither folded nor continued. Part of the event store's contract. */
import { correctedHistory, wholeStream } from '../corrected-history.ts';
import type { EventStore } from '../event-store.ts';
import { handleCommand } from '../handle-command.ts';
import { HistoryIncomplete } from '../history-incomplete.ts';
import type { SetAsideItem } from '../delivery.ts';
import { wholeStreams } from '../whole-streams.ts';
import { add, counter, counterCatalogue, newStream, readsEverything } from './counter.ts';

interface Hiding {
  readonly store: EventStore;
  hide(stream: string, below: number): Promise<EventStore>;
}

export const incompleteContract = (opened: () => Hiding): void => {
  describe('a stream whose beginning is hidden', () => {
    const handler = (store: EventStore) =>
      handleCommand({ store, decider: counter, catalogue: counterCatalogue, reads: readsEverything });

    it('is neither folded nor continued, and others are', async () => {
      const [stream, other] = [newStream(), newStream()];
      await handler(opened().store)(stream, add([1, 2, 3]));
      await handler(opened().store)(other, add([1]));
      const store = await opened().hide(stream, 2);
      const missing = { code: 'HISTORY_INCOMPLETE', stream, missing: { from: 0, to: 1 } };
      await expect(handler(store)(stream, add([4]))).rejects.toMatchObject(missing);
      await expect(handler(store).load(stream)).rejects.toMatchObject(missing);
      await expect(wholeStream(store, stream)).rejects.toMatchObject(missing);
      await expect(correctedHistory(store, counterCatalogue)(stream, Infinity)).rejects.toThrow(
        HistoryIncomplete,
      );
      expect(await store.read(stream)).toHaveLength(1);
      expect(await handler(store)(other, add([2]))).toMatchObject({ revision: 1 });
    });

    it('is set aside where the log is carried', async () => {
      const [stream, other] = [newStream(), newStream()];
      await handler(opened().store)(stream, add([1, 2, 3]));
      await handler(opened().store)(other, add([1]));
      const store = await opened().hide(stream, 1);
      const aside: SetAsideItem[] = [];
      const whole = wholeStreams(store, (items) => aside.push(...items));
      const carried = await whole([...(await store.read(stream)), ...(await store.read(other))]);
      expect(carried.map((event) => event.stream)).toEqual([other]);
      expect(aside).toMatchObject([
        { stream, revision: 1, type: 'Added' },
        { stream, revision: 2, type: 'Added' },
      ]);
    });
  });
};
