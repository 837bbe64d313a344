/** What became of a promise beside its way through the statuses, as its page shows it. */
import type { Views } from '@pledgeline/event-sourcing';
import { suspendedNow, type Pledge, type ProgressReport, type Suspension } from '@pledgeline/pledge';
import { partsOf, relative, relatives, type Relative } from './relatives.ts';

type Counting = NonNullable<Pledge['counting']>;
type Against = NonNullable<Counting['against']>;

export interface PromiseShape {
  /** What the state changed since the announcement, each change with its old and new value. */
  readonly amendments: NonNullable<Pledge['amendment']>['history'];
  /** The pledges it comes from, and those it became. */
  readonly parents: readonly Relative[];
  readonly children: readonly Relative[];
  /** What is delivered rests now. */
  readonly suspended: boolean;
  readonly suspensions: readonly Suspension[];
  /** Beyond the themes of the capability. */
  readonly tags: readonly string[];
  readonly mainTheme: string | null;
  readonly progress: readonly ProgressReport[];
  /** The total it is a part of, and how much of it it takes. */
  readonly countsAgainst: (Pick<Against, 'kind' | 'quantity'> & { readonly total: Relative }) | null;
  /** The pledges that are parts of this one. */
  readonly parts: readonly Relative[];
  readonly phases: Counting['phases'];
}

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
});

const countsAgainst = async (views: Views, { counting }: Pledge): Promise<PromiseShape['countsAgainst']> => {
  const against = counting?.against ?? null;
  if (against === null) return null;
  const { kind, quantity, totalId } = against;
  return { kind, quantity, total: await relative(views, totalId) };
};
