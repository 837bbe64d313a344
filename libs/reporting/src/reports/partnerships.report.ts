/** How states carry promises together, by the kinds of partnership that the meetings asked for (seeds 001 and 003). */
import { counting } from './figure.ts';
import { missingParts, statesOf } from '@pledgeline/pledge';
import type { RegisterRow } from '../views/register/register-row.ts';
import { countPledges } from './counting-rules.ts';
import { grouped } from './grouped.ts';
import type { ReportDefinition } from './report.ts';
import { partnerships as figures } from './figures.data.ts';

const isShared = ({ pledge }: RegisterRow): boolean => pledge.partnership !== null;

const measures = [
  countPledges(figures.pledges, isShared),
  counting<RegisterRow>(figures.states, 'states', (row) => (isShared(row) ? statesOf(row.pledge) : [])),
  countPledges(figures.partnerMissing, ({ pledge }) => pledge.partnership?.partnerMissing === true),
  countPledges(figures.incomplete, ({ pledge }) => missingParts(pledge).length > 0),
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
