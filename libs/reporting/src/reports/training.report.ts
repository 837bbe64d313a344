/** Numbers trained, women apart: by training centre, by state or by what was taught. A course counts once, also where several states share it. */
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import { byMemberState } from './by-member-state.ts';
import { namesKnown } from '../views/names-known.ts';
import { adding, counting } from './figure.ts';
import { namedGroups } from './named-groups.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf } from './tallies.ts';
import { training as figures } from './figures.data.ts';

/** One course, and whose pledge it delivers. */
interface Held {
  readonly row: RegisterRow;
  readonly course: NonNullable<RegisterRow['pledge']['delivered']>['courses'][number];
}

const reference = ({ row }: Held): string => row.pledge.reference;

const measures = [
  counting<Held>(figures.courses, 'courses', ({ course }) => [course.courseId]),
  adding<Held>(figures.trained, 'pledges', reference, ({ course }) => course.trained),
  adding<Held>(figures.women, 'pledges', reference, ({ course }) => course.women),
  adding<Held>(figures.leaders, 'pledges', reference, ({ course }) => course.leaders),
];

const subjectOf = ({ row, course }: Held): string =>
  course.capabilityCode ?? row.pledge.capabilityCode ?? 'not stated';

export const training: ReportDefinition = {
  report: 'training',
  title: 'Training delivered',
  answers: 'How many persons were trained, how many of them women, and where?',
  readers: 'PUBLIC',
  by: ['centre', 'memberState', 'capability'],
  make: async ({ views }, { by = 'centre', ...filters }) => {
    const centres = namedGroups(await namesKnown(views), 'centres');
    const tallies = talliesOf(measures, by === 'centre' ? centres.keyOf : undefined);
    const states = by === 'memberState' ? byMemberState(filters) : undefined;
    const where = await pledgesWhere(views, filters);
    for await (const page of pagesOfPledges(views, where))
      for (const { row } of page) {
        for (const course of row.pledge.delivered?.courses ?? []) {
          const held = { row, course };
          const inCentre = () => centres.codesOf([course.centre ?? course.place]);
          tallies.add(held, states?.codesOf(row) ?? (by === 'centre' ? inCentre() : [subjectOf(held)]));
        }
      }
    return [
      tallies.total(),
      ...tallies.parts(states?.nameOf ?? (by === 'centre' ? centres.nameOf : undefined), states?.note),
    ];
  },
};
