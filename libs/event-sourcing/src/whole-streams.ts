/**
 * Of what is read from the log in its order, the events of ours whose streams are whole. The rest is set aside and reported, and
 * what comes after it goes on. An event that follows the one before costs nothing; the store is asked where a stream is first
 * seen in its middle, has a hole, or may have been limited.
 */
import { LRUCache } from 'lru-cache';
import type { RecordedEvent } from './event.ts';
import type { EventStore } from './event-store.ts';
import { HistoryIncomplete, mustContinue } from './history-incomplete.ts';
import { notOursIn } from './not-ours.ts';
import { setAsideEvent, type OnSetAside } from './set-aside.ts';

/** Streams whose last revision is remembered; one that is forgotten is looked up again. */
const REMEMBERED = 200_000;

/** A hole may be longer than a page. */
const PAGE = 1000;

const OF_OTHERS = 'it was not written by this application';

/** @throws {StoreUnavailable} while a stream cannot be looked up. */
export type WholeStreams = (batch: readonly RecordedEvent[]) => Promise<readonly RecordedEvent[]>;

export const wholeStreams = (store: Pick<EventStore, 'read'>, onSetAside: OnSetAside): WholeStreams => {
  const last = new LRUCache<string, number>({ max: REMEMBERED });
  /** Those that the store may hide events of, from now on: each event of theirs is looked at. */
  const limited = new LRUCache<string, true>({ max: REMEMBERED });

  const mustBeWhole = async (stream: string, upTo: number): Promise<void> => {
    const first = await store.read(stream, { from: 0, limit: 1 });
    if (first.length === 0) throw new HistoryIncomplete(stream, { from: 0, to: null });
    mustContinue(stream, -1, first);
    let seen = last.get(stream) ?? upTo - 1;
    if (seen < 0) return;
    while (seen + 1 < upTo) {
      const page = await store.read(stream, { from: seen + 1, limit: Math.min(PAGE, upTo - seen) });
      mustContinue(stream, seen, page);
      if (page.length === 0) throw new HistoryIncomplete(stream, { from: seen + 1, to: upTo - 1 });
      seen = page.at(-1)?.revision ?? upTo;
    }
  };

  /** Why it is left out; undefined for an event to carry. */
  const faultOf = async (event: RecordedEvent): Promise<string | undefined> => {
    const { stream, revision } = event;
    const other = notOursIn(event);
    if (other?.limits === true) limited.set(stream, true);
    const follows = revision <= (last.get(stream) ?? -1) + 1;
    if (other?.limits !== true && follows && !limited.has(stream)) {
      last.set(stream, Math.max(revision, last.get(stream) ?? -1));
      return other === undefined ? undefined : OF_OTHERS;
    }
    try {
      await mustBeWhole(stream, revision);
      if (revision >= 0) last.set(stream, Math.max(revision, last.get(stream) ?? -1));
    } catch (error) {
      if (error instanceof HistoryIncomplete) return error.message;
      throw error;
    }
    // A limit that hides nothing yet is nothing to report.
    return other === undefined || other.limits ? undefined : OF_OTHERS;
  };

  return async (batch) => {
    const carried: RecordedEvent[] = [];
    for (const event of batch) {
      const why = await faultOf(event);
      const other = notOursIn(event);
      if (why !== undefined) onSetAside([setAsideEvent(event, other?.type ?? event.type, why)]);
      else if (other === undefined) carried.push(event);
    }
    return carried;
  };
};
