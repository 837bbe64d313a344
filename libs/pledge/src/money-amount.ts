/**
 * Amounts of money, exactly: whole numbers of the smallest unit of their currency (accountability page, section 2).
 */
import { isInMinorUnits, largestAmount, minorUnits } from '@pledgeline/contracts';
import type { Money } from '@pledgeline/contracts';
import { invalid } from './refusal.ts';

/** @throws {Rejected} AMOUNT_INVALID for nothing, for more decimals than the currency has, and for more than can be kept. */
export const mustBeMoney = (money: Money | null, field = 'money'): void => {
  if (money === null) return;
  const { amountMin, amountMax, currency } = money;
  if (amountMax === 0) throw invalid('AMOUNT_INVALID', 'An amount is more than nothing.', { field });
  for (const amount of [amountMin, amountMax]) {
    if (amount !== null) mustBeExact(amount, currency, field);
  }
};

/** @throws {Rejected} AMOUNT_INVALID */
export const mustBeExact = (amount: number, currency: string, field = 'amount'): void => {
  const decimals = minorUnits(currency);
  const largest = largestAmount(currency);
  if (amount > largest) {
    throw invalid('AMOUNT_INVALID', `At most ${largest} ${currency} can be kept exactly.`, {
      field,
      largest,
    });
  }
  if (isInMinorUnits(amount, currency)) return;
  const has = decimals === 0 ? 'no decimals' : `${decimals} decimals`;
  throw invalid('AMOUNT_INVALID', `${currency} has ${has}, and ${amount} has more.`, { field, decimals });
};
