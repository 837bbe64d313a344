/**
 * Which pledges give shape to an earlier total, so that nothing is counted twice: lifecycle page, sections 8.2 and 9. A part
 * that was taken back, lapsed or was superseded leaves its share of the total free again.
 */
import type { DataOf, Quantity } from '@pledgeline/contracts';
import { figuresStated } from '@pledgeline/pledge';
import type { ViewQuery, Views } from '@pledgeline/event-sourcing';
import { pagesOfPledges } from '../../views/register/pages-of-pledges.ts';
import { moneySharesOf, type MoneyShare } from './money-counted-once.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';

export interface Total {
  readonly kind: DataOf<'PledgeCountedAgainst'>['kind'];
  /** What the parts take, each figure of each in its own measure. */
  readonly taken: readonly Quantity[];
  readonly takenMoney: readonly MoneyShare[];
}

const TAKEN_BACK: readonly RegisterRow['pledge']['status'][] = [
  'WITHDRAWN',
  'DECLINED',
  'LAPSED',
  'SUPERSEDED',
];

/** Totals by their id. Parts that the question leaves out take nothing. */
export const partsOfTotals = (views: Views, where: Where): Promise<ReadonlyMap<string, Total>> =>
  totalsOf(views, { ...where, countsAgainst: { from: '' } });

/** Undefined for a pledge that has none. */
export const partsOfTotal = async (views: Views, totalId: string): Promise<Total | undefined> =>
  (await totalsOf(views, { countsAgainst: totalId })).get(totalId);

type Where = NonNullable<ViewQuery['where']>;

const totalsOf = async (views: Views, where: Where): Promise<ReadonlyMap<string, Total>> => {
  const totals = new Map<string, Total>();
  for await (const page of pagesOfPledges(views, where))
    for (const { row } of page) {
      const against = row.pledge.counting?.against ?? null;
      if (against === null || TAKEN_BACK.includes(row.pledge.status)) continue;
      const { totalId, kind, quantity, money } = against;
      const before = totals.get(totalId);
      const taken = [
        ...(before?.taken ?? []),
        ...(quantity === null ? figuresStated(row.pledge) : [quantity]),
      ];
      const takenMoney = [...(before?.takenMoney ?? []), ...moneySharesOf(row.pledge, money)];
      totals.set(totalId, { kind, taken, takenMoney });
    }
  return totals;
};
