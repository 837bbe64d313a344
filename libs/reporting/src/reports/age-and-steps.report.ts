/** How old promises are, and how long each step took: asked for by states in a hurry (lifecycle page, section 8.5). */
import { daysBetween } from '@pledgeline/contracts';
import { isOpen } from '../views/register/due-dates.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { byCategory } from './by-category.ts';
import { byMemberState } from './by-member-state.ts';
import { referenceOf } from './counting-rules.ts';
import { summingOnce } from './figure.ts';
import { grouped } from './grouped.ts';
import { highest, lowerQuartile, median, upperQuartile } from './median.ts';
import { onceForRow } from './once-for-row.ts';
import type { ReportDefinition } from './report.ts';
import { medianDays, MEDIAN, spreadOfDays } from './step-figures.ts';

const AGE =
  'whole days from the announcement to the day of the question (today at UTC+14 where it names none), of open pledges whose announcement has a date';

const ageOn = (today: string) =>
  onceForRow(({ pledge }: RegisterRow): number | null => {
    const announcedOn = pledge.announcement?.announcedOn ?? null;
    return announcedOn === null || !isOpen(pledge) ? null : daysBetween(announcedOn, today);
  });

const age =
  (figure: string, name: string, what: string, summary: typeof median) => (ageOf: ReturnType<typeof ageOn>) =>
    summingOnce<RegisterRow>(
      { figure, name, unit: 'days', definition: `${what} of the ${AGE}` },
      'pledges',
      referenceOf,
      ageOf,
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

export const ageAndSteps: ReportDefinition = {
  report: 'age-and-steps',
  title: 'Age and time in each step',
  answers: 'How old are open promises, and how long did each step take?',
  readers: 'PUBLIC',
  by: ['category', 'memberState'],
  make: (context, { by, ...filters }) => {
    const ageOf = ageOn(context.latestToday);
    return grouped(
      context,
      filters,
      [...ages.map((measure) => measure(ageOf)), ...medianDays, ...spreadOfDays],
      {
        grouping: by === 'memberState' ? byMemberState(filters) : byCategory,
      },
    );
  },
};
