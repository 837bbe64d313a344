/** Units, people and things are counted in whole numbers, and a promise of none is no promise. */
import { countedIn } from '@pledgeline/contracts';
import type { Quantity } from '@pledgeline/contracts';
import { invalid } from '../refusal.ts';

/** @throws {Rejected} QUANTITY_INVALID for 0, and for one unit and a half. */
export const mustBeCountable = (quantity: Quantity | null, field = 'quantity'): void => {
  if (quantity?.max === 0) throw invalid('QUANTITY_INVALID', 'The quantity must be more than 0.', { field });
  mustBeWhole(quantity, field);
};

/** @throws {Rejected} QUANTITY_INVALID for one unit and a half. */
export const mustBeWhole = (quantity: Quantity | null, field = 'quantity'): void => {
  if (quantity === null) return;
  const { min, max, unit, asStated } = quantity;
  const isWhole = [min, max].every((figure) => figure === null || Number.isInteger(figure));
  if (isWhole || countedIn(unit ?? '') === 'DIVISIBLE') return;
  const what = unit ?? 'what is counted';
  throw invalid('QUANTITY_INVALID', `${asStated ?? 'This'} is no whole number of ${what}.`, { field });
};
