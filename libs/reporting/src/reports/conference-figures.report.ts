/** Our counts of each conference beside the published ones, with their source: sources differ, and ours is one of them. */
import { conference } from '@pledgeline/contracts';
import { CONFERENCE_LIST, type ConferenceRow } from '../views/conference-list.view.ts';
import type { Figure } from './figure.ts';
import { pledgesAndStates } from './pledges-and-states.report.ts';
import type { Group, ReportDefinition } from './report.ts';

type Fact = ConferenceRow['conference']['published'][number];

export const conferenceFigures: ReportDefinition = {
  report: 'conference-figures',
  title: 'Conferences: our figures and the published ones',
  answers: 'How do our counts of each conference compare with what others published?',
  readers: 'PUBLIC',
  make: async (context, filters) => {
    const groups = await pledgesAndStates.make(context, { ...filters, by: 'conference' });
    const rows = await context.views.find<ConferenceRow>(CONFERENCE_LIST);
    const known = new Map(rows.map(({ key, row }) => [key, row.conference]));
    return groups
      .filter(({ code }) => known.has(code) || conference(code) !== undefined)
      .map((group) => withPublished(group, known.get(group.code)));
  },
};

/** Which published facts stand beside which of our figures. */
const BESIDE: Readonly<Record<string, readonly Fact['what'][]>> = {
  promisesMade: ['PLEDGES', 'TOTALS'],
  states: ['PARTICIPANTS'],
  statesWithNewPledges: ['STATES_WITH_NEW_PLEDGES'],
};

const withPublished = (group: Group, record: ConferenceRow['conference'] | undefined): Group => {
  const figures = group.figures.map((figure): Figure => ({
    ...figure,
    published: (record?.published ?? [])
      .filter(({ what }) => BESIDE[figure.figure]?.includes(what))
      .map(({ value, source }) => ({ value, source })),
  }));
  return { ...group, figures };
};
