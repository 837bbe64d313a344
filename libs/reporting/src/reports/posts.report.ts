/** Experts: who is out there, for how long, and which posts are still open. Longer tours are asked for (seed 003). */
import { type Pledge, type Secondment, countsPersons, termsPromised, tourMonths } from '@pledgeline/pledge';
import type { RegisterRow } from '../views/register/register-row.ts';
import type { QueryContext } from '../answers/query-context.ts';
import { byMemberState } from './by-member-state.ts';
import { addPledged, atMost, countPledges, isOfCategory, stands } from './counting-rules.ts';
import { grouped, type Grouping } from './grouped.ts';
import type { ReportDefinition } from './report.ts';
import { posts as figures } from './figures.data.ts';

const LONG = 12;

const isExpertise = isOfCategory('EXPERTISE');

/** Begun somewhere in the world, and not over everywhere: by the same rule as whatever else is over. */
type Now = Pick<QueryContext, 'latestToday' | 'earliestToday'>;

const heldOn =
  ({ latestToday, earliestToday }: Now) =>
  ({ from, to, endedOn }: Secondment): boolean =>
    from <= latestToday && (endedOn ?? to) >= earliestToday;

const personsNow = ({ delivered }: Pledge, now: Now): number =>
  (delivered?.secondments ?? []).filter(heldOn(now)).reduce((sum, { persons }) => sum + persons, 0);

/** The tour that was promised, or the longest that was planned since. */
const longestTour = (pledge: Pledge): number =>
  Math.max(
    termsPromised(pledge)?.tourMonths ?? 0,
    ...(pledge.delivered?.secondments ?? []).map((secondment) => tourMonths(secondment)),
  );

const measuresOn = (now: Now) => {
  const counts = (row: RegisterRow): boolean => isExpertise(row) && stands(row);
  return [
    countPledges(
      {
        figure: 'longTours',
        name: `Posts above ${LONG} months`,
        definition: `standing pledges of experts whose tour, as promised or as planned, is longer than ${LONG} months`,
      },
      (row) => counts(row) && longestTour(row.pledge) > LONG,
    ),
    countPledges(figures.openPosts, (row) => counts(row) && personsNow(row.pledge, now) === 0),
    addPledged(figures.seconded, (row) => (isExpertise(row) ? personsNow(row.pledge, now) || null : null)),
    addPledged(figures.promised, (row) => {
      const { quantity } = row.pledge;
      return counts(row) && quantity !== null && countsPersons(quantity) ? atMost(quantity) : null;
    }),
  ];
};

export const posts: ReportDefinition = {
  report: 'posts',
  title: 'Experts and their posts',
  answers: 'Which posts are filled, open, or held for more than 12 months?',
  readers: 'PUBLIC',
  by: ['capability', 'memberState'],
  make: (context, { by, ...filters }) =>
    grouped(context, filters, measuresOn(context), {
      grouping: by === 'memberState' ? byMemberState(filters, isExpertise) : byCapability,
    }),
};

const byCapability: Grouping = {
  codesOf: (row) =>
    isExpertise(row) && row.pledge.capabilityCode !== null ? [row.pledge.capabilityCode] : [],
  nameOf: (code) => code,
};
