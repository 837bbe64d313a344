/** The streams that requests have found not to be whole, since the process started: readiness tells of them. */
import type { HistoryIncomplete } from '@pledgeline/event-sourcing';

export interface IncompleteStreams {
  add(found: HistoryIncomplete): void;
  readonly count: () => number;
  /** What was found of the one that was found last; undefined when there is none. */
  readonly last: () => HistoryIncomplete | undefined;
}

/** More are counted as this many. */
const MOST = 1000;

export const incompleteStreams = (): IncompleteStreams => {
  const streams = new Map<string, HistoryIncomplete>();
  return {
    add(found) {
      streams.delete(found.stream);
      if (streams.size < MOST) streams.set(found.stream, found);
    },
    count: () => streams.size,
    last: () => [...streams.values()].at(-1),
  };
};
