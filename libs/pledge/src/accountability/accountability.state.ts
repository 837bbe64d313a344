/** What has to be kept of a promise, and how it was closed. */
import type { DataOf, Money, Quantity } from '@pledgeline/contracts';
import { statePart } from '../state-part.ts';

export interface AccountabilityState {
  /** Null before the announcement. */
  readonly promise: PromisedFigures | null;
  readonly closing: Closing | null;
  /** The latest day of a delivery. */
  readonly lastDeliveredOn: string | null;
}

export interface PromisedFigures {
  readonly first: Figures;
  /** By which the delivery is measured: as announced, or since raised, or lowered with a reference. */
  readonly base: Figures;
  readonly lowerings: readonly Lowering[];
}

export interface Figures {
  readonly quantity: Quantity | null;
  readonly money: Money | null;
  /** For which it was promised, where that was stated. */
  readonly years: number | null;
}

/** A registration or an amendment that promises less than the base, or counts otherwise. */
export interface Lowering {
  readonly before: Figures;
  readonly after: Figures;
  readonly on: string | null;
  readonly reason: string | null;
  /** Of FGS, PD, DOS or DESK; without one the base stays. */
  readonly reference: string | null;
}

export interface Closing {
  readonly as: 'FULL' | 'PART';
  /** By people, not computed: with their reason, which older closings do not have. */
  readonly judged: boolean;
  readonly reason: string | null;
  /** Per cent; null where it was judged. Closings before the share was computed have the one that was stated. */
  readonly share: number | null;
  readonly on: string | null;
}

export interface AccountabilityCommands {
  FulfilPledge: Pick<DataOf<'PledgeFulfilled'>, 'pledgeId' | 'reason' | 'evidence'> & {
    readonly as: 'FULL' | 'PART';
    /** Of a closing that was decided before shares were computed, when it is decided again; null otherwise. */
    readonly statedShare: number | null;
  };
}

export const accountabilityState = statePart<AccountabilityState, AccountabilityCommands>({
  promise: null,
  closing: null,
  lastDeliveredOn: null,
});
