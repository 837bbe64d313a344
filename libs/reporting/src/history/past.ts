/** Read models of one past: the same projections over the part of the log that had happened and was known. Decision 11. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { catalogue, skipsIn } from '@pledgeline/contracts';
import { project, wholeStream } from '@pledgeline/event-sourcing';
import type { EventReader, Views } from '@pledgeline/event-sourcing';
import { hadHappened, isKnown, type Times } from './moment.ts';
import { oneAtATime } from '../read-models/one-at-a-time.ts';
import { GROUP, projections } from '../read-models/projections.ts';

const PAGE = 2000;

/**
 * @param views empty.
 * @returns what brings them up to the end of the log; at once when all that belongs to this past has been read. Aborted, it goes on
 * from there the next time.
 */
export const pastIn = (views: Views, store: EventReader, times: Times, clock: () => string) => {
  const projector = project(views, projections, catalogue, async (stream, upTo) => {
    const known = (await wholeStream(store, stream, upTo)).filter((event) => isKnown(event, times));
    // Corrected first: a corrected date decides whether the event had happened.
    return catalogue.corrected(known).filter((event) => hadHappened(event, times));
  });
  const exclusively = oneAtATime();
  let after: string | undefined;
  let complete = false;
  return (signal: AbortSignal): Promise<void> =>
    exclusively(async () => {
      const skipped = await skipsIn(store).of(GROUP);
      while (!complete) {
        const begun = clock();
        const page = await store.readAll({ after, limit: PAGE });
        const counts = page.filter((event) => isKnown(event, times) && hadHappened(event, times));
        await projector.handle(counts.filter(({ id }) => !skipped.has(id)));
        after = page.at(-1)?.position ?? after;
        // Whatever is recorded from now on is too late for it.
        complete = page.length < PAGE && times.knownAt !== null && times.knownAt < begun;
        if (page.length < PAGE) return;
        await yieldToEventLoop(undefined, { signal });
      }
    });
};
