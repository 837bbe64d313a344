/**
 * Money in three columns, for each currency by itself: pledged, committed, received. Only the last two are support given
 * (lifecycle page, section 10.3); assessed and voluntary money are kept apart, and nothing is ever converted.
 */
import { sumOf } from '@pledgeline/contracts';
import { isPackage, type Totals } from './progress/counted-once.ts';
import { partsOfTotals } from './progress/parts-of-totals.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { countPledges, referenceOf, stands } from './counting-rules.ts';
import { adding, type Measure } from './figure.ts';
import { grouped } from './grouped.ts';
import { moneyOf, type MoneyPart } from './money-of.ts';
import type { ReportDefinition } from './report.ts';

type Column = MoneyPart['column'];

/** Amounts of one currency and kind of funding in one column; null where the pledge has none there. */
const amountIn =
  (currency: string, fits: (part: MoneyPart) => boolean) =>
  (row: RegisterRow): number | null => {
    const parts = moneyOf(row.pledge).filter((part) => part.currency === currency && fits(part));
    return parts.length === 0 ? null : sumOf(parts.map(({ amount }) => amount));
  };

const COLUMNS: readonly (readonly [Column, name: string, definition: string])[] = [
  [
    'pledged',
    'Pledged',
    'amounts announced, or as amended since, of pledges that stand; a range by its upper end, a package by its parts',
  ],
  ['committed', 'Committed', 'amounts committed by an agreement'],
  ['received', 'Received', 'amounts that were paid'],
];

const KINDS = [
  ['', 'of any or no stated kind of funding', () => true],
  ['Voluntary', 'of voluntary funding', ({ funding }: MoneyPart) => funding === 'VOLUNTARY'],
  ['Assessed', 'of assessed contributions', ({ funding }: MoneyPart) => funding === 'ASSESSED'],
] as const;

const counts = (column: Column, totals: Totals) => (row: RegisterRow) =>
  column !== 'pledged' || (stands(row) && !isPackage(row, totals));

const measuresOf = (currency: string, totals: Totals): Measure<RegisterRow>[] => [
  ...COLUMNS.flatMap(([column, name, definition]) =>
    KINDS.map(([kind, words, fitsKind]) =>
      adding<RegisterRow>(
        {
          figure: `${column}${kind}`,
          name: kind === '' ? name : `${name}, ${kind.toLowerCase()}`,
          unit: currency,
          definition: `${definition}, ${words}, in ${currency} and without assumed currencies; voluntary and assessed money are never added to each other in a total of support`,
        },
        'pledges',
        referenceOf,
        (row) =>
          counts(column, totals)(row)
            ? amountIn(
                currency,
                (part) => part.column === column && !part.currencyAssumed && fitsKind(part),
              )(row)
            : null,
      ),
    ),
  ),
  adding<RegisterRow>(
    {
      figure: 'pledgedCurrencyAssumed',
      name: 'Pledged, currency assumed',
      unit: currency,
      definition: `announced amounts whose currency the source did not name beyond doubt ("dollars"), taken for ${currency}; in no figure above`,
    },
    'pledges',
    referenceOf,
    (row) =>
      counts('pledged', totals)(row)
        ? amountIn(currency, (part) => part.column === 'pledged' && part.currencyAssumed)(row)
        : null,
  ),
  countPledges(
    {
      figure: 'amountsRounded',
      name: 'Pledges with rounded amounts',
      definition: `an amount was stored with more decimals than its currency has; it is counted to the smallest unit, a half to the even neighbour; with any amount in ${currency}`,
    },
    ({ pledge }) => pledge.amountsRounded && moneyOf(pledge).some((part) => part.currency === currency),
  ),
];

export const moneyByCurrency: ReportDefinition = {
  report: 'money',
  title: 'Money by currency',
  answers: 'How much money was pledged, committed and received, in each currency?',
  readers: 'PUBLIC',
  make: async (context, filters) => {
    const totals = await partsOfTotals(context.views, await pledgesWhere(context.views, filters));
    const currencies = new Set<string>();
    const seen: Measure<RegisterRow> = adding(
      { figure: '', name: '', unit: '', definition: '' },
      'pledges',
      referenceOf,
      ({ pledge }) => {
        for (const { currency } of moneyOf(pledge)) currencies.add(currency);
        return null;
      },
    );
    await grouped(context, filters, [seen]);
    const groups = [...currencies].sort().map(async (currency) => {
      const [all] = await grouped(context, filters, measuresOf(currency, totals));
      return { code: currency, name: currency, figures: all?.figures ?? [] };
    });
    return Promise.all(groups);
  },
};
