/**
 * A unit that is split into parts which are no units of its kind: a formed police unit of 140 into platoons of 40 and 100 persons
 * (seed systems, part B; accountability page, section 11). The parts are measured in persons or in aircraft, as the pledge states
 * them beside its units. In each measure that the pledge states the parts come to the whole.
 */
import { sumOf, withoutContents, type Quantity } from '@pledgeline/contracts';
import { countsAircraft, countsPersons, countsUnits, isStated, measure } from '../measure.ts';
import type { BesideUnits } from '../measures/beside-units.ts';
import type { Figures } from '../measures/side-by-side.ts';
import { STATED_IN } from '../measures/stated-in.ts';
import { conflict, invalid } from '../refusal.ts';
import { numberOf } from '../selection/quantity-offered.ts';
import { sharesBeside } from './share-beside.ts';
import { rangeLeft, shareOf, upper, type Range } from './share.ts';

const COUNTS = { strength: countsPersons, aircraft: countsAircraft } as const;
const OTHER = { strength: 'aircraft', aircraft: 'strength' } as const;
const UNIT = { strength: 'persons', aircraft: 'aircraft' } as const;

/** The measure by which this is a part of a unit; null where it counts what the whole counts, and where nobody can say. */
export const measureOfPart = (part: Figures, whole: Figures): BesideUnits | null => {
  const { quantity } = part;
  const fields = (['strength', 'aircraft'] as const).filter((field) => STATED_IN[field](whole) !== null);
  if (quantity !== null && isStated(quantity)) {
    if (countsAlike(quantity, whole.quantity)) return null;
    const counted = fields.find((field) => COUNTS[field](quantity));
    if (counted !== undefined) return counted;
    if (!countsUnits(quantity)) return null;
  }
  return fields.find((field) => part[field] !== null && isStated(part[field])) ?? null;
};

const countsAlike = (quantity: Quantity, whole: Quantity | null): boolean =>
  whole !== null &&
  isStated(whole) &&
  measure({ unit: quantity.unit ?? whole.unit }) === measure({ unit: whole.unit });

/** The parts with their shares, and the figures of what they leave; `rest` is null where that is nothing. */
export interface SharedOut {
  readonly parts: readonly Figures[];
  readonly rest: Figures | null;
}

/**
 * Parts that count units as the whole does may stand among the others.
 * @param by the measure of the parts.
 * @throws {Rejected} SPLIT_TOO_LARGE, QUANTITY_INVALID, QUANTITY_MISSING, UNIT_DIFFERS, also for parts in two measures, and MEASURE_LEFT
 * for units without persons.
 */
export const partsOfUnit = (named: readonly Figures[], whole: Figures, by: BesideUnits): SharedOut => {
  const stated = STATED_IN[by](whole);
  if (stated === null) return { parts: named, rest: null };
  const isPart = named.map((part) => isPartBy(by, part, whole));
  const parts = named.map(({ quantity, strength, aircraft }, n) => ({
    quantity: isPart[n] ? quantity : shareOf(quantity, whole.quantity),
    strength,
    aircraft,
  }));
  const shares = parts.map((part, n) => (isPart[n] ? amountIn(by, part) : shareOfUnits(by, part, whole)));
  if (shares.some((share) => upper(share) <= 0)) {
    throw invalid('QUANTITY_INVALID', 'A child takes more than nothing.', { field: by });
  }
  const left = rangeLeft(stated, shares);
  const ofUnits = parts.filter((_, n) => !isPart[n]).flatMap(({ quantity }) => quantity ?? []);
  const dissolved = sumOf(shares.filter((_, n) => isPart[n]).map(upper));
  const rest = restOf(left, { by, whole, ofUnits, dissolved });
  const inOther = besideInOther(OTHER[by], whole, [
    ...parts.map((part, n) => ({ ...part, share: shares[n] })),
    ...(rest === null ? [] : [{ ...rest, share: left ?? undefined }]),
  ]);
  const withOther = (part: Figures, n: number): Figures => ({ ...part, [OTHER[by]]: inOther[n] ?? null });
  const shared = parts.map((part, n) =>
    isPart[n] || STATED_IN[by](part) !== null
      ? part
      : { ...part, [by]: { ...shares[n], unit: UNIT[by], asStated: null } },
  );
  return { parts: shared.map(withOther), rest: rest && withOther(rest, parts.length) };
};

/** @throws {Rejected} UNIT_DIFFERS */
const isPartBy = (by: BesideUnits, part: Figures, whole: Figures): boolean => {
  const own = measureOfPart(part, whole);
  if (own === null || own === by) return own === by;
  throw invalid('UNIT_DIFFERS', 'The parts of one unit are counted in one measure: persons, or aircraft.', {
    field: 'unit',
    allowed: UNIT[by],
  });
};

const amountIn = (by: BesideUnits, { quantity, ...beside }: Figures): Range =>
  (quantity !== null && isStated(quantity) && COUNTS[by](quantity) ? quantity : beside[by]) ?? NOTHING;

const NOTHING: Range = { min: 0, max: 0 };

/** Of units what is stated of them, or else the like share in whole ones. */
const shareOfUnits = (by: BesideUnits, part: Figures, whole: Figures): Range => {
  const stated = STATED_IN[by](part);
  if (stated !== null) return stated;
  const [all, units, ofPart] = [STATED_IN[by](whole), numberOf(whole.quantity), numberOf(part.quantity)];
  const share = (number: number | null): number | null =>
    number === null ? null : Math.floor((number * (ofPart ?? 0)) / (units || 1));
  return { min: share(all?.min ?? 0), max: share(all?.max ?? null) };
};

interface Leaving {
  readonly by: BesideUnits;
  readonly whole: Figures;
  /** What the parts take that count units. */
  readonly ofUnits: readonly Range[];
  /** Persons or aircraft of the others, all together. */
  readonly dissolved: number;
}

/** Parts use up as many whole units as they make together. What is left of a unit is one, with fewer persons. */
const restOf = (left: Range | null, { by, whole, ofUnits, dissolved }: Leaving): Figures | null => {
  const { quantity } = whole;
  const inMeasure = left && { ...left, unit: UNIT[by], asStated: null };
  const nothing = { quantity: null, strength: null, aircraft: null };
  if (quantity === null || !isStated(quantity)) return inMeasure && { ...nothing, [by]: inMeasure };
  if (COUNTS[by](quantity))
    return left && { ...nothing, quantity: { ...left, unit: quantity.unit, asStated: null } };
  const free = Math.max(upper(quantity) - sumOf(ofUnits.map(upper)), 0);
  const perUnit = upper(STATED_IN[by](whole) ?? NOTHING) / (upper(quantity) || 1);
  const used = Math.min(Math.floor(dissolved / perUnit), free);
  const units = rangeLeft(quantity, used === 0 ? ofUnits : [...ofUnits, { min: used, max: used }]);
  if (units === null) return inMeasure && { ...nothing, quantity: inMeasure };
  if (inMeasure === null) {
    throw conflict('MEASURE_LEFT', `The children leave units, and no ${UNIT[by]} for them.`, {
      field: 'children',
    });
  }
  const unit = quantity.unit && withoutContents(quantity.unit);
  return { ...nothing, quantity: { ...units, unit, asStated: null }, [by]: inMeasure };
};

type Weighed = Figures & { readonly share: Range | undefined };

/** What is stated beside in the other measure goes along with the shares, where nothing was said of a part. */
const besideInOther = (
  other: BesideUnits,
  whole: Figures,
  parts: readonly Weighed[],
): readonly (Quantity | null)[] => {
  const stated = STATED_IN[other](whole);
  const beside = stated === whole.quantity ? null : stated;
  return sharesBeside(
    other,
    beside,
    parts.map((part) => ({
      quantity: part.share === undefined ? null : { ...part.share, unit: null, asStated: null },
      stated: part[other],
    })),
  );
};
