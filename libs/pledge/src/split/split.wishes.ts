/** What can be wished of a pledge: that it goes on as several, and that one comes from others. */
import type { DataOf, Quantity } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';

export type Child = DataOf<'PledgeSplit'>['children'][number];

export interface SplitWishes {
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

export type NamedChild = Pick<Child, 'pledgeId' | 'quantity' | 'description'> & {
  /** Of the money, in the currency of the pledge. */
  readonly amount: Quantity | null;
  /** Null: that of the parent. */
  readonly capabilityCode: string | null;
  /** The AAV named this part, so that its level stands. */
  readonly coveredByAav: boolean;
};
