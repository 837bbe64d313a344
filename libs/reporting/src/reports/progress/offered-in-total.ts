/**
 * How much open capability pledges offer, each measure by itself: counting rules 2 and 3 of the lifecycle page, section 10.
 * Of a ceiling or a package counts what its parts leave, so that both together come to the larger of the two and never to
 * their sum.
 */
import { sumOf, type Quantity } from '@pledgeline/contracts';
import { countedOnce, measureOf, takenOf, type Totals } from './counted-once.ts';
import { figuresStated } from '@pledgeline/pledge';
import { isOpen } from '../../views/register/due-dates.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { expectedTrack } from '../../views/register/pledge-labels.ts';
import type { Offered } from './progress.schema.ts';

type Measured = Offered['measures'][number];
type OverUsed = Offered['overUsed'][number];

export const offersCapability = ({ pledge }: RegisterRow): boolean =>
  isOpen(pledge) && expectedTrack(pledge) === 'CAPABILITY';

export interface OfferedTally {
  add(row: RegisterRow): void;
  figures(): Offered;
}

export const offeredTally = (totals: Totals = new Map()): OfferedTally => {
  const measures = new Map<string | null, Measured>();
  const overUsed: OverUsed[] = [];
  const once = countedOnce(totals);
  let notStated = 0;
  return {
    add: (row) => {
      if (!offersCapability(row)) return;
      const beyond = overUse(row, totals);
      if (beyond !== undefined) overUsed.push(beyond);
      const counted = once(row);
      if (counted === undefined) return;
      const figures = figuresStated(counted.pledge);
      if (figures.length === 0) notStated += 1;
      for (const figure of figures)
        measures.set(measureOf(figure), plus(measures.get(measureOf(figure)), figure));
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

/** A state may give more than it said; nobody should take it for a mistake of ours. */
const overUse = ({ pledge }: RegisterRow, totals: Totals): OverUsed | undefined => {
  const { pledgeId, reference, quantity } = pledge;
  const total = totals.get(pledgeId);
  if (total === undefined || quantity === null || quantity.max === null) return undefined;
  const { max: taken } = takenOf(quantity, total);
  return taken > quantity.max ? { pledgeId, reference, offered: quantity.max, taken } : undefined;
};

const plus = (sum: Measured | undefined, quantity: Quantity): Measured => ({
  measure: measureOf(quantity),
  pledges: (sum?.pledges ?? 0) + 1,
  min: sumOf([sum?.min ?? 0, quantity.min ?? 0]),
  max: quantity.max === null || sum?.max === null ? null : sumOf([sum?.max ?? 0, quantity.max]),
});
