/** Read models of one historical view: the same projections over the part of the log that had happened and was known. Decision 0011. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { catalogue, skipsIn } from '@pledgeline/contracts';
import {
  isOurs,
  project,
  wholeStream,
  wholeStreams,
  type AnyProjection,
  type EventReader,
  type RecordedEvent,
  type Views,
} from '@pledgeline/event-sourcing';
import { hadHappened, isKnown, type AsOf } from '../answers/as-of.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { GROUP } from './projections.ts';

const PAGE = 2000;

/**
 * @param views empty.
 * @returns a function that reads the log to its end, and returns at once when all that belongs here has been read. Aborted, it
 * goes on from there the next time.
 */
export const historicalViewIn = (
  views: Views,
  projections: readonly AnyProjection[],
  store: EventReader,
  asOf: AsOf,
  clock: () => string,
) => {
  const historyOf = async (stream: string, upTo: number): Promise<readonly RecordedEvent[]> => {
    const recorded = await wholeStream(store, stream, upTo);
    const known = recorded.filter((event) => isOurs(event) && isKnown(event, asOf));
    // Corrections come first: a corrected date decides whether the event had happened.
    return catalogue.corrected(known).filter((event) => hadHappened(event, asOf));
  };
  const projector = project(views, projections, catalogue, historyOf, { leavesOut: true });
  // What is set aside here is told of by the group that feeds the read models of now.
  const whole = wholeStreams(store, () => undefined);
  const exclusively = oneAtATime();
  let after: string | undefined;
  let complete = false;
  return (signal: AbortSignal): Promise<void> =>
    exclusively(async () => {
      const skipped = await skipsIn(store).of(GROUP);
      while (!complete) {
        const begun = clock();
        const page = await store.readAll({ after, limit: PAGE });
        const counts = (await whole(page)).filter(
          (event) => isKnown(event, asOf) && hadHappened(event, asOf),
        );
        await projector.handle(counts.filter(({ id }) => !skipped.has(id)));
        after = page.at(-1)?.position ?? after;
        // Events that are recorded from now on are too late for it.
        complete = page.length < PAGE && asOf.knownAt !== null && asOf.knownAt < begun;
        if (page.length < PAGE) return;
        await yieldToEventLoop(undefined, { signal });
      }
    });
};
