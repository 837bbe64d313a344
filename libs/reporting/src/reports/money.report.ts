/**
 * Money in columns, for each currency by itself: pledged, confirmed, committed, received. Only the last two are support given
 * (lifecycle page, section 10.3); assessed and voluntary money are kept apart, and nothing is ever converted. Each sum belongs
 * to one giver: what others give under a pledge is in a column of its own (accountability page, section 2).
 */
import { pledgedMoney, type MoneyLine } from '@pledgeline/pledge';
import { everyRow } from '../answers/every-row.ts';
import { isPackage, type Totals } from './progress/counted-once.ts';
import { partsOfTotals } from './progress/parts-of-totals.ts';
import { pledgesWhere, stateCode } from '../views/register/pledge-filters.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../views/register/register-row.ts';
import { referenceOf, stands } from './counting-rules.ts';
import { adding, counting, type Measure } from './figure.ts';
import { amountIn, isOwn, type Column, type FundingKind } from './money-in-columns.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf, type Tallies } from './tallies.ts';

/** A pledge with its money in one currency. */
interface MoneyRow {
  readonly row: RegisterRow;
  readonly lines: readonly MoneyLine[];
}

const COLUMNS: readonly (readonly [Column, name: string, definition: string])[] = [
  [
    'pledged',
    'Pledged',
    'amounts announced, or as amended since, of pledges that stand, and what was confirmed where nothing was announced; a range by its upper end, a package by its parts',
  ],
  ['confirmed', 'Confirmed', 'amounts that were confirmed fund by fund, of pledges that stand'],
  ['committed', 'Committed', 'amounts committed by an agreement'],
  ['received', 'Received', 'amounts that were paid'],
];

const KINDS: readonly (readonly [suffix: string, words: string, kind: FundingKind])[] = [
  ['', 'of any or no stated kind of funding', null],
  ['Voluntary', 'of voluntary funding', 'VOLUNTARY'],
  ['Assessed', 'of assessed contributions', 'ASSESSED'],
];

/** What was only promised counts while the promise stands. */
const counts = (column: Column, totals: Totals) => (row: RegisterRow) =>
  column === 'committed' || column === 'received' || (stands(row) && !isPackage(row, totals));

const idOf = ({ row }: MoneyRow): string => referenceOf(row);

const measuresOf = (currency: string, totals: Totals, own: ReturnType<typeof isOwn>): Measure<MoneyRow>[] => {
  const amounts = (
    figure: string,
    name: string,
    definition: string,
    column: Column,
    kind: FundingKind,
    fits: ReturnType<typeof isOwn>,
  ): Measure<MoneyRow> =>
    adding({ figure, name, unit: currency, definition }, 'pledges', idOf, ({ row, lines }) =>
      counts(column, totals)(row)
        ? amountIn(
            lines.filter((line) => fits(line, row.pledge)),
            column,
            kind,
          )
        : null,
    );
  const isSure = ({ currencyAssumed }: MoneyLine, column: Column) => column !== 'pledged' || !currencyAssumed;
  return [
    ...COLUMNS.flatMap(([column, name, definition]) =>
      KINDS.map(([suffix, words, kind]) =>
        amounts(
          `${column}Own${suffix}`,
          suffix === '' ? name : `${name}, ${suffix.toLowerCase()}`,
          `${definition}, ${words}, in ${currency} and without assumed currencies, as far as the pledge's own state gives them; voluntary and assessed money are never added to each other in a total of support`,
          column,
          kind,
          (line, pledge) => own(line, pledge) && isSure(line, column),
        ),
      ),
    ),
    amounts(
      'pledgedOwnCurrencyAssumed',
      'Pledged, currency assumed',
      `announced amounts whose currency the source did not name beyond doubt ("dollars"), taken for ${currency}; in no figure of pledged money above`,
      'pledged',
      null,
      (line, pledge) => own(line, pledge) && !isSure(line, 'pledged'),
    ),
    amounts(
      'confirmedBeyondPledged',
      'Confirmed beyond what was pledged',
      `amounts confirmed in ${currency} above what was announced or amended; in no figure of pledged money, until the promise is amended`,
      'surplus',
      null,
      own,
    ),
    ...COLUMNS.map(([column, name]) =>
      amounts(
        `${column}ByOthers`,
        `${name}, money of others`,
        `amounts in ${currency} that others than the pledge's own state give under it, such as a fund or the budget of a mission; in no figure above`,
        column,
        null,
        (line, pledge) => !own(line, pledge),
      ),
    ),
    counting(
      {
        figure: 'amountsRounded',
        name: 'Pledges with rounded amounts',
        unit: 'pledges',
        definition: `an amount was stored with more decimals than its currency has; it is counted to the smallest unit, a half to the even neighbour; with any amount in ${currency}`,
      },
      'pledges',
      ({ row }) => (row.pledge.amountsRounded ? [referenceOf(row)] : []),
    ),
  ];
};

export const moneyByCurrency: ReportDefinition = {
  report: 'money',
  title: 'Money by currency',
  answers: 'How much money was pledged, confirmed, committed and received, in each currency?',
  readers: 'PUBLIC',
  make: async (context, filters) => {
    const where = await pledgesWhere(context.views, filters);
    const totals = await partsOfTotals(context.views, where);
    const own = isOwn(filters.memberState === undefined ? undefined : stateCode(filters.memberState));
    const byCurrency = new Map<string, Tallies<MoneyRow>>();
    for await (const { row } of everyRow<RegisterRow>(context.views, PLEDGE_REGISTER, where)) {
      const all = pledgedMoney(row.pledge);
      for (const currency of new Set(all.map((line) => line.currency))) {
        const tallies = byCurrency.get(currency) ?? talliesOf(measuresOf(currency, totals, own));
        byCurrency.set(currency, tallies);
        tallies.add({ row, lines: all.filter((line) => line.currency === currency) }, []);
      }
    }
    return [...byCurrency]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([currency, tallies]) => ({ code: currency, name: currency, figures: tallies.total().figures }));
  },
};
