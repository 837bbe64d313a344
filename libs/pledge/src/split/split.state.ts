/** Which pledges a pledge comes from, and which it became. */
import type { DataOf, Quantity } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';
import { statePart } from '../state-part.ts';

export interface SplitState {
  readonly lineage: Lineage | null;
}

export interface Lineage {
  readonly kind: DataOf<'PledgeDerived'>['kind'];
  readonly parents: readonly string[];
  readonly children: readonly string[];
}

export type Child = DataOf<'PledgeSplit'>['children'][number];

export interface SplitCommands {
  SplitPledge: Fields<'PledgeSplit', 'pledgeId' | 'consentReference'> & {
    readonly children: readonly NamedChild[];
    /** Of the child that takes what the named ones leave. */
    readonly restId: string;
  };
  /** By policy: opens a child of a split, or a joint pledge. */
  DerivePledge: DataOf<'PledgeDerived'> & {
    readonly records: Omit<DataOf<'RecordsCarriedOver'>, 'pledgeId'>;
    /** Of a joint pledge. */
    readonly partnership: {
      readonly lead: string;
      readonly partners: readonly DataOf<'PartnerJoined'>[];
    } | null;
  };
}

export type NamedChild = Pick<Child, 'pledgeId' | 'quantity' | 'strength' | 'aircraft' | 'description'> & {
  /** Of the money, in the currency of the pledge. */
  readonly amount: Quantity | null;
  /** Null: that of the parent. */
  readonly capabilityCode: string | null;
  /** The AAV named this part, so that its level stands. */
  readonly coveredByAav: boolean;
};

export const splitState = statePart<SplitState, SplitCommands>({ lineage: null });

/**
 * Whether nobody announced it: the parts of a split and a joint pledge come from pledges that were announced, and which count
 * as the promises that were made (accountability page, section 1).
 */
export const isDerived = ({ lineage }: SplitState): boolean => (lineage?.parents.length ?? 0) > 0;
