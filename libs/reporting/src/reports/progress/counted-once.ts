/** What of a pledge counts beside the pledges that are parts of it: never the same promise twice. */
import { measureName, sumOf, type Quantity } from '@pledgeline/contracts';
import type { Total } from './parts-of-totals.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';

export type Totals = ReadonlyMap<string, Total>;

/**
 * The row with what its parts leave of its quantity, for a ceiling as for a package: both together come to the whole, or to
 * what the parts say where that is more. Undefined where nothing of it counts.
 */
export const countedOnce =
  (totals: Totals) =>
  (row: RegisterRow): RegisterRow | undefined => {
    const { pledge } = row;
    const total = totals.get(pledge.pledgeId);
    if (total === undefined || pledge.quantity === null) return row;
    const quantity = leftOf(pledge.quantity, total);
    const strength = pledge.strength && leftOf(pledge.strength, total);
    const aircraft = pledge.aircraft && leftOf(pledge.aircraft, total);
    return quantity.max === 0 ? undefined : { ...row, pledge: { ...pledge, quantity, strength, aircraft } };
  };

interface Range {
  readonly min: number;
  readonly max: number;
}

/** What the parts take in the measure of the whole; figures in another measure take nothing. */
export const takenOf = (whole: Quantity, total: Total | undefined): Range =>
  (total?.taken ?? [])
    .filter((part) => measureOf(part) === measureOf(whole))
    .reduce(
      (sum, part) => ({
        min: sumOf([sum.min, part.min ?? 0]),
        max: sumOf([sum.max, part.max ?? part.min ?? 0]),
      }),
      {
        min: 0,
        max: 0,
      },
    );

/** What the parts leave of the whole, at either end; never below nothing. */
export const leftOf = (whole: Quantity, total: Total): Quantity => less(whole, takenOf(whole, total));

const less = (whole: Quantity, taken: Range): Quantity => ({
  ...whole,
  min: whole.min === null ? null : Math.max(sumOf([whole.min, -taken.min]), 0),
  max: whole.max === null ? null : Math.max(sumOf([whole.max, -taken.max]), 0),
});

/** Troops and police are persons, battalions units; null where only a number was said. */
export const measureOf = ({ unit }: Pick<Quantity, 'unit'>): string | null => measureName(unit);
