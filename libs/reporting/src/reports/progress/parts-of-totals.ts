/**
 * Which pledges give shape to an earlier total, so that nothing is counted twice: lifecycle page, sections 8.2 and 9. A part
 * that was taken back, lapsed or was superseded leaves its share of the total free again.
 */
import type { DataOf, Quantity } from '@pledgeline/contracts';
import type { ViewQuery, Views } from '@pledgeline/event-sourcing';
import { everyRow } from '../../answers/every-row.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';

export interface Total {
  readonly kind: DataOf<'PledgeCountedAgainst'>['kind'];
  /** What each part takes; null where it does not say how much. */
  readonly taken: readonly (Quantity | null)[];
}

const TAKEN_BACK: readonly RegisterRow['pledge']['status'][] = [
  'WITHDRAWN',
  'DECLINED',
  'LAPSED',
  'SUPERSEDED',
];

/** Totals by their id. Parts that the question leaves out take nothing. */
export const partsOfTotals = async (
  views: Views,
  where: NonNullable<ViewQuery['where']>,
): Promise<ReadonlyMap<string, Total>> => {
  const totals = new Map<string, Total>();
  const parts = everyRow<RegisterRow>(views, PLEDGE_REGISTER, { ...where, countsAgainst: { from: '' } });
  for await (const { row } of parts) {
    const against = row.pledge.counting?.against ?? null;
    if (against === null || TAKEN_BACK.includes(row.pledge.status)) continue;
    const { totalId, kind, quantity } = against;
    const taken = [...(totals.get(totalId)?.taken ?? []), quantity ?? row.pledge.quantity];
    totals.set(totalId, { kind, taken });
  }
  return totals;
};
