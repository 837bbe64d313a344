/** How old promises are, and how long each step took: asked for by states in a hurry (lifecycle page, section 8.5). */
import { daysBetween } from '@pledgeline/contracts';
import { categoryOf } from '@pledgeline/pledge';
import { isOpen } from '../views/register/due-dates.ts';
import { daysOf, isItsOwn } from './progress/progress-figures.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { byMemberState } from './by-member-state.ts';
import { referenceOf } from './counting-rules.ts';
import { summing } from './figure.ts';
import { grouped } from './grouped.ts';
import { highest, lowerQuartile, median, upperQuartile } from './median.ts';
import type { ReportDefinition } from './report.ts';
import { STEPS } from './progress/progress.data.ts';

const MEDIAN = 'median (of an even number, the mean of the two in the middle)';

const AGE =
  'whole days from the announcement to the day of the question (today at UTC+14 where it names none), of open pledges whose announcement has a date';

const age = (figure: string, name: string, what: string, summary: typeof median) => (today: string) =>
  summing<RegisterRow>(
    { figure, name, unit: 'days', definition: `${what} of the ${AGE}` },
    'pledges',
    referenceOf,
    ({ pledge }) => {
      const announcedOn = pledge.announcement?.announcedOn ?? null;
      return announcedOn === null || !isOpen(pledge) ? null : daysBetween(announcedOn, today);
    },
    summary,
  );

const ages = [
  age(
    'ageLowerQuartile',
    'Age, a quarter is younger',
    'lower quartile (median of the younger half)',
    lowerQuartile,
  ),
  age('ageMedian', 'Age, median', MEDIAN, median),
  age(
    'ageUpperQuartile',
    'Age, a quarter is older',
    'upper quartile (median of the older half)',
    upperQuartile,
  ),
  age('ageOldest', 'Age of the oldest', 'highest', highest),
];

const steps = STEPS.map(([from, to]) =>
  summing<RegisterRow>(
    {
      figure: `days_${from}_${to}`,
      name: `From ${from} to ${to}`,
      unit: 'days',
      definition: `${MEDIAN} of the whole days between the business dates on which pledges first reached ${from} and ${to}; pledges that lack one of the dates are left out`,
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
    grouped(context, filters, [...ages.map((measure) => measure(context.latestToday)), ...steps], {
      grouping:
        by === 'memberState'
          ? byMemberState(filters)
          : { codesOf: ({ pledge }) => [categoryOf(pledge)], nameOf: (code) => code },
    }),
};
