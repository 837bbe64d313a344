/**
 * Arrears that several pledges of a state are of. What is owed to one body in one currency is one debt: the latest statement says how
 * much it is, and is never added to an earlier one. Accountability page, section 2.
 */
import { sumOf } from '@pledgeline/contracts';
import { arrearsOf, debtKeyOf, paymentsOfArrears, type Pledge } from '@pledgeline/pledge';

/** What one pledge brings to the figures of a debt; null where another pledge of the same debt says it. */
export interface PartOfDebt {
  readonly reference: string;
  readonly memberState: string;
  /** Null where none of the pledges names one. */
  readonly currency: string | null;
  readonly owed: number | null;
  readonly paid: number | null;
  readonly remaining: number | null;
}

/** @param pledges that state arrears or not, in any order. */
export const partsOfDebts = (pledges: readonly Pledge[]): readonly PartOfDebt[] => {
  const debts = new Map<string, Pledge[]>();
  for (const pledge of pledges) {
    const key = debtKeyOf(pledge);
    if (key !== null) debts.set(key, [...(debts.get(key) ?? []), pledge]);
  }
  return [...debts.values()].flatMap(partsOf);
};

const partsOf = (pledges: readonly Pledge[]): readonly PartOfDebt[] => {
  const [latest, ...earlier] = [...pledges].sort(latestFirst);
  const arrears = latest && arrearsOf(latest);
  if (latest === undefined || arrears === undefined || arrears === null) return [];
  const { reference, memberState } = latest;
  const { currency, owed, owedOn, paid } = arrears;
  const others = earlier.map((pledge) => ({
    reference: pledge.reference,
    memberState,
    currency,
    owed: null,
    paid: paidFrom(owedOn, pledge),
    remaining: null,
  }));
  const paidInAll = sumOf([paid, ...others.map((part) => part.paid ?? 0)]);
  const remaining = Math.max(sumOf([owed, -paidInAll]), 0);
  return [{ reference, memberState, currency, owed, paid, remaining }, ...others];
};

/**
 * Under another pledge. What was paid before the day of the statement is taken off it already, unless the other states its own of
 * that day. Null for nothing.
 */
const paidFrom = (owedOn: string | null, pledge: Pledge): number | null => {
  const isOfThatDay = arrearsOf(pledge)?.owedOn === owedOn;
  const payments = paymentsOfArrears(pledge).filter(
    ({ receivedOn }) => isOfThatDay || owedOn === null || receivedOn >= owedOn,
  );
  return payments.length === 0 ? null : sumOf(payments.map(({ amount }) => amount));
};

/** One without a day is the earliest. Of two of one day the higher sum stands, so that the order of entry makes no difference. */
const latestFirst = (one: Pledge, other: Pledge): number => {
  const [mine, theirs] = [arrearsOf(one), arrearsOf(other)];
  const [day, otherDay] = [mine?.owedOn ?? '', theirs?.owedOn ?? ''];
  if (day !== otherDay) return day < otherDay ? 1 : -1;
  return (theirs?.owed ?? 0) - (mine?.owed ?? 0) || (one.reference < other.reference ? -1 : 1);
};
