/** What questions read, at the moment they name: the read models of now, or those of a past. */
import type { Caller } from '@pledgeline/contracts';
import type { AnsweringContext, Views } from '@pledgeline/event-sourcing';
import { dayOfQuestion, timesOf } from '../history/moment.ts';
import type { Moment, Times } from '../history/moment.ts';
import { logMoments } from '../history/log-moments.ts';
import { askPasts } from '../history/pasts.ts';
import { recordedUpToFor } from '../visibility/recorded-up-to.ts';
import { timesSeenBy } from '../visibility/times-seen-by.ts';
import { viewsSeenBy } from '../visibility/views-seen-by.ts';

/** Which times were used, and how far the answer goes: part of every answer. */
export interface AnsweredAt extends Times {
  /** When the newest event in the read models was recorded that the caller may read; null while there is none. */
  readonly recordedUpTo: string | null;
}

/** What a query reads, and when it is asked. */
export interface Reading {
  /** As the caller may see them. */
  readonly views: Views;
  readonly answeredAt: AnsweredAt;
  /** The day by which the query judges what is due or overdue: in a past, its last day. */
  readonly today: string;
  /** True when another time than now was asked for: nothing can be done in a past. */
  readonly isPast: boolean;
}

export interface Readings {
  /**
   * Answers a question of a caller at its moment; what it reads is there until it is answered.
   * @throws {Rejected} DATE_IN_FUTURE.
   */
  ask<Answer>(
    moment: Moment,
    caller: Caller,
    question: (reading: Reading) => Promise<Answer>,
    signal?: AbortSignal,
  ): Promise<Answer>;
}

const NEVER = new AbortController().signal;

/** @param present the read models of now. */
export const readingsOf = (
  present: Views,
  context: Pick<AnsweringContext, 'store' | 'openScratch' | 'clock'>,
): Readings => {
  const { clock } = context;
  const moments = logMoments(context.store);
  const askPast = askPasts({ ...context, moments });
  const timesFor = timesSeenBy(present, moments);
  return {
    ask: async (moment, caller, question, signal = NEVER) => {
      const now = clock();
      const times = timesOf(moment, now);
      const isPast = isOfThePast(times);
      const read = async (from: Views): Promise<Reading> => {
        const recordedUpTo = await recordedUpToFor(from, caller);
        return {
          views: whileAwaited(viewsSeenBy(from, caller, present), signal),
          answeredAt: { ...times, recordedUpTo },
          today: dayOfQuestion(times, now),
          isPast,
        };
      };
      if (!isPast) return question(await read(present));
      const seen = await timesFor(times, caller, signal);
      return askPast(seen, async (past) => question(await read(past)), signal);
    },
  };
};

export const isOfThePast = ({ asOf, knownAt }: Times): boolean => asOf !== null || knownAt !== null;

/** The same views, as long as somebody waits for the answer. */
const whileAwaited = (views: Views, signal: AbortSignal): Views => ({
  ...views,
  find: async (view, query) => {
    signal.throwIfAborted();
    return views.find(view, query);
  },
});
