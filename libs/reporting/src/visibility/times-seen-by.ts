/**
 * The past that a reader is shown for `knownAt`: it ends with the last event by then that he may read. Two moments between which
 * nothing was recorded for him are one past, so that nobody finds out by asking again when something was that is not for him.
 */
import { isOneOf, readsAll, readsAmongStates, streamName } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import type { Views } from '@pledgeline/event-sourcing';
import { concernedIn } from '@pledgeline/pledge';
import { everyRow } from '../answers/every-row.ts';
import type { LogMoments } from '../history/log-moments.ts';
import type { Times } from '../history/moment.ts';
import { carriedBy } from '../register/carried-by.ts';
import { PLEDGE_REGISTER } from '../register/pledge-register.projection.ts';
import type { RegisterRow } from '../register/pledge-register.projection.ts';
import { VISIT_DIARY } from '../visits/visit-diary.projection.ts';
import { viewsSeenBy } from './views-seen-by.ts';

/** @param present the views of now, as they are: whose a pledge is they tell. */
export const timesSeenBy =
  (present: Views, moments: LogMoments) =>
  async (times: Times, caller: Caller, signal: AbortSignal): Promise<Times> => {
    if (times.knownAt === null || readsAll(caller)) return times;
    const visibilities = readsAmongStates(caller)
      ? (['PUBLIC', 'MEMBER_STATES'] as const)
      : (['PUBLIC'] as const);
    const streams = await streamsConcerning(present, caller);
    return { ...times, knownAt: await moments.lastRead({ visibilities, streams }, times.knownAt, signal) };
  };

/** Pledges that his state carries, and visits to its units. */
const streamsConcerning = async (present: Views, caller: Caller): Promise<readonly string[]> => {
  const { state } = caller;
  if (state === null || !isOneOf([state], caller)) return [];
  const streams: string[] = [];
  const where = { states: await carriedBy(present, state) };
  for await (const { key, row } of everyRow<RegisterRow>(present, PLEDGE_REGISTER, where)) {
    if (isOneOf(concernedIn(row.pledge), caller)) streams.push(streamName('pledge', key));
  }
  for await (const { key } of everyRow(viewsSeenBy(present, caller), VISIT_DIARY)) {
    streams.push(streamName('visit', key));
  }
  return streams;
};
