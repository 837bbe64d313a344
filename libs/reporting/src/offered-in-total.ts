/**
 * How much open capability pledges offer, each measure by itself: counting rules 2 and 3 of the lifecycle page, section 10.
 * Of a ceiling counts what its parts leave, so that both together come to the larger of the two and never to their sum; a
 * package counts by its parts alone.
 */
import type { Quantity } from '@pledgeline/contracts';
import { isOpen } from './due-dates.ts';
import type { Total } from './parts-of-totals.ts';
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

export interface OverUsed {
  readonly pledgeId: string;
  readonly reference: string;
  readonly offered: number;
  readonly taken: number;
}

export interface OfferedTally {
  add(row: RegisterRow): void;
  figures(): {
    readonly notStated: number;
    readonly measures: readonly Offered[];
    /** Ceilings whose parts take more than was said. */
    readonly overUsed: readonly OverUsed[];
  };
}

export const offeredTally = (totals: ReadonlyMap<string, Total> = new Map()): OfferedTally => {
  const measures = new Map<string | null, Offered>();
  const overUsed: OverUsed[] = [];
  let notStated = 0;
  return {
    add: ({ pledge }) => {
      if (!isOpen(pledge) || expectedTrack(pledge) !== 'CAPABILITY') return;
      const { pledgeId, reference, quantity } = pledge;
      const total = totals.get(pledgeId);
      if (total?.kind === 'PACKAGE') return;
      if (quantity === null || (quantity.min === null && quantity.max === null)) {
        notStated += 1;
        return;
      }
      const taken = takenOf(quantity, total);
      if (quantity.max !== null && taken.max > quantity.max) {
        overUsed.push({ pledgeId, reference, offered: quantity.max, taken: taken.max });
      }
      const left = total === undefined ? quantity : less(quantity, taken);
      if (left.max === null || left.max > 0 || total === undefined) {
        measures.set(measureOf(left), plus(measures.get(measureOf(left)), left));
      }
    },
    figures: () => ({
      notStated,
      measures: [...measures.values()].sort((one, other) =>
        (one.measure ?? '') < (other.measure ?? '') ? -1 : 1,
      ),
      overUsed,
    }),
  };
};

const measureOf = ({ unit }: Pick<Quantity, 'unit'>): string | null =>
  unit?.trim().toLowerCase().replace(/s$/, '') || null;

interface Range {
  readonly min: number;
  readonly max: number;
}

/** What the parts take in the measure of the whole; figures in another measure take nothing that could be told. */
const takenOf = (whole: Quantity, total: Total | undefined): Range =>
  (total?.taken ?? [])
    .filter((part): part is Quantity => part !== null && measureOf(part) === measureOf(whole))
    .reduce((sum, part) => ({ min: sum.min + (part.min ?? 0), max: sum.max + (part.max ?? part.min ?? 0) }), {
      min: 0,
      max: 0,
    });

const less = (whole: Quantity, taken: Range): Quantity => ({
  ...whole,
  min: Math.max((whole.min ?? 0) - taken.min, 0),
  max: whole.max === null ? null : Math.max(whole.max - taken.max, 0),
});

const plus = (sum: Offered | undefined, quantity: Quantity): Offered => ({
  measure: measureOf(quantity),
  pledges: (sum?.pledges ?? 0) + 1,
  min: (sum?.min ?? 0) + (quantity.min ?? 0),
  max: quantity.max === null || sum?.max === null ? null : (sum?.max ?? 0) + quantity.max,
});
