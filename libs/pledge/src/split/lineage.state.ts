/** Where a pledge comes from, and what it became. */
import type { DataOf } from '@pledgeline/contracts';

/** Whether it comes from others: then it is no new announcement, and was counted with them up to its registration. */
export const isDerived = ({ lineage }: { readonly lineage: Lineage | null }): boolean =>
  lineage !== null && lineage.parents.length > 0;

export interface Lineage {
  readonly kind: DataOf<'PledgeDerived'>['kind'];
  readonly parents: readonly string[];
  readonly children: readonly string[];
}
