/** Open promises on which nobody who gives has said a word for a year: civil society asks for a yearly report (seed 000). */
import { isOpen, isSilentRow } from '../views/register/due-dates.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { byMemberState } from './by-member-state.ts';
import { countPledges, countStates } from './counting-rules.ts';
import { grouped } from './grouped.ts';
import type { ReportDefinition } from './report.ts';
import { silentPledges as figures } from './figures.data.ts';

export const silentPledges: ReportDefinition = {
  report: 'silent-pledges',
  title: 'Silent pledges',
  answers: 'On which open promises has there been no word for 12 months?',
  readers: 'PUBLIC',
  make: (context, filters) => {
    const isSilent = (row: RegisterRow): boolean => isSilentRow(row, context.earliestToday);
    const measures = [
      countPledges(figures.withoutWord, isSilent),
      countPledges(figures.open, ({ pledge }) => isOpen(pledge)),
      countStates(figures.statesWithoutWord, isSilent),
    ];
    return grouped(context, filters, measures, {
      grouping: byMemberState(filters, isSilent),
    });
  },
};
