/**
 * Read models that begin with nothing beside a long log: before their first batch is handled they are filled stream by stream, where
 * the store keeps streams together, which costs a fraction of handling every event by itself. What the delivery brings afterwards was
 * applied already.
 *
 * Guarantees: a mark in the read models says that a filling has begun, and another that it is complete, or was not needed; until then the first batch
 * is not handled, so that the group begins again at it. While the process lives, a filling that was interrupted goes on with the rows
 * that are there; those of another process are thrown away, since the log may be another one by then. An event that cannot be applied ends the filling: the delivery comes to it in its turn,
 * and tells of it.
 */
import type { Skips } from './delivery.ts';
import type { RecordedEvent } from './event.ts';
import type { EventStore } from './event-store.ts';
import type { Projector } from './project.ts';
import { isOutage } from './retries.ts';
import { streamByStream } from './stream-by-stream.ts';
import type { Views } from './views.ts';
import { wholeStreams } from './whole-streams.ts';

export interface FillingFirstOptions {
  readonly views: Pick<Views, 'lastApplied' | 'apply'>;
  readonly projector: Projector;
  readonly store: Pick<EventStore, 'read' | 'readStreams'>;
  readonly skips: Skips;
  readonly group: string;
  /** So many events in the first batch say that the log is long; 500 when absent. */
  readonly longFrom?: number;
}

export interface FillingProjector extends Projector {
  /** Ends a filling that is under way, at its next page. */
  readonly stop: () => void;
}

/** Among the revisions of streams, none of which has such a name, and below all of them. */
const MARK = 'filling';
const BEGUN = -2;
const COMPLETE = -1;

/** Throws rows away that another process had begun to fill. Call it before their group is subscribed. */
export const forgetHalfFilled = async (views: Pick<Views, 'lastApplied' | 'clear'>): Promise<void> => {
  if ((await views.lastApplied([MARK])).get(MARK) === BEGUN) await views.clear();
};

export const fillingFirst = (options: FillingFirstOptions): FillingProjector => {
  const { views, projector, store, skips, group, longFrom = 500 } = options;
  const { readStreams } = store;
  const stopping = new AbortController();
  let isDecided = readStreams === undefined;

  const mark = (revision: number): Promise<void> =>
    views.apply({ rows: [], revisions: new Map([[MARK, revision]]) });

  /** Decided once in the life of the read models: a long batch of new streams may come to them much later, after a stop. */
  const isDue = async (batch: readonly RecordedEvent[]): Promise<boolean> => {
    const known = await views.lastApplied([MARK, ...new Set(batch.map(({ stream }) => stream))]);
    if (known.get(MARK) === BEGUN || (known.size === 0 && batch.length >= longFrom)) return true;
    if (!known.has(MARK)) await mark(COMPLETE);
    return false;
  };

  const fill = async (read: NonNullable<typeof readStreams>): Promise<void> => {
    await mark(BEGUN);
    const skipped = await skips.of(group);
    // What is set aside is told of by the delivery, which comes to it later.
    const whole = wholeStreams(store, () => undefined);
    try {
      await streamByStream({
        readStreams: read,
        take: async (page) => projector.fill((await whole(page)).filter(({ id }) => !skipped.has(id))),
        signal: stopping.signal,
      });
    } catch (error) {
      if (stopping.signal.aborted || isOutage(error)) throw error;
    }
    await projector.followAll();
    await mark(COMPLETE);
  };

  return {
    ...projector,
    handle: async (batch) => {
      if (!isDecided && readStreams !== undefined && (await isDue(batch))) await fill(readStreams);
      isDecided = true;
      await projector.handle(batch);
    },
    stop: () => {
      stopping.abort();
    },
  };
};
