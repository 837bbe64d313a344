/** How the money of a pledge is shared out among the parts of a split: in its currency, and never more than there is. */
import type { Money, Quantity } from '@pledgeline/contracts';
import { isStated } from '../measure.ts';
import { mustBeMoney } from '../money-amount.ts';
import { amountOf, ofAmount } from '../money-range.ts';
import { invalid } from '../refusal.ts';
import { rangeLeft, upper } from './share.ts';
import type { Child } from './split.state.ts';

/**
 * The money of one child. Of a pledge that counts something else as well a child may take none.
 * @throws {Rejected} AMOUNT_MISSING, AMOUNT_INVALID
 */
export const moneyShareOf = (
  amount: Quantity | null,
  whole: Money | null,
  counted: Quantity | null,
): Money | null => {
  const field = 'amount';
  if (amount === null || !isStated(amount)) {
    if (amountOf(whole) === null || (counted !== null && isStated(counted))) return null;
    throw invalid('AMOUNT_MISSING', 'The pledge promises money. State an amount for each child.', { field });
  }
  if (whole === null || amountOf(whole) === null) {
    throw invalid('AMOUNT_INVALID', 'No amount was promised that could be shared out.', { field });
  }
  if (upper(amount) <= 0) throw invalid('AMOUNT_INVALID', 'A child takes more than nothing.', { field });
  const share = ofAmount(whole, amount);
  mustBeMoney(share, field);
  return share;
};

/** The money that the children leave; null when nothing is left, or nobody can say. @throws {Rejected} SPLIT_TOO_LARGE */
export const moneyLeft = (whole: Money | null, children: readonly Child[]): Money | null => {
  const amount = amountOf(whole);
  if (whole === null || amount === null) return null;
  const left = rangeLeft(
    amount,
    children.flatMap(({ money }) => amountOf(money) ?? []),
  );
  return left && ofAmount(whole, { ...left, unit: null, asStated: null });
};
