/** Several accounts of one promise: they stand side by side, and nothing chooses between them (lifecycle page, 8.8). */
import type { Money } from '@pledgeline/contracts';
import type { Figures } from '../measures/side-by-side.ts';
import { differingMeasure } from '../measures/stated-in.ts';
import { figuresDiffer } from '../selection/quantity-offered.ts';
import type { Pledge } from '../state.ts';

/** Amounts of two currencies are not compared; nor is an amount that nobody stated. */
const amountsDiffer = (one: Money | null, other: Money | null): boolean => {
  if (one === null || other === null || one.currency !== other.currency || one.per !== other.per)
    return false;
  if (![one, other].every(({ amountMin, amountMax }) => amountMin !== null || amountMax !== null))
    return false;
  return one.amountMin !== other.amountMin || one.amountMax !== other.amountMax;
};

type Account = Figures & { readonly money: Money | null };

/** The first figure in which two accounts say another number; null where they agree, and where one of them says none. */
export const differingFigure = (
  one: Account,
  other: Account,
): 'money' | 'quantity' | 'strength' | 'aircraft' | null => {
  if (amountsDiffer(one.money, other.money)) return 'money';
  return figuresDiffer(one.quantity, other.quantity) ? 'quantity' : differingMeasure(one, other);
};

/** Whether two accounts of the promise give different figures: one hospital here, two there. */
export const sourcesDiffer = ({ announcement, links }: Pledge): boolean => {
  const accounts = [...(announcement === null ? [] : [announcement]), ...links];
  return accounts.some((one, n) =>
    accounts.slice(n + 1).some((other) => differingFigure(one, other) !== null),
  );
};
