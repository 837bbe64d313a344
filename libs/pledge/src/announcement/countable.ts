/** Units, people and things are counted in whole numbers, and a promise of none is no promise. */
import { countedIn, MEASURES } from '@pledgeline/contracts';
import type { Quantity } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
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

/**
 * Of a promise of finance every unit is known: money is promised as such, and all else is what the money buys.
 * @throws {Rejected} UNIT_UNKNOWN
 */
export const mustBeBought = (quantity: Quantity | null, category: string): void => {
  const unit = quantity?.unit ?? null;
  if (category === 'FINANCE' && unit !== null && countedIn(unit) === undefined)
    throw unknownUnit(unit, 'unit');
};

/** UNIT_UNKNOWN, to be thrown. */
export const unknownUnit = (unit: string, field: string): Rejected =>
  invalid(
    'UNIT_UNKNOWN',
    `"${unit}" is neither a currency nor a unit that is known: write an ISO 4217 code such as USD, or what the money buys, such as posts, aircraft or hours.`,
    { field, measures: MEASURES },
  );
