/** How long pledges took from one point to another: the median, how many they are and, where they are enough, the slow and the fast. */
import { nameOfCode } from '@pledgeline/contracts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { countingOnce, summingOnce, type Measure } from './figure.ts';
import { referenceOf } from './counting-rules.ts';
import { median, percentile } from './median.ts';
import { onceForRow } from './once-for-row.ts';
import { STEPS } from './progress/progress.data.ts';
import { daysOf, isItsOwn } from './progress/progress-figures.ts';

type Step = (typeof STEPS)[number];

export const MEDIAN = 'median (of an even number, the mean of the two in the middle)';

/** Of fewer a tenth is nobody: console page, section 7. */
const ENOUGH = 5;

/** The same function for all figures of a step. */
const daysOfSteps = new Map(
  STEPS.map((step) => {
    const [from, to] = step;
    const days = onceForRow((row: RegisterRow): number | null =>
      isItsOwn(row.pledge, to) ? (daysOf(row, from, to) ?? null) : null,
    );
    return [step, days];
  }),
);

const daysIn = (step: Step): ((row: RegisterRow) => number | null) => daysOfSteps.get(step) ?? (() => null);

const nameOf = ([from, to]: Step): string => `From ${pointName(from)} to ${pointName(to)}`;

const pointName = (point: Step[number]): string =>
  (point === 'L2' ? nameOfCode('level', point) : nameOfCode('status', point)).toLowerCase();

const between = ([from, to]: Step): string =>
  `the whole days between the business dates on which pledges first reached ${from} and ${to}; pledges that lack one of the dates are left out`;

export const medianDays: readonly Measure<RegisterRow>[] = STEPS.map((step) =>
  summingOnce<RegisterRow>(
    {
      figure: `days_${step.join('_')}`,
      name: nameOf(step),
      unit: 'days',
      definition: `${MEDIAN} of ${between(step)}`,
    },
    'pledges',
    referenceOf,
    daysIn(step),
    median,
  ),
);

const TENTHS = [
  ['p10', 0.1, 'a tenth were as fast', 'the days within which the fastest tenth took the step'],
  ['p90', 0.9, 'a tenth were slower', 'the days within which nine tenths took the step'],
] as const;

const tenths = (step: Step): readonly Measure<RegisterRow>[] =>
  TENTHS.map(([code, part, name, meaning]) =>
    summingOnce<RegisterRow>(
      {
        figure: `days_${step.join('_')}_${code}`,
        name: `${nameOf(step)}, ${name}`,
        unit: 'days',
        definition: `${meaning} (nearest rank), of ${between(step)}; null for fewer than five pledges`,
      },
      'pledges',
      referenceOf,
      daysIn(step),
      (days) => (days.length < ENOUGH ? null : percentile(days, part)),
    ),
  );

const howMany = (step: Step): Measure<RegisterRow> => {
  const days = daysIn(step);
  return countingOnce<RegisterRow>(
    {
      figure: `days_${step.join('_')}_n`,
      name: `${nameOf(step)}, pledges`,
      unit: 'pledges',
      definition: `pledges of which ${between(step)}, are known; the other figures of this step rest on them`,
    },
    'pledges',
    referenceOf,
    (row) => days(row) !== null,
  );
};

/** Beside the medians. */
export const spreadOfDays: readonly Measure<RegisterRow>[] = STEPS.flatMap((step) => [
  ...tenths(step),
  howMany(step),
]);
