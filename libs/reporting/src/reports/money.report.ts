/**
 * Money in columns, for each currency by itself: pledged, confirmed, committed, received. Only the last two are support given
 * (lifecycle page, section 10.3); assessed and voluntary money are kept apart, and nothing is ever converted. Each sum belongs
 * to one giver: what others give under a pledge is in a column of its own (accountability page, section 2).
 */
import { sumOf, yearsStated } from '@pledgeline/contracts';
import { pledgedMoney, type MoneyLine } from '@pledgeline/pledge';
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import { itemisedMoney, type ItemisedMoney } from './progress/money-counted-once.ts';
import { partsOfTotals } from './progress/parts-of-totals.ts';
import { pledgesWhere, stateCode } from '../views/register/pledge-filters.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { referenceOf, stands } from './counting-rules.ts';
import { adding, counting, type Measure } from './figure.ts';
import { amountIn, isOwn, type Column, type FundingKind } from './money-in-columns.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf, type Tallies } from './tallies.ts';

/** A pledge with its money in one currency. */
interface MoneyRow {
  readonly row: RegisterRow;
  readonly lines: readonly MoneyLine[];
  /** What of it is in parts, where it is a total that stands. */
  readonly itemised: readonly ItemisedMoney[];
}

const COLUMNS: readonly (readonly [Column, name: string, definition: string])[] = [
  [
    'pledged',
    'Pledged',
    'amounts announced, or as amended since, of pledges that stand, and what was confirmed where nothing was announced; a range by its upper end; a sum per year for the years that were stated, and for one at least; of a ceiling or a package counts what its parts leave, so that with them it comes to the whole',
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
const counts = (column: Column, row: RegisterRow): boolean =>
  column === 'committed' || column === 'received' || stands(row);

/** What its parts leave of what was pledged. */
const countedOnce = (line: MoneyLine, itemised: readonly ItemisedMoney[]): MoneyLine | undefined => {
  const whole = itemised.find((one) => one.line === line);
  if (whole === undefined || whole.itemised === 0) return line;
  const left = { ...line, ...whole.left };
  return (left.pledgedMax ?? left.pledgedMin) === 0 ? undefined : left;
};

const idOf = ({ row }: MoneyRow): string => referenceOf(row);

const measuresOf = (currency: string, own: ReturnType<typeof isOwn>): Measure<MoneyRow>[] => {
  const amounts = (
    figure: string,
    name: string,
    definition: string,
    column: Column,
    kind: FundingKind,
    fits: ReturnType<typeof isOwn>,
  ): Measure<MoneyRow> =>
    adding({ figure, name, unit: currency, definition }, 'pledges', idOf, ({ row, lines, itemised }) => {
      if (!counts(column, row)) return null;
      const fitting = lines.filter((line) => fits(line, row.pledge));
      const counted =
        column === 'pledged' ? fitting.flatMap((line) => countedOnce(line, itemised) ?? []) : fitting;
      const isYearly = counted.some(({ per }) => per === 'YEAR');
      return amountIn(counted, column, kind, (isYearly ? yearsStated(row.pledge.timeframe) : null) ?? 1);
    });
  const ofTotals = (
    figure: string,
    name: string,
    definition: string,
    amountOf: (whole: ItemisedMoney) => number | null,
  ): Measure<MoneyRow> =>
    adding({ figure, name, unit: currency, definition }, 'pledges', idOf, ({ row, itemised }) => {
      const amounts = itemised
        .filter(
          ({ line, itemised: inParts }) => inParts > 0 && own(line, row.pledge) && !line.currencyAssumed,
        )
        .map(amountOf)
        .filter((amount) => amount !== null);
      return amounts.length === 0 ? null : sumOf(amounts);
    });
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
    ofTotals(
      'itemised',
      'Itemised',
      `what parts take of ceilings and packages in ${currency}, by their upper ends; a part in another currency takes what the desk says, and otherwise nothing`,
      ({ itemised }) => itemised,
    ),
    ofTotals(
      'notItemised',
      'Not itemised',
      `what parts leave of ceilings and packages in ${currency} that have any; with what is itemised it comes to the whole, but for what is beyond it`,
      ({ left }) => left.pledgedMax ?? left.pledgedMin,
    ),
    ofTotals(
      'itemisedBeyondTotal',
      'Itemised beyond the total',
      `what parts in ${currency} come to above their ceiling or package; it counts in full as pledged`,
      ({ beyond }) => (beyond > 0 ? beyond : null),
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
    for await (const page of pagesOfPledges(context.views, where))
      for (const { row } of page) {
        const all = pledgedMoney(row.pledge);
        for (const currency of new Set(all.map((line) => line.currency))) {
          const tallies = byCurrency.get(currency) ?? talliesOf(measuresOf(currency, own));
          byCurrency.set(currency, tallies);
          const lines = all.filter((line) => line.currency === currency);
          const shares = stands(row) ? (totals.get(row.pledge.pledgeId)?.takenMoney ?? []) : [];
          tallies.add({ row, lines, itemised: shares.length === 0 ? [] : itemisedMoney(lines, shares) }, []);
        }
      }
    return [...byCurrency]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([currency, tallies]) => ({ code: currency, name: currency, figures: tallies.total().figures }));
  },
};
