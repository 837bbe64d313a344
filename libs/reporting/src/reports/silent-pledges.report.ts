/** Open promises of which nothing was heard for a year: civil society asks for a yearly report (seed 000). */
import { addMonths } from '@pledgeline/contracts';
import { isOpen, lastHeard } from '../views/register/due-dates.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { byMemberState } from './by-member-state.ts';
import { countPledges, countStates } from './counting-rules.ts';
import { grouped } from './grouped.ts';
import type { ReportDefinition } from './report.ts';
import { silentPledges as figures } from './figures.data.ts';

const MONTHS = 12;

const DEFINITION = `open pledges on whose business dates nothing was reported for ${MONTHS} months up to the day of the question; what the system wrote by itself is no report`;

export const silentPledges: ReportDefinition = {
  report: 'silent-pledges',
  title: 'Silent pledges',
  answers: 'Of which open promises was nothing heard for 12 months?',
  readers: 'PUBLIC',
  make: (context, filters) => {
    const isSilent = (row: RegisterRow): boolean =>
      isOpen(row.pledge) && addMonths(lastHeard(row), MONTHS) <= context.today;
    const measures = [
      countPledges({ figure: 'silent', name: 'Silent pledges', definition: DEFINITION }, isSilent),
      countPledges(figures.open, ({ pledge }) => isOpen(pledge)),
      countStates(figures.states, isSilent),
    ];
    return grouped(context, filters, measures, {
      grouping: byMemberState(filters, isSilent),
    });
  },
};
