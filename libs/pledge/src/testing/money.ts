/** An amount that was promised, by name. */
import type { Money } from '@pledgeline/contracts';

/** Between the two, of voluntary money once. */
export const money = (min: number | null, max: number | null = min, more: Partial<Money> = {}): Money => ({
  amountMin: min,
  amountMax: max,
  currency: 'USD',
  currencyAssumed: false,
  per: null,
  funding: 'VOLUNTARY',
  asStated: null,
  ...more,
});
