/**
 * Units, persons and aircraft of a promise side by side: accountability page, section 11. Only what the state stated; the usual
 * strength of a capability is no promise.
 */
import { contentsOf, type Quantity } from '@pledgeline/contracts';
import type { CoreState } from '../core.state.ts';
import { countsAircraft, countsPersons, countsUnits, isStated } from '../measure.ts';

export type Figures = Pick<CoreState, 'quantity' | 'strength' | 'aircraft'>;

/** The figure that counts: the quantity, or what was said beside it where it names no number. */
export const countedFigure = ({ quantity, strength, aircraft }: Figures): Quantity | null =>
  [quantity, strength, aircraft].find((figure) => figure !== null && isStated(figure)) ?? quantity;

export const sideBySide = (promised: Figures) => ({
  units: unitsStated(promised),
  persons: personsStated(promised),
  aircraft: aircraftStated(promised),
});

/** Each figure that was stated, what is counted first. No two are of one measure. */
export const figuresStated = (promised: Figures): readonly Quantity[] => {
  const { quantity } = promised;
  const counted = quantity !== null && isStated(quantity) ? [quantity] : [];
  const beside = [personsStated(promised), aircraftStated(promised)];
  return [...counted, ...beside.filter((figure) => figure !== null && figure !== quantity)] as Quantity[];
};

const unitsStated = ({ quantity }: Figures): Quantity | null =>
  quantity !== null && isStated(quantity) && countsUnits(quantity) ? quantity : null;

/** Counted, stated beside the units, or in their words: "battalion of 850". */
export const personsStated = ({ quantity, strength }: Figures): Quantity | null => {
  if (quantity !== null && isStated(quantity) && countsPersons(quantity)) return quantity;
  return strength ?? contained(quantity, 'PERSONS');
};

/** Counted, stated beside the units, or in their words: "unit of 3 aircraft". */
export const aircraftStated = ({ quantity, aircraft }: Figures): Quantity | null => {
  if (quantity !== null && isStated(quantity) && countsAircraft(quantity)) return quantity;
  return aircraft ?? contained(quantity, 'AIRCRAFT');
};

const contained = (quantity: Quantity | null, of: 'PERSONS' | 'AIRCRAFT'): Quantity | null => {
  const contents = contentsOf(quantity?.unit ?? '');
  if (quantity === null || contents?.measure !== of || !isStated(quantity)) return null;
  const times = (number: number | null): number | null => number && number * contents.number;
  return { min: times(quantity.min), max: times(quantity.max), unit: of.toLowerCase(), asStated: null };
};
