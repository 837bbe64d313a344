/** Money that comes in tranches, year by year: accountability page, section 2. */
import { sumOf } from '@pledgeline/contracts';
import type { FundsLine } from './delivery.state.ts';
import type { MoneyLine } from './pledged-money.ts';

export interface Tranche {
  readonly year: number;
  /** What was confirmed for the year or, where nothing was, committed. */
  readonly amount: number;
  /** What came of it, never more than the amount. */
  readonly received: number;
}

/**
 * The earliest first. Money that names no year, or comes to more than the tranche of its year, goes to the earliest tranche
 * that is not full.
 */
export const tranchesOf = ({ parts }: Pick<MoneyLine, 'parts'>): readonly Tranche[] => {
  const years = [...new Set(parts.flatMap(({ trancheYear }) => trancheYear ?? []))].sort(
    (one, other) => one - other,
  );
  const named = years
    .map((year) => {
      const ofYear = parts.filter(({ trancheYear }) => trancheYear === year);
      const amount = total(ofYear, 'pledged') ?? total(ofYear, 'committed') ?? 0;
      return { year, amount, received: Math.min(total(ofYear, 'received') ?? 0, amount) };
    })
    .filter(({ amount }) => amount > 0);
  let free = sumOf([total(parts, 'received') ?? 0, ...named.map(({ received }) => -received)]);
  return named.map((tranche) => {
    const more = Math.min(free, sumOf([tranche.amount, -tranche.received]));
    free = sumOf([free, -more]);
    return { ...tranche, received: sumOf([tranche.received, more]) };
  });
};

/** Its last day. */
export const trancheDue = ({ year }: Pick<Tranche, 'year'>): string => `${year}-12-31`;

/** The year is over, all over the world, and less than the tranche came. */
export const isLate = (tranche: Tranche, earliestToday: string): boolean =>
  tranche.received < tranche.amount && trancheDue(tranche) < earliestToday;

const total = (parts: readonly FundsLine[], step: 'pledged' | 'committed' | 'received'): number | null => {
  const stated = parts.map((part) => part[step]).filter((amount) => amount !== null);
  return stated.length === 0 ? null : sumOf(stated);
};
