/** How old promises are, and how long each step took: asked for by states in a hurry (lifecycle page, section 8.5). */
import { daysBetween } from '@pledgeline/contracts';
import { categoryOf } from '@pledgeline/pledge';
import { isOpen } from '../views/register/due-dates.ts';
import { daysOf, isItsOwn, median } from './progress/progress-figures.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { byMemberState } from './by-member-state.ts';
import { referenceOf } from './counting-rules.ts';
import { summing } from './figure.ts';
import { grouped } from './grouped.ts';
import type { ReportDefinition } from './report.ts';
import { STEPS } from './progress/progress.data.ts';

/** @param share from 0 to 1; the value with that share of the others below it. */
export const quantile = (values: readonly number[], share: number): number | null =>
  [...values].sort((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? null;

const AGE =
  'whole days from the announcement to the day of the question, of open pledges whose announcement has a date';

const age = (figure: string, name: string, what: string, share: number) => (today: string) =>
  summing<RegisterRow>(
    { figure, name, unit: 'days', definition: `${what} of the ${AGE}` },
    'pledges',
    referenceOf,
    ({ pledge }) => {
      const announcedOn = pledge.announcement?.announcedOn ?? null;
      return announcedOn === null || !isOpen(pledge) ? null : daysBetween(announcedOn, today);
    },
    (values) => quantile(values, share),
  );

const ages = [
  age('ageLowerQuartile', 'Age, a quarter is younger', 'lower quartile', 0.25),
  age('ageMedian', 'Age, median', 'median', 0.5),
  age('ageUpperQuartile', 'Age, a quarter is older', 'upper quartile', 0.75),
  age('ageOldest', 'Age of the oldest', 'highest', 1),
];

const steps = STEPS.map(([from, to]) =>
  summing<RegisterRow>(
    {
      figure: `days_${from}_${to}`,
      name: `From ${from} to ${to}`,
      unit: 'days',
      definition: `median of the whole days between the business dates on which pledges first reached ${from} and ${to}; pledges that lack one of the dates are left out`,
    },
    'pledges',
    referenceOf,
    (row) => (isItsOwn(row.pledge, to) ? (daysOf(row, from, to) ?? null) : null),
    median,
  ),
);

export const ageAndSteps: ReportDefinition = {
  report: 'age-and-steps',
  title: 'Age and time in each step',
  answers: 'How old are open promises, and how long did each step take?',
  readers: 'PUBLIC',
  by: ['category', 'memberState'],
  make: (context, { by, ...filters }) =>
    grouped(context, filters, [...ages.map((measure) => measure(context.today)), ...steps], {
      grouping:
        by === 'memberState'
          ? byMemberState(filters)
          : { codesOf: ({ pledge }) => [categoryOf(pledge)], nameOf: (code) => code },
    }),
};
