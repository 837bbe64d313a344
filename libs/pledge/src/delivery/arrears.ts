/** Assessed contributions that a state owes, and what it paid of them: accountability page, section 2. */
import { laterDay, sumOf } from '@pledgeline/contracts';
import { moneyPromised } from '../amendment/amendment.state.ts';
import type { Pledge } from '../state.ts';
import { termsPromised } from '../terms/terms.state.ts';
import { funderOf } from './pledged-money.ts';

export interface Arrears {
  /** That of the pledge; null where it names none. */
  readonly currency: string | null;
  readonly owed: number;
  /** The day of which the sum is; null where the source gives none. */
  readonly owedOn: string | null;
  /** By the state itself; voluntary money pays no arrears. */
  readonly paid: number;
  /** The day of the last payment; null before the first. */
  readonly paidOn: string | null;
  /** As of the later of the two days; 0 once more was paid than was owed. */
  readonly remaining: number;
  readonly remainingOn: string | null;
}

/** Null for a pledge that states no arrears. */
export const arrearsOf = (pledge: Pledge): Arrears | null => {
  const owed = termsPromised(pledge)?.arrearsOwed ?? null;
  if (owed === null) return null;
  const owedOn = owedSince(pledge);
  const currency = moneyPromised(pledge)?.currency ?? null;
  const payments = (pledge.delivered?.payments ?? []).filter(
    (payment) =>
      payment.currency === currency &&
      payment.funding !== 'VOLUNTARY' &&
      funderOf(payment.funder, pledge.memberState) === null,
  );
  const paid = sumOf(payments.map(({ amount }) => amount));
  const paidOn = payments.reduce<string | null>((last, { receivedOn }) => laterDay(last, receivedOn), null);
  const remaining = Math.max(sumOf([owed, -paid]), 0);
  return { currency, owed, owedOn, paid, paidOn, remaining, remainingOn: laterDay(owedOn, paidOn) };
};

/** The day of the last amendment of the sum, of its statement or of the announcement. */
const owedSince = ({ amendment, termsStatedOn, announcement }: Pledge): string | null => {
  const amended = amendment?.history.findLast(({ changes }) =>
    changes.some(({ field }) => field === 'terms.arrearsOwed'),
  );
  if (amended !== undefined) return amended.amendedOn;
  return termsStatedOn.arrearsOwed === undefined
    ? (announcement?.announcedOn ?? null)
    : termsStatedOn.arrearsOwed;
};
