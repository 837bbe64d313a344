/** How far pledges came and how long it took: figures of one group of pledges, tallied row by row. */
import type { Status } from '@pledgeline/contracts';
import { isDerived, statesOf, type Pledge } from '@pledgeline/pledge';
import { daysBetween } from '../../views/register/calendar.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';

/** What each figure of the report means. Every figure below stands under its name here. */
export const DEFINITIONS = {
  pledges:
    'pledges announced that fit the filters, each counted once whatever became of it; the parts of a split are no new pledges, and a joint pledge counts in place of those it was merged from; by state it stands with each state that carries it, so that these groups are not added up',
  states: 'distinct member states and organisations that announced them, lead them or are partners in them',
  reached:
    'pledges that ever reached the status, whatever followed; a later status does not imply an earlier one; the parts of a split count from where they went on alone',
  current: 'pledges by their status now',
  medianDays:
    'median of the whole days between the business dates on which pledges first reached the two points; counted are the pledges with both dates, leftOut those that reached both but lack a date or have them the wrong way round; null when none is counted',
  offered:
    'what open pledges on the capability track offer, added up for each measure by itself (units are not persons); a range adds to both ends, an open range (over 450) makes the upper end null, notStated counts pledges that name no number, a ceiling counts what its parts leave of it (overUsed lists those whose parts take more), and a package counts by its parts alone; money is never added',
} as const;

export const FUNNEL = [
  'ANNOUNCED',
  'ACKNOWLEDGED',
  'REGISTERED',
  'MATCHED',
  'SELECTED',
  'MOU_SIGNED',
  'READY',
  'DEPLOYED',
  'REPATRIATED',
  'FULFILLED',
  'PARTIALLY_FULFILLED',
  'LAPSED',
  'WITHDRAWN',
  'DECLINED',
] as const satisfies readonly Status[];

/** From level to selection is asked for by states in a hurry: lifecycle page, section 8.5. */
export const STEPS = [
  ['ANNOUNCED', 'ACKNOWLEDGED'],
  ['ACKNOWLEDGED', 'REGISTERED'],
  ['REGISTERED', 'L2'],
  ['L2', 'SELECTED'],
  ['REGISTERED', 'MATCHED'],
  ['MATCHED', 'SELECTED'],
  ['SELECTED', 'MOU_SIGNED'],
  ['MOU_SIGNED', 'READY'],
  ['READY', 'DEPLOYED'],
  ['ANNOUNCED', 'DEPLOYED'],
  ['DEPLOYED', 'REPATRIATED'],
] as const;

export interface StepFigure {
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  readonly counted: number;
  readonly leftOut: number;
}

export interface Figures {
  readonly pledges: number;
  readonly states: number;
  readonly reached: Readonly<Record<(typeof FUNNEL)[number], number>>;
  /** Statuses no pledge is in are left out. */
  readonly current: Readonly<Partial<Record<Status, number>>>;
  readonly medianDays: readonly StepFigure[];
}

export interface Tally {
  add(row: RegisterRow): void;
  figures(): Figures;
}

/** Counts rows as they come, and tells the figures at any time. */
export const tally = (): Tally => {
  let pledges = 0;
  const states = new Set<string>();
  const reached = Object.fromEntries(FUNNEL.map((status) => [status, 0])) as Record<
    (typeof FUNNEL)[number],
    number
  >;
  const current: Partial<Record<Status, number>> = {};
  const steps = STEPS.map(([from, to]) => ({ from, to, days: [] as number[], leftOut: 0 }));
  return {
    add: (row) => {
      const { pledge } = row;
      if (!isDerived(pledge)) {
        pledges += 1;
        for (const state of statesOf(pledge)) states.add(state);
      }
      for (const status of FUNNEL)
        if (isItsOwn(pledge, status) && status in pledge.reachedOn) reached[status] += 1;
      if (pledge.status !== null) current[pledge.status] = (current[pledge.status] ?? 0) + 1;
      for (const step of steps.filter(({ to }) => isItsOwn(pledge, to))) {
        const days = daysOf(row, step.from, step.to);
        if (days === undefined) step.leftOut += 1;
        else if (days !== null) step.days.push(days);
      }
    },
    figures: () => ({
      pledges,
      states: states.size,
      reached,
      current,
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

/** What a derived pledge reached with its parents was counted with them. */
export const isItsOwn = (pledge: Pledge, point: Point | Status): boolean =>
  !isDerived(pledge) || !REACHED_TOGETHER.includes(point);

const REACHED_TOGETHER: readonly (Point | Status)[] = ['ANNOUNCED', 'ACKNOWLEDGED', 'REGISTERED'];

type Point = (typeof STEPS)[number][number];

/** Null when it did not reach both; undefined when it did and no sound dates tell how long it took. */
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

/** Of an even number, the mean of the two in the middle. */
export const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};
