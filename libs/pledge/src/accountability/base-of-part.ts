/** What has to be kept of the part of a split: a whole that was lowered before does not leave its base behind. */
import { toMinorUnits, type DataOf } from '@pledgeline/contracts';
import { countedFigure } from '../measures/side-by-side.ts';
import type { Child } from '../split/split.state.ts';
import type { Pledge } from '../state.ts';
import { dimensionOfBase, figuresOf, leastCounted, leastPaid } from './base.ts';

/**
 * In proportion, of what is counted rounded up; null where the part promises its whole share, and where the whole is counted
 * otherwise by now.
 */
export const baseOfPart = (
  child: Pick<Child, 'quantity' | 'strength' | 'aircraft' | 'money'>,
  whole: Pledge,
): DataOf<'PledgeDerived'>['base'] => {
  const { money } = child;
  const quantity = countedFigure(child);
  const base = whole.promise?.base;
  if (base === undefined) return null;
  const now = figuresOf(whole);
  const isCountedAlike = dimensionOfBase(base.quantity) === dimensionOfBase(now.quantity);
  const counted = isCountedAlike ? ratioOf(leastCounted(base), leastCounted(now)) : 1;
  const isPaidAlike = base.money?.currency === now.money?.currency;
  const paid = isPaidAlike ? ratioOf(leastPaid(base), leastPaid(now)) : 1;
  if (counted === 1 && paid === 1) return null;
  const count = (number: number | null): number | null => number && Math.ceil(number * counted);
  const amount = (sum: number | null): number | null =>
    sum && toMinorUnits(sum * paid, money?.currency ?? '');
  return {
    quantity: quantity && { ...quantity, min: count(quantity.min), max: count(quantity.max) },
    money: money && { ...money, amountMin: amount(money.amountMin), amountMax: amount(money.amountMax) },
  };
};

const ratioOf = (base: number | null, now: number | null): number =>
  base === null || now === null || base <= now ? 1 : base / now;
