/** What became of what was promised: by conference, by state and by category. */
import { categoryOf } from '@pledgeline/pledge';
import { NO_CONFERENCE } from '../views/register/pledge-filters.ts';
import { byMemberState } from './by-member-state.ts';
import { grouped, type Grouping } from './grouped.ts';
import { conferenceNames } from './progress/conference-names.ts';
import type { ReportDefinition } from './report.ts';
import { whatBecameOf } from './what-became-of.ts';

const byCategory: Grouping = { codesOf: ({ pledge }) => [categoryOf(pledge)], nameOf: (code) => code };

export const whatBecame: ReportDefinition = {
  report: 'what-became',
  title: 'What became of the promises',
  answers: 'How many promises were kept, kept in part, taken back, or are still under way?',
  readers: 'PUBLIC',
  by: ['conference', 'memberState', 'category'],
  make: async (context, { by = 'conference', ...filters }) => {
    const measures = whatBecameOf(context);
    if (by === 'memberState')
      return grouped(context, filters, measures, { grouping: byMemberState(filters) });
    if (by === 'category') return grouped(context, filters, measures, { grouping: byCategory });
    const names = await conferenceNames(context.views);
    const grouping: Grouping = {
      codesOf: ({ pledge }) => [pledge.announcement?.conference ?? NO_CONFERENCE],
      nameOf: (code) => names.get(code) ?? code,
    };
    return grouped(context, filters, measures, { grouping });
  },
};
