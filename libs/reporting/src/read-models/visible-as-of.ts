/**
 * The historical view that a reader is shown for `knownAt` ends with the last event by then that he may read. Two times between
 * which nothing was recorded for him are one, so that nobody finds out by asking again when something was that is not for him.
 */
import { isOneOf, readsAll, readsAmongStates, streamName, type Caller } from '@pledgeline/contracts';
import type { Views } from '@pledgeline/event-sourcing';
import type { AsOf } from '../answers/as-of.ts';
import { everyRow } from '../answers/every-row.ts';
import type { AnyView } from '../visibility/view.ts';
import type { RecordedTimes } from './recorded-times.ts';

/** @param present the views of now, as they are: they decide whose a row is. */
export const visibleAsOf =
  (definitions: readonly AnyView[], present: Views, times: RecordedTimes) =>
  async (asOf: AsOf, caller: Caller, signal: AbortSignal): Promise<AsOf> => {
    if (asOf.knownAt === null || readsAll(caller)) return asOf;
    const visibilities = readsAmongStates(caller)
      ? (['PUBLIC', 'MEMBER_STATES'] as const)
      : (['PUBLIC'] as const);
    const streams = await streamsConcerning(definitions, present, caller);
    return { ...asOf, knownAt: await times.lastRead({ visibilities, streams }, asOf.knownAt, signal) };
  };

/** The streams that concern the state of the caller: pledges that it carries, visits to its units. */
const streamsConcerning = async (
  definitions: readonly AnyView[],
  present: Views,
  caller: Caller,
): Promise<readonly string[]> => {
  const { state } = caller;
  if (state === null || !isOneOf([state], caller)) return [];
  const streams: string[] = [];
  for (const { category, projection, concerned } of definitions) {
    if (category === null || concerned === undefined) continue;
    const where = await concerned.where(present, state);
    for await (const { key, row } of everyRow<never>(present, projection.name, where)) {
      if (isOneOf(concerned.statesOf(row), caller)) streams.push(streamName(category, key));
    }
  }
  return streams;
};
