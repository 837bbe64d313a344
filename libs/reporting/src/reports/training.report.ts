/** Numbers trained, women apart: by training centre, by state or by what was taught. A course counts once, whoever shares it. */
import { everyRow } from '../answers/every-row.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../views/register/register-row.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import { byMemberState } from './by-member-state.ts';
import { adding, counting } from './figure.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf } from './tallies.ts';

/** One course, and whose pledge it delivers. */
interface Held {
  readonly row: RegisterRow;
  readonly course: NonNullable<RegisterRow['pledge']['delivered']>['courses'][number];
}

const reference = ({ row }: Held): string => row.pledge.reference;

const measures = [
  counting<Held>(
    {
      figure: 'courses',
      name: 'Courses',
      unit: 'courses',
      definition: 'courses delivered, each once, also where several states train, pay and host together',
    },
    'courses',
    ({ course }) => [course.courseId],
  ),
  adding<Held>(
    { figure: 'trained', name: 'Persons trained', unit: 'persons', definition: 'persons in these courses' },
    'pledges',
    reference,
    ({ course }) => course.trained,
  ),
  adding<Held>(
    {
      figure: 'women',
      name: 'Women among them',
      unit: 'persons',
      definition: 'women in these courses, where their number was reported',
    },
    'pledges',
    reference,
    ({ course }) => course.women,
  ),
  adding<Held>(
    {
      figure: 'leaders',
      name: 'Mission leaders among them',
      unit: 'persons',
      definition: 'leaders of missions in these courses, where their number was reported',
    },
    'pledges',
    reference,
    ({ course }) => course.leaders,
  ),
];

const codeOf = ({ row, course }: Held, by: string): string =>
  by === 'capability'
    ? (course.capabilityCode ?? row.pledge.capabilityCode ?? 'not stated')
    : (course.centre ?? course.place);

export const training: ReportDefinition = {
  report: 'training',
  title: 'Training delivered',
  answers: 'How many persons were trained, how many of them women, and where?',
  readers: 'PUBLIC',
  by: ['centre', 'memberState', 'capability'],
  make: async ({ views }, { by = 'centre', ...filters }) => {
    const tallies = talliesOf(measures);
    const states = by === 'memberState' ? byMemberState(filters) : undefined;
    const where = await pledgesWhere(views, filters);
    for await (const { row } of everyRow<RegisterRow>(views, PLEDGE_REGISTER, where)) {
      for (const course of row.pledge.delivered?.courses ?? []) {
        const held = { row, course };
        tallies.add(held, states?.codesOf(row) ?? [codeOf(held, by)]);
      }
    }
    return [tallies.total(), ...tallies.parts(states?.nameOf, states?.note)];
  },
};
