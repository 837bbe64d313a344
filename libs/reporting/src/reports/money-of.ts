/** The money of one pledge, amount by amount: what was announced, and what was committed and paid since. */
import type { Pledge } from '@pledgeline/pledge';

export interface MoneyPart {
  readonly column: 'pledged' | 'committed' | 'received';
  readonly currency: string;
  readonly amount: number;
  readonly currencyAssumed: boolean;
  readonly funding: 'VOLUNTARY' | 'ASSESSED' | null;
}

export const moneyOf = (pledge: Pledge): readonly MoneyPart[] => {
  const money = pledge.announcement?.money ?? null;
  const amount = money?.amountMax ?? money?.amountMin ?? null;
  if (money === null || amount === null) return [];
  const { currency, currencyAssumed, funding } = money;
  return [{ column: 'pledged', currency, amount, currencyAssumed, funding }];
};
