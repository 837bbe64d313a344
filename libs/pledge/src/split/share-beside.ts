/** How persons and aircraft that stand beside the units of a pledge are shared out among the parts of a split. */
import type { Quantity } from '@pledgeline/contracts';
import type { BesideUnits } from '../measures/beside-units.ts';
import { conflict, invalid } from '../refusal.ts';
import { numberOf } from '../selection/quantity-offered.ts';
import { rangeLeft, type Range } from './share.ts';

/** One part: its units, and what was said of it beside them. */
export interface Part {
  readonly quantity: Quantity | null;
  readonly stated: Quantity | null;
}

/**
 * For each part what was stated of it, or of the others' rest the share that its units have; in whole ones, so that the parts come
 * to the whole and never to more.
 * @throws {Rejected} SPLIT_TOO_LARGE, QUANTITY_MISSING, MEASURE_LEFT
 */
export const sharesBeside = (
  field: BesideUnits,
  whole: Quantity | null,
  parts: readonly Part[],
): readonly (Quantity | null)[] => {
  if (whole === null) return parts.map(({ stated }) => stated);
  const left = rangeLeft(
    whole,
    parts.flatMap(({ stated }) => stated ?? []),
  );
  const open = parts.filter(({ stated }) => stated === null);
  if (open.length === 0 && left !== null) {
    throw conflict('MEASURE_LEFT', `The children leave some of the ${field}. State which child takes it.`, {
      field: 'children',
    });
  }
  const weights = open.length === 1 ? [1] : open.map(({ quantity }) => weightOf(quantity, field));
  const shares = sharedOut(left, weights);
  return parts.map(({ stated }) => stated ?? quantityOf(shares.shift(), whole));
};

const weightOf = (quantity: Quantity | null, field: BesideUnits): number => {
  const number = numberOf(quantity);
  if (number !== null) return number;
  throw invalid('QUANTITY_MISSING', `The pledge states its ${field}. State it for each child.`, { field });
};

/** Up to each part the whole ones that fall to all parts so far: what is left over by rounding goes to the next. */
const sharedOut = (left: Range | null, weights: readonly number[]): Range[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const upTo = (number: number | null, weight: number): number | null =>
    number && Math.floor((number * weight) / total);
  return weights.map((weight, n) => {
    const before = weights.slice(0, n).reduce((sum, one) => sum + one, 0);
    const share = (number: number | null): number | null =>
      number === null ? null : (upTo(number, before + weight) ?? 0) - (upTo(number, before) ?? 0);
    return { min: share(left?.min ?? 0), max: left === null ? 0 : share(left.max) };
  });
};

const quantityOf = (share: Range | undefined, { unit }: Quantity): Quantity | null =>
  share === undefined || (share.max ?? share.min ?? 0) === 0 ? null : { ...share, unit, asStated: null };
