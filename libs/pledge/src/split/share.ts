/** How the quantity of a pledge is shared out among the parts of a split. */
import type { Quantity } from '@pledgeline/contracts';
import { added } from '../delivery/funds.ts';
import { isStated, measure } from '../measure.ts';
import { conflict, invalid } from '../refusal.ts';

/**
 * The share of one child, in the unit of the whole.
 * @throws {Rejected} QUANTITY_INVALID, QUANTITY_MISSING, UNIT_DIFFERS
 */
export const shareOf = (share: Quantity | null, whole: Quantity | null): Quantity | null => {
  const field = 'quantity';
  if (share === null || !isStated(share)) {
    if (whole === null || !isStated(whole)) return share;
    throw invalid(
      'QUANTITY_MISSING',
      'The pledge states a quantity. State a quantity for each child, or its strength where the pledge states one.',
      {
        field,
      },
    );
  }
  if (upper(share) <= 0) throw invalid('QUANTITY_INVALID', 'A child takes more than nothing.', { field });
  const unit = share.unit ?? whole?.unit ?? null;
  const counted = { ...share, unit };
  if (whole !== null && isStated(whole) && measure(counted) !== measure(whole)) {
    throw invalid(
      'UNIT_DIFFERS',
      `The pledge counts ${whole.unit ?? 'without a unit'}, not ${unit}. Parts of a unit state their persons, where the pledge states its strength.`,
      {
        field: 'unit',
        allowed: whole.unit,
      },
    );
  }
  return counted;
};

/**
 * The quantity that the children leave; null when nothing is left, or nobody can say. Of "over 450" the 450 are shared.
 * @throws {Rejected} SPLIT_TOO_LARGE
 */
export const quantityLeft = (whole: Quantity | null, shares: readonly Quantity[]): Quantity | null => {
  if (whole === null || !isStated(whole)) return null;
  const left = rangeLeft(whole, shares);
  return left && { ...left, unit: whole.unit, asStated: null };
};

export type Range = Pick<Quantity, 'min' | 'max'>;

/** Null when nothing is left. @throws {Rejected} SPLIT_TOO_LARGE */
export const rangeLeft = (whole: Range, shares: readonly Range[]): Range | null => {
  const taken = shares.reduce((sum, share) => added(sum, upper(share)), 0);
  if (whole.max !== null && taken > whole.max) {
    throw conflict('SPLIT_TOO_LARGE', `The children take ${taken} of ${whole.max}.`, {
      field: 'children',
      taken,
      offered: whole.max,
    });
  }
  const least = shares.reduce((sum, share) => added(sum, share.min ?? 0), 0);
  const min = Math.max(added(whole.min, -least), 0);
  const max = whole.max === null ? null : added(whole.max, -taken);
  const isLeft = max === null ? min > 0 : max > 0;
  return isLeft ? { min: max === null ? min : Math.min(min, max), max } : null;
};

/** "Up to 300" may take 300, "over 450" takes 450. */
export const upper = ({ min, max }: Range): number => max ?? min ?? 0;
