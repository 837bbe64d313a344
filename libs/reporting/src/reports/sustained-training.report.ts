/** Training for years instead of once: in which years courses were planned and held, and which years were missed (seeds 001, 002). */
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { isOfCategory, referenceOf } from './counting-rules.ts';
import { adding, counting, type Measure } from './figure.ts';
import { sustainedTraining as figures } from './figures.data.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf } from './tallies.ts';

/** One year of one pledge. */
interface YearOf {
  readonly row: RegisterRow;
  readonly year: string;
  readonly isPlanned: boolean;
  /** Over all over the world. */
  readonly isOver: boolean;
  readonly courses: readonly string[];
  readonly trained: number;
}

const idOf = ({ row, year }: YearOf): string => `${referenceOf(row)}, ${year}`;

const years = (meaning: (typeof figures)['planned'], counts: (year: YearOf) => boolean): Measure<YearOf> =>
  counting(meaning, 'years', (year) => (counts(year) ? [idOf(year)] : []));

const measures = [
  years(figures.planned, ({ isPlanned }) => isPlanned),
  years(figures.held, ({ courses }) => courses.length > 0),
  years(figures.missed, ({ isPlanned, isOver, courses }) => isPlanned && isOver && courses.length === 0),
  counting<YearOf>(figures.courses, 'courses', ({ courses }) => courses),
  adding<YearOf>(
    figures.trained,
    'pledges',
    ({ row }) => referenceOf(row),
    ({ trained }) => trained || null,
  ),
];

const isTraining = isOfCategory('TRAINING');

/** A year is planned where a milestone is due in it; a course counts in the year in which it began. */
const yearsOf = (row: RegisterRow, earliestToday: string): readonly YearOf[] => {
  const planned = (row.pledge.implementation?.milestones ?? []).map(({ dueOn }) => dueOn.slice(0, 4));
  const courses = row.pledge.delivered?.courses ?? [];
  const held = courses.map(({ from }) => from.slice(0, 4));
  return [...new Set([...planned, ...held])].sort().map((year) => {
    const inYear = courses.filter(({ from }) => from.startsWith(year));
    return {
      row,
      year,
      isPlanned: planned.includes(year),
      isOver: `${year}-12-31` < earliestToday,
      courses: inYear.map(({ courseId }) => courseId),
      trained: inYear.reduce((sum, { trained }) => sum + trained, 0),
    };
  });
};

export const trainingByYear: ReportDefinition = {
  report: 'sustained-training',
  title: 'Sustained training',
  answers: 'In which years was training planned and held, and which years were missed?',
  readers: 'PUBLIC',
  by: ['pledge', 'year'],
  make: async ({ views, earliestToday }, { by = 'pledge', ...filters }) => {
    const tallies = talliesOf(measures);
    const where = await pledgesWhere(views, filters);
    for await (const page of pagesOfPledges(views, where))
      for (const { row } of page) {
        if (!isTraining(row)) continue;
        for (const year of yearsOf(row, earliestToday))
          tallies.add(year, [by === 'year' ? year.year : referenceOf(row)]);
      }
    return [tallies.total(), ...tallies.parts()];
  },
};
