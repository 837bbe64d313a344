/** Parses money in a change, and completes it by the money promised before. Lifecycle page, section 1. */
import { isCurrency, type Money } from '@pledgeline/contracts';
import { mustBeMoney } from '../money-amount.ts';
import { invalid } from '../refusal.ts';
import type { StatedChange } from './amendment.state.ts';

/** Money as it is written in a change: a field that is left out is as before. */
type StatedMoney = Pick<Money, 'amountMin' | 'amountMax' | 'asStated'> &
  Partial<Pick<Money, 'currencyAssumed' | 'per'>> & { readonly currency: string | null };

export const isMoney = (value: unknown): value is StatedMoney =>
  typeof value === 'object' && value !== null && 'amountMin' in value && 'amountMax' in value;

/** The amounts decide; the other fields count only where they were stated. */
export const isSameMoney = (stated: StatedMoney, now: StatedMoney): boolean =>
  stated.amountMin === now.amountMin &&
  stated.amountMax === now.amountMax &&
  (stated.currency === null || stated.currency === now.currency) &&
  (stated.currencyAssumed === undefined || stated.currencyAssumed === now.currencyAssumed) &&
  (stated.per === undefined || stated.per === now.per);

/**
 * Null takes the money back. Without a currency it is that of before; whose funding it is does not change.
 * @throws {Rejected} VALUE_INVALID, AMOUNT_INVALID, UNKNOWN_CURRENCY
 */
export const moneyIn = ({ field, new: value }: StatedChange, before: Money | null): Money | null => {
  if (value === null || value === undefined) return null;
  if (!isMoney(value)) throw invalid('VALUE_INVALID', `${field} is an amount of money.`, { field });
  const { amountMin, amountMax, asStated } = value;
  const amounts = [amountMin, amountMax].filter((amount) => amount !== null);
  if (amounts.length === 0 || amountMax === 0 || !amounts.every((amount) => amount >= 0)) {
    throw invalid('AMOUNT_INVALID', 'An amount is more than nothing.', { field });
  }
  const money = {
    ...currencyOf(value, before),
    amountMin,
    amountMax,
    asStated,
    funding: before?.funding ?? null,
  };
  mustBeMoney(money, field);
  return money;
};

const currencyOf = (
  { currency, currencyAssumed = false, per = null }: StatedMoney,
  before: Money | null,
): Pick<Money, 'currency' | 'currencyAssumed' | 'per'> => {
  const field = 'unit';
  if (currency !== null) {
    if (!isCurrency(currency)) {
      throw invalid('UNKNOWN_CURRENCY', `${currency} is no currency of ISO 4217.`, { field });
    }
    return { currency, currencyAssumed, per };
  }
  if (before === null)
    throw invalid('UNKNOWN_CURRENCY', 'No money was promised before: name its currency.', { field });
  const { currency: as, currencyAssumed: guessed, per: every } = before;
  return { currency: as, currencyAssumed: guessed, per: every };
};
