/** How far pledges came and how long it took: figures of one group of pledges, tallied row by row. */
import { daysBetween, type Status } from '@pledgeline/contracts';
import { isDerived, statesOf, type Pledge } from '@pledgeline/pledge';
import { isSilentRow } from '../../views/register/due-dates.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { median } from '../median.ts';
import { FUNNEL, STEPS } from './progress.data.ts';
import type { Figures } from './progress.schema.ts';

/** What one pledge brings to the figures of each group that it is in. */
export interface PledgeProgress {
  readonly isDerived: boolean;
  readonly states: readonly string[];
  readonly status: Status | null;
  readonly reached: readonly (typeof FUNNEL)[number][];
  readonly isSilent: boolean;
  /** Of each of `STEPS`: null where it did not take it, undefined where it did and sound dates are missing. */
  readonly days: readonly (number | null | undefined)[];
}

/** Looked at once for all groups. @param earliestToday by which silence is judged. */
export const progressOf = (row: RegisterRow, earliestToday: string): PledgeProgress => {
  const { pledge } = row;
  return {
    isDerived: isDerived(pledge),
    states: statesOf(pledge),
    status: pledge.status,
    reached: FUNNEL.filter((status) => status in pledge.reachedOn && isItsOwn(pledge, status)),
    isSilent: isSilentRow(row, earliestToday),
    days: STEPS.map(([from, to]) => (isItsOwn(pledge, to) ? daysOf(row, from, to) : null)),
  };
};

export interface Tally {
  add(one: PledgeProgress): void;
  figures(): Figures;
}

/** Counts pledges as they come, and gives the figures at any time. */
export const tally = (): Tally => {
  let pledges = 0;
  let withoutWord = 0;
  const states = new Set<string>();
  const reached = Object.fromEntries(FUNNEL.map((status) => [status, 0])) as Record<
    (typeof FUNNEL)[number],
    number
  >;
  const current: Partial<Record<Status, number>> = {};
  const steps = STEPS.map(([from, to]) => ({ from, to, days: [] as number[], leftOut: 0 }));
  return {
    add: (one) => {
      if (!one.isDerived) {
        pledges += 1;
        for (const state of one.states) states.add(state);
      }
      for (const status of one.reached) reached[status] += 1;
      if (one.isSilent) withoutWord += 1;
      if (one.status !== null) current[one.status] = (current[one.status] ?? 0) + 1;
      one.days.forEach((days, n) => {
        const step = steps[n];
        if (days === null || step === undefined) return;
        if (days === undefined) step.leftOut += 1;
        else step.days.push(days);
      });
    },
    figures: () => ({
      pledges,
      states: states.size,
      reached,
      current,
      withoutWord,
      medianDays: steps.map(({ from, to, days, leftOut }) => ({
        from,
        to,
        value: median(days),
        counted: days.length,
        leftOut,
      })),
    }),
  };
};

/** A derived pledge does not count again for the points that its parents reached. */
export const isItsOwn = (pledge: Pledge, point: Point | Status): boolean =>
  !isDerived(pledge) || !REACHED_TOGETHER.includes(point);

const REACHED_TOGETHER: readonly (Point | Status)[] = ['ANNOUNCED', 'ACKNOWLEDGED', 'REGISTERED'];

type Point = (typeof STEPS)[number][number];

/** Null when it did not reach both; undefined when it did and sound dates are missing. */
export const daysOf = (row: RegisterRow, from: Point, to: Point): number | null | undefined => {
  const [start, end] = [dateOf(row, from), dateOf(row, to)];
  if (start === undefined || end === undefined) return null;
  if (start === null || end === null) return undefined;
  const days = daysBetween(start, end);
  return days < 0 ? undefined : days;
};

/** Undefined when it was never reached, null when no source gives the date. */
const dateOf = ({ pledge, levelReachedOn }: RegisterRow, point: Point): string | null | undefined =>
  point === 'L2' ? levelReachedOn.L2 : reachedOn(pledge, point);

const reachedOn = ({ reachedOn: dates }: Pledge, status: Status): string | null | undefined => dates[status];
