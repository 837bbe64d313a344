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
import { deliveryByState as figures } from './figures.data.ts';

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
  countPledges(figures.pledges, isCounted),
  countPledges(figures.kept, both(inStatus(KEPT))),
  countPledges(figures.keptInPart, both(inStatus(['PARTIALLY_FULFILLED']))),
  countPledges(figures.inProgressOrRegistered, both(inStatus(UNDER_WAY))),
  countPledges(figures.onlyAnnounced, both(inStatus(['ANNOUNCED', 'ACKNOWLEDGED']))),
  countPledges(figures.failed, both(inStatus(FAILED))),
];

const figureOf = (group: Group, code: string): number =>
  group.figures.find(({ figure }) => figure === code)?.value ?? 0;

/** A state that took back a promise, or let one lapse, kept a part at most. */
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
    states(figures.states, parts),
    states(figures.all, of('all')),
    states(figures.part, of('part')),
    states(figures.none, of('none')),
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
