/**
 * The money of one pledge, amount by amount: what was pledged, and what was committed and paid since. What was pledged under
 * the pledge fund by fund replaces the amount that was announced or amended: it is the same promise, said more exactly.
 */
import { moneyPromised, type Pledge } from '@pledgeline/pledge';

export interface MoneyPart {
  readonly column: 'pledged' | 'committed' | 'received';
  readonly currency: string;
  readonly amount: number;
  readonly currencyAssumed: boolean;
  readonly funding: 'VOLUNTARY' | 'ASSESSED' | null;
}

const COLUMNS = ['pledged', 'committed', 'received'] as const;

export const moneyOf = (pledge: Pledge): readonly MoneyPart[] => {
  const noted = (pledge.delivered?.funds ?? []).flatMap((line) =>
    COLUMNS.flatMap((column): MoneyPart[] => {
      const amount = line[column];
      const { currency, funding } = line;
      return amount === null ? [] : [{ column, currency, amount, currencyAssumed: false, funding }];
    }),
  );
  return noted.some(({ column }) => column === 'pledged') ? noted : [...promised(pledge), ...noted];
};

const promised = (pledge: Pledge): readonly MoneyPart[] => {
  const money = moneyPromised(pledge);
  const amount = money?.amountMax ?? money?.amountMin ?? null;
  if (money === null || amount === null) return [];
  const { currency, currencyAssumed, funding } = money;
  return [{ column: 'pledged', currency, amount, currencyAssumed, funding }];
};
