/** How long an offer stands, and how it stopped standing. */
import type { Fields } from '../fields-of-event.ts';
import { statePart } from '../state-part.ts';

export interface ValidityState {
  readonly validUntil: string | null;
  /** Business date of the registration or of the last renewal. */
  readonly standsSince: string | null;
  /** Validity end for which a reminder went out. */
  readonly remindedFor: string | null;
  readonly lapsedOn: string | null;
  readonly lateEntry: LateEntry | null;
}

/** Null while the offer was not over when it was recorded. */
export interface LateEntry {
  /** In UTC. */
  readonly lastRecordedOn: string;
}

export interface ValidityCommands {
  WithdrawPledge: Fields<'PledgeWithdrawn', 'pledgeId' | 'reason' | 'source'>;
  /** Validity end asked for; null takes the longest the rule set allows. */
  RenewPledge: { readonly pledgeId: string; readonly validUntil: string | null };
  /** By job. */
  RemindRenewal: { readonly pledgeId: string };
  /** By job. */
  LapsePledge: { readonly pledgeId: string };
}

export const validityState = statePart<ValidityState, ValidityCommands>({
  validUntil: null,
  standsSince: null,
  remindedFor: null,
  lapsedOn: null,
  lateEntry: null,
});
