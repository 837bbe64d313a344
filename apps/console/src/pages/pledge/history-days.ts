/** The history as people read it: under its days, with pauses in words, and runs of one kind by one hand as a single line. */
import { daysBetween } from '../../words/numbers.ts';

import type { PledgeEvent } from './pledge-event.ts';
import { putRight } from './put-right.ts';

export interface Run {
  /** At least one; of several all are of one type, by one role, and follow each other. */
  readonly events: readonly PledgeEvent[];
}

export interface HistoryDay {
  /** Null for what has no business day. */
  readonly day: string | null;
  readonly runs: readonly Run[];
  /** Days to the day before in this order, where they are long enough to be said. */
  readonly pause: number | null;
}

const PAUSE_DAYS = 60;
/** Fewer than three are no run: they are read as fast as their sum. */
const RUN = 3;

/** @param events in the order in which they are to be shown. */
export const historyDays = (events: readonly PledgeEvent[]): readonly HistoryDay[] => {
  const days: { day: string | null; events: PledgeEvent[] }[] = [];
  for (const event of events) {
    const day = putRight(event).metadata.occurredOn;
    const last = days.at(-1);
    if (last?.day === day) last.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days.map(({ day, events: some }, n) => {
    const before = days[n - 1]?.day ?? null;
    const apart = before === null || day === null ? null : Math.abs(daysBetween(before, day) ?? 0);
    return { day, runs: runsOf(some), pause: apart !== null && apart >= PAUSE_DAYS ? apart : null };
  });
};

const runsOf = (events: readonly PledgeEvent[]): readonly Run[] => {
  const runs: PledgeEvent[][] = [];
  for (const event of events) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && isAlike(last[0], event)) last.push(event);
    else runs.push([event]);
  }
  return runs.flatMap((run) =>
    run.length < RUN ? run.map((event) => ({ events: [event] })) : [{ events: run }],
  );
};

/** What was annulled or put right stands by itself. */
const isAlike = (a: PledgeEvent, b: PledgeEvent): boolean =>
  a.type === b.type &&
  a.metadata.role === b.metadata.role &&
  [a, b].every(({ struck, corrections }) => struck === null && corrections.length === 0);
