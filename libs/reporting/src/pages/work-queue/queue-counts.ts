/** How many tasks of which kind wait for which roles, and how many of them are late: the filters of a queue and its counts. */
import { ROLES, TASK_KINDS } from '@pledgeline/contracts';
import { eachOf } from '../../answers/one-or-more.ts';
import type { WorkQueueRequest } from './work-queue.request.ts';
import type { TaskCounts } from './work-queue.schema.ts';

/** Tasks of one kind that wait for the same roles. */
export interface TaskGroup {
  readonly kind: string;
  readonly waitsFor: readonly string[];
  readonly count: number;
  readonly overdue: number;
}

type Filters = Pick<WorkQueueRequest, 'kind' | 'role' | 'overdue'>;

export const isOfKind = ({ kind }: Filters, group: Pick<TaskGroup, 'kind'>): boolean =>
  kind === undefined || eachOf(kind).includes(group.kind);

export const waitsForRole = ({ role }: Filters, { waitsFor }: Pick<TaskGroup, 'waitsFor'>): boolean =>
  role === undefined || waitsFor.some((one) => eachOf(role).includes(one));

/** Those that fit the filter by lateness, where there is one. */
const countIn = ({ overdue }: Filters, group: TaskGroup): number => {
  if (overdue === undefined) return group.count;
  return overdue === 'true' ? group.overdue : group.count - group.overdue;
};

const sumOf = (groups: readonly TaskGroup[], count: (group: TaskGroup) => number): number =>
  groups.reduce((sum, group) => sum + count(group), 0);

/** @param groups of all that fit the other filters. Each count leaves out the filter that it is made for. */
export const countsOf = (
  groups: readonly TaskGroup[],
  filters: Filters,
): { readonly total: number; readonly counts: TaskCounts } => {
  const ofKind = groups.filter((group) => isOfKind(filters, group));
  const forRole = groups.filter((group) => waitsForRole(filters, group));
  const fitting = ofKind.filter((group) => waitsForRole(filters, group));
  const countOf = (some: readonly TaskGroup[]) => sumOf(some, (group) => countIn(filters, group));
  return {
    total: countOf(fitting),
    counts: {
      kinds: TASK_KINDS.map((kind) => ({
        kind,
        count: countOf(forRole.filter((group) => group.kind === kind)),
      })).filter(({ count }) => count > 0),
      roles: ROLES.map((role) => ({
        role,
        count: countOf(ofKind.filter(({ waitsFor }) => waitsFor.includes(role))),
      })).filter(({ count }) => count > 0),
      overdue: sumOf(fitting, ({ overdue }) => overdue),
    },
  };
};
