/** The funnel as a report like the others: figures in groups. What the address of the report says besides: `progress-report.ts`. */
import { LISTED_STATUSES, nameOfCode } from '@pledgeline/contracts';
import { isDerived } from '@pledgeline/pledge';
import type { QueryContext } from '../../answers/query-context.ts';
import { isSilentRow } from '../../views/register/due-dates.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { byCategory } from '../by-category.ts';
import { byConference } from '../by-conference.ts';
import { byMemberState } from '../by-member-state.ts';
import { byTrack } from '../by-track.ts';
import { countPledges, countStates } from '../counting-rules.ts';
import type { Measure } from '../figure.ts';
import { silentPledges } from '../figures.data.ts';
import { beginGroups, grouped, type BegunGroups, type Grouping } from '../grouped.ts';
import type { Question } from '../report-question.ts';
import type { ReportDefinition } from '../report.ts';
import { medianDays } from '../step-figures.ts';
import { DEFINITIONS, FUNNEL } from './progress.data.ts';
import { isItsOwn } from './progress-figures.ts';

const isAnnounced = ({ pledge }: RegisterRow): boolean => !isDerived(pledge);

const reached = FUNNEL.map((status) =>
  countPledges(
    {
      figure: `reached_${status}`,
      name: `${nameOfCode('status', status)}, ever`,
      definition: `${DEFINITIONS.reached}; here: ${status}`,
    },
    ({ pledge }) => isItsOwn(pledge, status) && status in pledge.reachedOn,
  ),
);

const current = LISTED_STATUSES.map((status) =>
  countPledges(
    {
      figure: `current_${status}`,
      name: `${nameOfCode('status', status)}, now`,
      definition: `${DEFINITIONS.current}; here: ${status}`,
    },
    ({ pledge }) => pledge.status === status,
  ),
);

const measuresOf = ({ earliestToday }: QueryContext): readonly Measure<RegisterRow>[] => [
  countPledges({ figure: 'pledges', name: 'Pledges', definition: DEFINITIONS.pledges }, isAnnounced),
  countStates({ figure: 'states', name: 'States', definition: DEFINITIONS.states }, isAnnounced),
  ...reached,
  ...current,
  countPledges(silentPledges.withoutWord, (row) => isSilentRow(row, earliestToday)),
  ...medianDays,
];

export const progress: ReportDefinition = {
  report: 'progress',
  title: 'Progress from announcement to deployment',
  answers: 'How many pledges reached each status, how many stand there now, and how long did each step take?',
  readers: 'PUBLIC',
  by: ['track', 'conference', 'memberState', 'category'],
  make: async (context, question) => {
    const { by: _, ...filters } = question;
    return grouped(context, filters, measuresOf(context), { grouping: await groupingOf(context, question) });
  },
};

/** The same groups, for who passes over the register himself. */
export const beginProgress = async (context: QueryContext, question: Question): Promise<BegunGroups> =>
  beginGroups(measuresOf(context), { grouping: await groupingOf(context, question) });

const groupingOf = async ({ views }: QueryContext, { by, ...filters }: Question): Promise<Grouping> => {
  switch (by) {
    case 'conference':
      return byConference(views);
    case 'memberState':
      return byMemberState(filters);
    case 'category':
      return byCategory;
    default:
      return byTrack;
  }
};
