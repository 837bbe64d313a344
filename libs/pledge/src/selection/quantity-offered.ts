/**
 * Compares the figures of pledges. States count in units, aircraft, troops or persons, or say
 * nothing; figures in different measures are never compared.
 */
import type { Quantity } from '@pledgeline/contracts';
import { countsPersons, isStated, measure } from '../measure.ts';
import { countedFigure } from '../measures/side-by-side.ts';
import type { RuleSet } from '../rule-set.ts';
import type { Pledge } from '../state.ts';

/**
 * How many can be set against gaps, in the pledge's own measure: the upper end of a range ("up to 300" may fill a need
 * for 300), the floor of an open one ("over 450" promises 450 and no more), one where no number was stated.
 */
export const offered = (pledge: Pledge, rules: RuleSet): number =>
  numberOf(countedFigure(pledge)) ?? rules.offeredWhenNotStated;

/** The number that can be counted upon for a match, in whole ones; null where none was stated. */
export const numberOf = (figure: Quantity | null): number | null => {
  const number = figure?.max ?? figure?.min ?? null;
  return number && Math.floor(number);
};

/** Whether a strength lies outside what was pledged. Units and aircraft say nothing of persons: never outside. */
export const outsidePledged = (strength: number, quantity: Quantity | null): boolean => {
  if (quantity === null || !countsPersons(quantity)) return false;
  return strength < (quantity.min ?? 0) || strength > (quantity.max ?? Infinity);
};

/** Whether two statements name different figures in the same measure. What was not stated differs from nothing. */
export const figuresDiffer = (one: Quantity | null, other: Quantity | null): boolean => {
  if (one === null || other === null || !isStated(one) || !isStated(other)) return false;
  return measure(one) === measure(other) && (one.min !== other.min || one.max !== other.max);
};
