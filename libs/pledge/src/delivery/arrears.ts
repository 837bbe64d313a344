/** Assessed contributions that a state owes, and what it paid of them: accountability page, section 2. */
import { bodyKey, laterDay, nameKey, resolveMission, sumOf } from '@pledgeline/contracts';
import { moneyPromised } from '../amendment/amendment.state.ts';
import type { Pledge } from '../state.ts';
import { termsPromised } from '../terms/terms.state.ts';
import type { Payment } from './delivery.state.ts';
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
  const payments = paymentsOfArrears(pledge);
  const paid = sumOf(payments.map(({ amount }) => amount));
  const paidOn = payments.reduce<string | null>((last, { receivedOn }) => laterDay(last, receivedOn), null);
  const remaining = Math.max(sumOf([owed, -paid]), 0);
  return { currency, owed, owedOn, paid, paidOn, remaining, remainingOn: laterDay(owedOn, paidOn) };
};

/** Those of the state itself in the currency of the pledge, in the order of their entry. */
export const paymentsOfArrears = (pledge: Pledge): readonly Payment[] => {
  const currency = moneyPromised(pledge)?.currency ?? null;
  return (pledge.delivered?.payments ?? []).filter(
    (payment) => payment.currency === currency && isOwnDue(payment, pledge),
  );
};

/**
 * The debt that the arrears are of: those of one state to one body for one mission in one currency are one, however many pledges
 * state them. Null for a pledge that states none.
 */
export const debtKeyOf = (pledge: Pledge): string | null => {
  const terms = termsPromised(pledge);
  if ((terms?.arrearsOwed ?? null) === null) return null;
  const mission = terms?.mission ?? null;
  return JSON.stringify([
    pledge.memberState,
    moneyPromised(pledge)?.currency ?? null,
    bodyKey(terms?.implementingBody ?? ''),
    mission === null ? '' : (resolveMission(mission) ?? nameKey(mission)),
  ]);
};

/** Money by which a pledge of arrears is paid, also where nobody has said yet how much is owed. */
export const paysArrears = (pledge: Pledge, payment: Source): boolean =>
  (pledge.capabilityCode === ARREARS || (termsPromised(pledge)?.arrearsOwed ?? null) !== null) &&
  isOwnDue(payment, pledge);

const ARREARS = 'FIN-ARREARS';

type Source = Pick<Payment, 'funding' | 'funder'>;

const isOwnDue = ({ funding, funder }: Source, { memberState }: Pledge): boolean =>
  funding !== 'VOLUNTARY' && funderOf(funder, memberState) === null;

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
