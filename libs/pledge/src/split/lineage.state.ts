/** Where a pledge comes from, and what it became. */
import type { DataOf } from '@pledgeline/contracts';

/**
 * Whether it is counted with another pledge: a part of a split with the whole, up to its registration, and a source of a
 * merger with the joint pledge.
 */
export const isDerived = ({ lineage }: { readonly lineage: Lineage | null }): boolean =>
  lineage !== null && (lineage.kind === 'MERGE' ? lineage.children.length > 0 : lineage.parents.length > 0);

export interface Lineage {
  readonly kind: DataOf<'PledgeDerived'>['kind'];
  readonly parents: readonly string[];
  readonly children: readonly string[];
}
