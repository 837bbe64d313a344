/** What became of a promise beside its way through the statuses, as its page shows it: by its own events, and by other pledges. */
import type { Views } from '@pledgeline/event-sourcing';
import { sumOf } from '@pledgeline/contracts';
import { pledgedMoney, suspendedNow, type Pledge } from '@pledgeline/pledge';
import { leftOf, measureOf, takenOf } from '../../reports/progress/counted-once.ts';
import { itemisedMoney } from '../../reports/progress/money-counted-once.ts';
import { partsOfTotal, type Total } from '../../reports/progress/parts-of-totals.ts';
import { newerOf, partsOf, relative, relatives } from './relatives.ts';
import type { PromiseShape } from './promise-shape.schema.ts';

export type OwnShape = Pick<
  PromiseShape,
  'amendments' | 'suspended' | 'suspensions' | 'tags' | 'mainTheme' | 'progress' | 'phases' | 'repeat'
>;
export type ShapeAround = Omit<PromiseShape, keyof OwnShape>;

export const ownShape = (pledge: Pledge): OwnShape => ({
  amendments: pledge.amendment?.history ?? [],
  suspended: suspendedNow(pledge) !== undefined,
  suspensions: pledge.suspensions ?? [],
  tags: pledge.tags?.themes ?? [],
  mainTheme: pledge.tags?.mainTheme ?? null,
  progress: pledge.progress ?? [],
  phases: pledge.counting?.phases ?? null,
  repeat: pledge.repeat,
});

/** What other pledges have to do with it. */
export const shapeAround = async (views: Views, pledge: Pledge): Promise<ShapeAround> => ({
  parents: await relatives(views, pledge.lineage?.parents),
  children: await relatives(views, pledge.lineage?.children),
  countsAgainst: await countsAgainst(views, pledge),
  parts: await partsOf(views, pledge.pledgeId),
  itemised: itemised(pledge, await partsOfTotal(views, pledge.pledgeId)),
  renewedBy: await newerOf(views, pledge.pledgeId),
  supersededBy: pledge.supersededBy === null ? null : await relative(views, pledge.supersededBy),
});

const countsAgainst = async (views: Views, { counting }: Pledge): Promise<PromiseShape['countsAgainst']> => {
  const against = counting?.against ?? null;
  if (against === null) return null;
  const { kind, quantity, money, totalId } = against;
  return { kind, quantity, money, total: await relative(views, totalId) };
};

/** What its parts take of a total, by their upper ends, and what they leave; of money in each currency. */
const itemised = (pledge: Pledge, total: Total | undefined): PromiseShape['itemised'] => {
  if (total === undefined) return null;
  const { quantity } = pledge;
  return {
    quantity: quantity === null ? null : itemisedQuantity(quantity, total),
    money: itemisedMoney(pledgedMoney(pledge), total.takenMoney).map(
      ({ line, itemised: taken, left, beyond }) => ({
        currency: line.currency,
        funding: line.funding,
        itemised: taken,
        notItemised: left.pledgedMax ?? left.pledgedMin,
        beyond,
      }),
    ),
  };
};

const itemisedQuantity = (
  quantity: NonNullable<Pledge['quantity']>,
  total: Total,
): NonNullable<PromiseShape['itemised']>['quantity'] => {
  const { max: taken } = takenOf(quantity, total);
  const left = leftOf(quantity, total);
  return {
    measure: measureOf(quantity),
    itemised: taken,
    notItemised: left.max ?? left.min,
    beyond: quantity.max === null ? 0 : Math.max(sumOf([taken, -quantity.max]), 0),
  };
};
