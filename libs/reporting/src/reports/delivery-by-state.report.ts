/**
 * How far each state kept its word: nothing, a part or all of it. Asked as of 17 June 2016 it answers what was counted then
 * (lifecycle page, section 8.4): states that failed wholly or in part, and the share of contributions in progress.
 */
import type { Status } from '@pledgeline/contracts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { byMemberState } from './by-member-state.ts';
import { countPledges } from './counting-rules.ts';
import type { Figure, FigureMeaning } from './figure.ts';
import { grouped } from './grouped.ts';
import type { Group, ReportDefinition } from './report.ts';
import { isOwnPromise } from './standing.ts';
import { ALL } from './tallies.ts';

const KEPT: readonly Status[] = ['DEPLOYED', 'REPATRIATED', 'FULFILLED'];
const UNDER_WAY: readonly Status[] = [
  'REGISTERED',
  'MATCHED',
  'SELECTED',
  'MOU_SIGNED',
  'READY',
  'PLANNED',
  'IN_PROGRESS',
];
const FAILED: readonly Status[] = ['WITHDRAWN', 'DECLINED', 'LAPSED'];

const inStatus =
  (statuses: readonly Status[]) =>
  ({ pledge }: RegisterRow): boolean =>
    pledge.status !== null && statuses.includes(pledge.status);

const isCounted = (row: RegisterRow): boolean => isOwnPromise(row);
const both = (one: (row: RegisterRow) => boolean) => (row: RegisterRow) => isCounted(row) && one(row);

const measures = [
  countPledges(
    { figure: 'pledges', name: 'Pledges', definition: 'promises made by the day of the question' },
    isCounted,
  ),
  countPledges(
    { figure: 'kept', name: 'Kept', definition: 'deployed, home after a deployment, or fulfilled' },
    both(inStatus(KEPT)),
  ),
  countPledges(
    { figure: 'keptInPart', name: 'Kept in part', definition: 'partially fulfilled' },
    both(inStatus(['PARTIALLY_FULFILLED'])),
  ),
  countPledges(
    {
      figure: 'inProgressOrRegistered',
      name: 'In progress or registered',
      definition: 'registered, on the way to a deployment, planned or being carried out',
    },
    both(inStatus(UNDER_WAY)),
  ),
  countPledges(
    {
      figure: 'onlyAnnounced',
      name: 'Only announced',
      definition: 'announced or acknowledged, and no further',
    },
    both(inStatus(['ANNOUNCED', 'ACKNOWLEDGED'])),
  ),
  countPledges(
    { figure: 'failed', name: 'Failed', definition: 'withdrawn, declined or lapsed' },
    both(inStatus(FAILED)),
  ),
];

const figureOf = (group: Group, code: string): number =>
  group.figures.find(({ figure }) => figure === code)?.value ?? 0;

/** None, a part, all: a state that has taken back or let lapse anything has failed in that part at least. */
const deliveryOf = (group: Group): 'none' | 'part' | 'all' => {
  const [pledges, kept, inPart, failed] = ['pledges', 'kept', 'keptInPart', 'failed'].map((code) =>
    figureOf(group, code),
  ) as [number, number, number, number];
  const moving = figureOf(group, 'inProgressOrRegistered');
  if (kept + inPart + moving === 0) return 'none';
  return failed + inPart + figureOf(group, 'onlyAnnounced') === 0 && pledges > 0 ? 'all' : 'part';
};

const states = (meaning: Omit<FigureMeaning, 'unit'>, groups: readonly Group[]): Figure => ({
  ...meaning,
  unit: 'states',
  value: groups.length,
  counted: { kind: 'states', ids: groups.map(({ code }) => code).sort() },
  published: [],
});

const overall = (parts: readonly Group[]): Figure[] => {
  const of = (wanted: string): Group[] => parts.filter((group) => deliveryOf(group) === wanted);
  return [
    states(
      {
        figure: 'states',
        name: 'States',
        definition: 'states that made at least one of the promises, or share in one',
      },
      parts,
    ),
    states(
      {
        figure: 'all',
        name: 'States that keep all',
        definition: 'every promise of theirs is kept, in progress or registered',
      },
      of('all'),
    ),
    states(
      {
        figure: 'part',
        name: 'States that keep a part',
        definition: 'some of their promises are kept, in progress or registered, and some are not',
      },
      of('part'),
    ),
    states(
      {
        figure: 'none',
        name: 'States that keep nothing',
        definition: 'none of their promises is kept, in progress or registered',
      },
      of('none'),
    ),
  ];
};

export const deliveryByState: ReportDefinition = {
  report: 'delivery-by-state',
  title: 'Delivery by state',
  answers: 'Which states kept all, a part or none of what they promised?',
  readers: 'PUBLIC',
  make: async (context, filters) => {
    const [all, ...parts] = await grouped(context, filters, measures, { grouping: byMemberState(filters) });
    const counted = parts.filter((group) => figureOf(group, 'pledges') > 0);
    const total = { code: ALL, name: 'in all', figures: [...overall(counted), ...(all?.figures ?? [])] };
    return [total, ...counted];
  },
};
