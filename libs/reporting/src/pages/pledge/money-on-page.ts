/** The money of a pledge as its page shows it: line by line, each under its giver. */
import { sumOf } from '@pledgeline/contracts';
import { pledgedMoney, type MoneyLine, type Pledge } from '@pledgeline/pledge';
import type { MoneyOnPage } from './money.schema.ts';

export const moneyOnPage = (pledge: Pledge): readonly MoneyOnPage[] =>
  pledgedMoney(pledge).map((line) => {
    const { funder, parts: _, ...shown } = line;
    return {
      giver: funder ?? pledge.memberState,
      isOwn: funder === null,
      ...shown,
      outstanding: outstandingOf(line),
    };
  });

/** Only an exact amount is owed: nobody knows what is owed of a range, of every year, or of a currency that was guessed. */
const outstandingOf = ({
  pledgedMin,
  pledgedMax,
  currencyAssumed,
  per,
  received,
}: MoneyLine): number | null =>
  pledgedMin === null || pledgedMin !== pledgedMax || currencyAssumed || per !== null
    ? null
    : Math.max(sumOf([pledgedMin, -(received ?? 0)]), 0);
