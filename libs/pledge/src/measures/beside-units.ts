/** Persons and aircraft that a state names beside its units, for all of them together: accountability page, section 11. */
import { unitMeasure, type Quantity } from '@pledgeline/contracts';
import { mustBeCountable } from '../announcement/countable.ts';
import { countsAircraft, countsPersons, isStated, measure } from '../measure.ts';
import { invalid } from '../refusal.ts';
import { numberOf } from '../selection/quantity-offered.ts';
import type { Figures } from './side-by-side.ts';

export const BESIDE_UNITS = ['strength', 'aircraft'] as const;
export type BesideUnits = (typeof BESIDE_UNITS)[number];

const COUNTS = { strength: countsPersons, aircraft: countsAircraft } as const;
const NAMES = { strength: 'persons', aircraft: 'aircraft' } as const;

/** Each figure once, and of whole persons and aircraft. @throws {Rejected} QUANTITY_INVALID, COUNTED_TWICE */
export const mustStandBesideUnits = (promised: Figures): void => {
  for (const field of BESIDE_UNITS) {
    mustBeCountable(promised[field], field);
    if (promised[field] === null || !isCounted(field, promised.quantity)) continue;
    throw invalid('COUNTED_TWICE', `The quantity counts ${NAMES[field]} already: state them once.`, {
      field,
    });
  }
};

const isCounted = (field: BesideUnits, quantity: Quantity | null): boolean =>
  quantity !== null && isStated(quantity) && COUNTS[field](quantity);

type Beside = Pick<Figures, BesideUnits>;

/**
 * Persons and aircraft beside a number of units that has changed: the like share of before, in whole ones. Nothing where they are
 * counted now; as before where another measure is counted, for nobody can say then how many.
 */
export const besideAfter = (before: Figures, quantity: Quantity | null): Beside => ({
  strength: after('strength', before, quantity),
  aircraft: after('aircraft', before, quantity),
});

const after = (field: BesideUnits, before: Figures, quantity: Quantity | null): Quantity | null => {
  const beside = before[field];
  if (beside === null || isCounted(field, quantity)) return null;
  const [was, is] = [numberOf(before.quantity), numberOf(quantity)];
  if (was === null || is === null || !isSameMeasure(before.quantity, quantity) || was === is) return beside;
  const share = (number: number | null): number | null =>
    number && Math.max(Math.floor((number * is) / was), 1);
  return { ...beside, min: share(beside.min), max: share(beside.max), asStated: null };
};

const isSameMeasure = (one: Quantity | null, other: Quantity | null): boolean =>
  one !== null && other !== null && namedMeasure(one) === namedMeasure(other);

/** Units and battalions are both units. A number without a word counts units. */
const namedMeasure = (quantity: Quantity): string =>
  unitMeasure(quantity.unit ?? 'unit') ?? measure(quantity);

/** All together; null where none of them states any. An open range stays open. */
export const besideTogether = (figures: readonly (Quantity | null)[]): Quantity | null => {
  const [first, ...others] = figures.filter((figure): figure is Quantity => figure !== null);
  if (first === undefined) return null;
  const plus = (one: number | null, other: number | null): number | null =>
    one === null || other === null ? null : one + other;
  const sum = others.reduce(
    ({ min, max }, figure) => ({
      min: (min ?? 0) + (figure.min ?? 0),
      max: plus(max, figure.max),
    }),
    { min: first.min, max: first.max },
  );
  return { ...sum, unit: first.unit, asStated: null };
};
