/**
 * Fills the rows of a group that has none yet: the whole store through the handler, and then its place in the topic.
 *
 * Nothing is lost in between. The topic's ends are asked first. Whatever lies before them was in the store by then, because
 * the relay publishes only what the store has, so reading the store to its end afterwards finds it. Whatever is not found
 * there lies at the ends or behind them, where the group goes on; what is in both is a repeat, which the projector drops. The
 * place is saved last and at once: who is killed before has none, and begins again.
 */
import type {
  BatchHandler,
  EventStore,
  OnSetAside,
  Position,
  RecordedEvent,
} from '@pledgeline/event-sourcing';
import { isOurs, newId, wholeStreams } from '@pledgeline/event-sourcing';
import type { Offsets, LocalCheckpoint } from './local-checkpoint.ts';

export interface Rebuild {
  readonly history: EventStore;
  /** Of the topic, asked before the store is read. */
  readonly ends: Offsets;
  readonly handle: BatchHandler;
  /** Told of what is not ours, and of streams that are not whole. */
  readonly setAside: OnSetAside;
  /** @param last the last event of the store. */
  readonly save: (place: LocalCheckpoint, last: RecordedEvent | undefined) => Promise<void>;
  /** Before each page is handled. */
  readonly onPage: (first: RecordedEvent) => void;
  readonly signal: AbortSignal;
}

const PAGE = 1000;

/** @returns undefined when the signal aborted first. */
export const rebuildFromStore = async (rebuild: Rebuild): Promise<LocalCheckpoint | undefined> => {
  const whole = wholeStreams(rebuild.history, rebuild.setAside);
  let after: Position | undefined;
  let known: RecordedEvent | undefined;
  while (!rebuild.signal.aborted) {
    const page = await rebuild.history.readAll({ after, limit: PAGE });
    const [first, last] = [page[0], page.at(-1)];
    if (first === undefined || last === undefined) {
      const place = { identity: newId(), offsets: rebuild.ends };
      await rebuild.save(place, known);
      return place;
    }
    rebuild.onPage(first);
    const carried = await whole(page);
    if (carried.length > 0) await rebuild.handle(carried);
    after = last.position;
    known = page.findLast(isOurs) ?? known;
  }
  return undefined;
};
