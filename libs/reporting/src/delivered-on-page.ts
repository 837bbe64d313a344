/** What was given for a pledge, as its page shows it: each kind apart, and what is still owed. */
import { tourMonths, type Delivered, type Pledge, type Secondment } from '@pledgeline/pledge';

export interface DeliveredOnPage extends Omit<Delivered, 'secondments'> {
  readonly secondments: readonly SecondmentOnPage[];
  /** Of what was pledged, by currency and source: the three columns of money stay apart. */
  readonly outstanding: readonly Outstanding[];
}

export interface SecondmentOnPage extends Secondment {
  /** Whole months, by plan or as it was. */
  readonly months: number;
}

type FundsLine = Delivered['funds'][number];

export type Outstanding = Pick<FundsLine, 'currency' | 'funding'> & { readonly amount: number };

export const deliveredOnPage = ({ delivered }: Pledge): DeliveredOnPage | null =>
  delivered && {
    ...delivered,
    secondments: delivered.secondments.map((held) => ({ ...held, months: tourMonths(held) })),
    outstanding: outstandingOf(delivered.funds),
  };

/** Voluntary and assessed money are never summed, nor is one currency with another. */
const outstandingOf = (lines: readonly FundsLine[]): readonly Outstanding[] => {
  const found = new Map<string, Outstanding>();
  for (const { currency, funding, pledged, received } of lines) {
    const key = `${currency} ${funding ?? ''}`;
    const { amount } = found.get(key) ?? { amount: 0 };
    const owed = amount + (pledged ?? 0) - (received ?? 0);
    found.set(key, { currency, funding, amount: owed });
  }
  return [...found.values()].map((owed) => ({
    ...owed,
    amount: Math.max(Math.round(owed.amount * 1000) / 1000, 0),
  }));
};
