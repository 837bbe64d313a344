/** How states carry promises together, by the kinds of partnership that the meetings asked for (seeds 001 and 003). */
import { counting } from './figure.ts';
import { missingParts, statesOf } from '@pledgeline/pledge';
import type { RegisterRow } from '../views/register/register-row.ts';
import { countPledges } from './counting-rules.ts';
import { grouped } from './grouped.ts';
import type { ReportDefinition } from './report.ts';

const isShared = ({ pledge }: RegisterRow): boolean => pledge.partnership !== null;

const measures = [
  countPledges(
    {
      figure: 'pledges',
      name: 'Joint pledges',
      definition:
        'pledges that several states or bodies carry together, each once whatever the number of partners',
    },
    isShared,
  ),
  counting<RegisterRow>(
    {
      figure: 'states',
      name: 'States',
      unit: 'states',
      definition: 'states that lead such a pledge or have a part in it, each once',
    },
    'states',
    (row) => (isShared(row) ? statesOf(row.pledge) : []),
  ),
  countPledges(
    {
      figure: 'partnerMissing',
      name: 'With a partner missing',
      definition: 'joint pledges that a partner left without another joining since',
    },
    ({ pledge }) => pledge.partnership?.partnerMissing === true,
  ),
  countPledges(
    {
      figure: 'incomplete',
      name: 'Incomplete triangular partnerships',
      definition: 'triangular partnerships that lack a trainer, a funder or a host',
    },
    ({ pledge }) => missingParts(pledge).length > 0,
  ),
];

export const partnerships: ReportDefinition = {
  report: 'partnerships',
  title: 'Partnerships by kind',
  answers: 'How many promises do states carry together, and in which kinds of partnership?',
  readers: 'PUBLIC',
  make: (context, filters) =>
    grouped(context, filters, measures, {
      grouping: {
        codesOf: ({ pledge }) => (pledge.partnership === null ? [] : [pledge.partnership.kind]),
        nameOf: (kind) => kind.toLowerCase().replaceAll('_', ' '),
      },
    }),
};
