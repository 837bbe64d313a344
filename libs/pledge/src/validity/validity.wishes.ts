/** What can be wished of a pledge: how long an offer stands, and how it stops standing. */
import type { Fields } from '../fields-of-event.ts';

export interface ValidityWishes {
  WithdrawPledge: Fields<'PledgeWithdrawn', 'pledgeId' | 'reason' | 'source'>;
  /** Validity end asked for; null takes the longest the rule set allows. */
  RenewPledge: { readonly pledgeId: string; readonly validUntil: string | null };
  /** By job. */
  RemindRenewal: { readonly pledgeId: string };
  /** By job. */
  LapsePledge: { readonly pledgeId: string };
}
