/** Amounts of money as ranges, so that they are shared out and put together as quantities are. */
import type { Money, Quantity } from '@pledgeline/contracts';

/** Null for money of which no amount was stated. */
export const amountOf = (money: Money | null): Quantity | null => {
  if (money === null || (money.amountMin === null && money.amountMax === null)) return null;
  const { amountMin: min, amountMax: max, asStated } = money;
  return { min, max, unit: null, asStated };
};

/** The same money in another amount. */
export const ofAmount = (money: Money, { min, max, asStated }: Quantity): Money => ({
  ...money,
  amountMin: min,
  amountMax: max,
  asStated,
});
