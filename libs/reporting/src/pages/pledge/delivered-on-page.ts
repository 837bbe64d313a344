/** What was given for a pledge, as its page shows it: each kind apart, and what is still owed. */
import { sumOf } from '@pledgeline/contracts';
import { moneyPromised, tourMonths, type Delivered, type Pledge } from '@pledgeline/pledge';
import type { DeliveredOnPage } from './delivered.schema.ts';

type FundsLine = Delivered['funds'][number];

type Outstanding = DeliveredOnPage['outstanding'][number];

export const deliveredOnPage = (pledge: Pledge): DeliveredOnPage | null =>
  pledge.delivered && {
    ...pledge.delivered,
    secondments: pledge.delivered.secondments.map((held) => ({ ...held, months: tourMonths(held) })),
    outstanding: outstandingOf(pledge.delivered.funds, moneyPromised(pledge)),
  };

type Promised = ReturnType<typeof moneyPromised>;

/** What is owed of the funds pledged under the pledge or, where there are none, of the amount that was announced or amended. */
const outstandingOf = (lines: readonly FundsLine[], promised: Promised): readonly Outstanding[] => {
  const pledged = lines.filter((line) => line.pledged !== null);
  if (pledged.length === 0) return promised === null ? [] : ofPromised(lines, promised);
  const kinds = new Map(pledged.map((line) => [kindOf(line), line]));
  return [...kinds].map(([kind, { currency, funding }]) => {
    const same = lines.filter((line) => kindOf(line) === kind);
    return { currency, funding, amount: owed(total(same, 'pledged'), total(same, 'received')) };
  });
};

/** Only an exact amount is owed: nobody knows what is owed of a range, or of a currency that was guessed. */
const ofPromised = (
  lines: readonly FundsLine[],
  { amountMin, amountMax, currency, currencyAssumed, funding }: NonNullable<Promised>,
): readonly Outstanding[] => {
  if (amountMin === null || amountMin !== amountMax || currencyAssumed) return [];
  const same = lines.filter((line) => line.currency === currency);
  return [{ currency, funding, amount: owed(amountMin, total(same, 'received')) }];
};

/** Voluntary and assessed money are never summed, nor is one currency with another. */
const kindOf = ({ currency, funding }: FundsLine): string => `${currency} ${funding ?? ''}`;

const total = (lines: readonly FundsLine[], step: 'pledged' | 'received'): number =>
  sumOf(lines.map((line) => line[step] ?? 0));

/** Never negative. */
const owed = (promised: number, received: number): number => Math.max(sumOf([promised, -received]), 0);
