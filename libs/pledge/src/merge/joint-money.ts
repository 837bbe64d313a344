/** The money of a joint pledge is the sum of its sources, so that none of it drops out of the totals. */
import type { Money } from '@pledgeline/contracts';
import { added } from '../delivery/funds.ts';
import { amountOf, ofAmount } from '../money-range.ts';
import { conflict } from '../refusal.ts';

/** Null where no source promised an amount. @throws {Rejected} MONEY_DIFFERS for amounts that are never added up. */
export const jointMoney = (promised: readonly (Money | null)[]): Money | null => {
  const [first, ...others] = promised.filter((money) => money !== null && amountOf(money) !== null);
  if (!first) return null;
  return others.reduce<Money>((sum, money) => (money === null ? sum : plus(sum, money)), first);
};

const plus = (sum: Money, money: Money): Money => {
  const funding = sum.funding === money.funding ? sum.funding : null;
  const mixesFunding = funding === null && sum.funding !== null && money.funding !== null;
  if (mixesFunding || FIXED.some((field) => sum[field] !== money[field])) {
    throw conflict(
      'MONEY_DIFFERS',
      'Money of two currencies or kinds is not added up: count the pledges as parts of a package instead.',
      { field: 'sources' },
    );
  }
  const isOpen = sum.amountMax === null || money.amountMax === null;
  const max = isOpen ? null : added(sum.amountMax, money.amountMax);
  const min = added(sum.amountMin, money.amountMin ?? 0);
  return { ...ofAmount(sum, { min, max, unit: null, asStated: null }), funding };
};

/** Assumed currencies are not added to others: lifecycle page, section 9. */
const FIXED = ['currency', 'currencyAssumed', 'per'] as const;
