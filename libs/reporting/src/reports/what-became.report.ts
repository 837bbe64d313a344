/** What became of what was promised: by conference, by state and by category. */
import { byCategory } from './by-category.ts';
import { byConference } from './by-conference.ts';
import { byMemberState } from './by-member-state.ts';
import { grouped } from './grouped.ts';
import type { ReportDefinition } from './report.ts';
import { whatBecameOf } from './what-became-of.ts';

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
    const grouping = await byConference(context.views);
    return grouped(context, filters, measures, { grouping });
  },
};
