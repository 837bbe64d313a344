/** Gives questions what they read, as of the times they name: the read models of now, or a historical view. */
import type { Caller } from '@pledgeline/contracts';
import type { AnsweringContext, AnyProjection, Views } from '@pledgeline/event-sourcing';
import {
  asOfIn,
  dayOfQuestion,
  latestDayOf,
  isOfThePast,
  overBefore,
  type AsOfQuery,
} from '../answers/as-of.ts';
import type { QueryContext } from '../answers/query-context.ts';
import type { AnyView } from '../visibility/view.ts';
import { visibleViews } from '../visibility/visible-views.ts';
import { historicalViews } from './historical-views.ts';
import { keptCounts } from './kept-counts.ts';
import { keptRows } from './kept-rows.ts';
import { keptTallies } from './kept-tallies.ts';
import { projectionsOf } from './projections.ts';
import { recordedTimes } from './recorded-times.ts';
import { recordedUpToFor } from './recorded-up-to.ts';
import { visibleAsOf } from './visible-as-of.ts';

export interface QueryContexts {
  /**
   * Answers a question of a caller as of the times it names; what it reads is there until it is answered.
   * @throws {Rejected} DATE_IN_FUTURE.
   */
  ask<Answer>(
    query: AsOfQuery,
    caller: Caller,
    question: (context: QueryContext) => Promise<Answer>,
    signal?: AbortSignal,
  ): Promise<Answer>;
  /**
   * The same for questions about the read models of this version: what one of them counts is kept for the next.
   * @param version null where nothing is to be kept.
   */
  at(version: string | null): QueryContexts;
}

const NEVER = new AbortController().signal;

/** @param present the read models of now. */
export const queryContexts = (
  definitions: readonly AnyView[],
  present: Views,
  {
    store,
    openScratch,
    clock,
    isSimulated = false,
  }: Pick<AnsweringContext, 'store' | 'openScratch' | 'clock' | 'isSimulated'>,
): QueryContexts => {
  const times = recordedTimes(store);
  const askHistorical = historicalViews({
    ...{ store, openScratch, clock, times },
    projections: projectionsOf(definitions)
      // What follows from other rows is computed where a question about the past asks for it.
      .filter(({ follow }) => follow === undefined)
      .map(ofPast),
  });
  const visible = visibleAsOf(definitions, present, times);
  const show = visibleViews(definitions);
  const current = keptTallies(keptRows(present, definitions), definitions);
  const kept = keptCounts(current);
  /** @param now the read models of now, as this question reads them. */
  const contextsOver = (now: Views): QueryContexts => ({
    at: (version) => contextsOver(version === null ? current : kept(version)),
    ask: async (query, caller, question, signal = NEVER) => {
      const moment = clock();
      const asOf = asOfIn(query, moment);
      const isPast = isOfThePast(asOf);
      const contextIn = async (views: Views): Promise<QueryContext> => {
        const recordedUpTo = await recordedUpToFor(definitions, show, views, caller);
        return {
          views: whileAwaited(show(views, caller, now), signal),
          answeredAt: { ...asOf, recordedUpTo },
          now: moment,
          today: dayOfQuestion(asOf, moment),
          latestToday: latestDayOf(asOf, moment),
          earliestToday: overBefore(asOf, moment),
          isPast,
          isSimulated,
        };
      };
      if (!isPast) return question(await contextIn(now));
      const shown = await visible(asOf, caller, signal);
      return askHistorical(shown, async (views) => question(await contextIn(views)), signal);
    },
  });
  return contextsOver(current);
};

/** Nothing of a past is kept: nobody asks which of its rows changed. */
const ofPast = ({ counted: _, isFollowed: __, ...projection }: AnyProjection): AnyProjection => projection;

/** The same views; they stop answering when nobody waits any more. */
const whileAwaited = (views: Views, signal: AbortSignal): Views => ({
  ...views,
  find: async (view, query) => {
    signal.throwIfAborted();
    return views.find(view, query);
  },
});
