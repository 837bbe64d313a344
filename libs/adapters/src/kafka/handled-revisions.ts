/**
 * Drops what this process has handled already: Kafka hands over again whatever came after the last commit. For each stream
 * the run of revisions that were handled one after another, so that nothing is taken for a repeat that was not handled here,
 * and no more streams than the limit: what is forgotten is handled again, which changes nothing.
 */
import type { RecordedEvent } from '@pledgeline/event-sourcing';

export interface HandledRevisions {
  /** Those not handled yet, each once. */
  fresh(events: readonly RecordedEvent[]): RecordedEvent[];
  /** In the order in which they were handled. */
  add(events: readonly RecordedEvent[]): void;
  /** Whether this event is known to be handled. */
  has(event: Pick<RecordedEvent, 'stream' | 'revision'>): boolean;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** @param limit most streams remembered; those that were quiet longest go first. */
export const handledRevisions = (limit = 20_000): HandledRevisions => {
  const runs = new Map<string, Run>();
  return {
    fresh(events) {
      const ofBatch = new Map<string, Run>();
      return events.filter((event) => {
        const { stream } = event;
        const run = ofBatch.get(stream) ?? runs.get(stream);
        if (isIn(run, event)) return false;
        ofBatch.set(stream, extended(run, event));
        return true;
      });
    },

    add(events) {
      for (const event of events) {
        const run = runs.get(event.stream);
        if (isIn(run, event)) continue;
        // Set anew, so that the map's order is that of the last change.
        runs.delete(event.stream);
        runs.set(event.stream, extended(run, event));
      }
      for (const quiet of runs.keys()) {
        if (runs.size <= limit) return;
        runs.delete(quiet);
      }
    },

    has: (event) => isIn(runs.get(event.stream), event),
  };
};

const isIn = (run: Run | undefined, { revision }: Pick<RecordedEvent, 'revision'>): boolean =>
  run !== undefined && run.from <= revision && revision <= run.to;

const extended = (run: Run | undefined, { revision }: RecordedEvent): Run =>
  revision - 1 === run?.to ? { from: run.from, to: revision } : { from: revision, to: revision };
