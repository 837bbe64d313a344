/** How much open capability pledges offer, each measure by itself: counting rules 2 and 3 of the lifecycle page, section 10. */
import type { Quantity } from '@pledgeline/contracts';
import { isOpen } from './due-dates.ts';
import type { RegisterRow } from './pledge-register.projection.ts';
import { expectedTrack } from './pledge-summary.ts';

export interface Offered {
  /** In the singular, as states count: unit, aircraft, troop, person. Null where only a number was said. */
  readonly measure: string | null;
  readonly pledges: number;
  readonly min: number;
  /** Null when one of them is open above. */
  readonly max: number | null;
}

export interface OfferedTally {
  add(row: RegisterRow): void;
  figures(): { readonly notStated: number; readonly measures: readonly Offered[] };
}

export const offeredTally = (): OfferedTally => {
  const measures = new Map<string | null, Offered>();
  let notStated = 0;
  return {
    add: (row) => {
      const { pledge } = row;
      if (!isOpen(pledge) || expectedTrack(pledge) !== 'CAPABILITY') return;
      const { quantity } = pledge;
      if (quantity === null || (quantity.min === null && quantity.max === null)) notStated += 1;
      else measures.set(measureOf(quantity), plus(measures.get(measureOf(quantity)), quantity));
    },
    figures: () => ({
      notStated,
      measures: [...measures.values()].sort((one, other) =>
        (one.measure ?? '') < (other.measure ?? '') ? -1 : 1,
      ),
    }),
  };
};

const measureOf = ({ unit }: Quantity): string | null => unit?.trim().toLowerCase().replace(/s$/, '') || null;

const plus = (sum: Offered | undefined, quantity: Quantity): Offered => ({
  measure: measureOf(quantity),
  pledges: (sum?.pledges ?? 0) + 1,
  min: (sum?.min ?? 0) + (quantity.min ?? 0),
  max: quantity.max === null || sum?.max === null ? null : (sum?.max ?? 0) + quantity.max,
});
