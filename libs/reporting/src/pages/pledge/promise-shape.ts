/** What became of a promise beside its way through the statuses, as its page shows it. */
import type { Views } from '@pledgeline/event-sourcing';
import { suspendedNow, type Pledge } from '@pledgeline/pledge';
import { newerOf, partsOf, relative, relatives } from './relatives.ts';
import type { PromiseShape } from './promise-shape.schema.ts';

export const promiseShape = async (views: Views, pledge: Pledge): Promise<PromiseShape> => ({
  amendments: pledge.amendment?.history ?? [],
  parents: await relatives(views, pledge.lineage?.parents),
  children: await relatives(views, pledge.lineage?.children),
  suspended: suspendedNow(pledge) !== undefined,
  suspensions: pledge.suspensions ?? [],
  tags: pledge.tags?.themes ?? [],
  mainTheme: pledge.tags?.mainTheme ?? null,
  progress: pledge.progress ?? [],
  countsAgainst: await countsAgainst(views, pledge),
  parts: await partsOf(views, pledge.pledgeId),
  phases: pledge.counting?.phases ?? null,
  renewedBy: await newerOf(views, pledge.pledgeId),
  supersededBy: pledge.supersededBy === null ? null : await relative(views, pledge.supersededBy),
});

const countsAgainst = async (views: Views, { counting }: Pledge): Promise<PromiseShape['countsAgainst']> => {
  const against = counting?.against ?? null;
  if (against === null) return null;
  const { kind, quantity, totalId } = against;
  return { kind, quantity, total: await relative(views, totalId) };
};
