/** Arrears: what states owe of assessed contributions, and what they paid of it (seed 000). Nothing is converted. */
import { arrearsOf, type Pledge } from '@pledgeline/pledge';
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import { memberStateName } from '../views/register/pledge-labels.ts';
import { partsOfDebts, type PartOfDebt } from './debts.ts';
import { arrears as figures } from './figures.data.ts';
import { adding, counting, type FigureMeaning, type Measure } from './figure.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf, type Tallies } from './tallies.ts';

const measuresIn = (currency: string): readonly Measure<PartOfDebt>[] => {
  const sum = (
    meaning: Omit<FigureMeaning, 'unit'>,
    amountOf: (part: PartOfDebt) => number | null,
  ): Measure<PartOfDebt> =>
    adding({ ...meaning, unit: currency }, 'pledges', ({ reference }) => reference, amountOf);
  const pledgesThat = (
    meaning: Omit<FigureMeaning, 'unit'>,
    counts: (part: PartOfDebt) => boolean,
  ): Measure<PartOfDebt> =>
    counting({ ...meaning, unit: 'pledges' }, 'pledges', (part) => (counts(part) ? [part.reference] : []));
  return [
    sum(figures.owed, ({ owed }) => owed),
    sum(figures.paid, ({ paid }) => paid),
    sum(figures.remaining, ({ remaining }) => remaining),
    pledgesThat(figures.settled, ({ remaining }) => remaining === 0),
    pledgesThat(figures.statedAgain, ({ owed }) => owed === null),
  ];
};

const NO_CURRENCY = 'currency not stated';

export const arrearsPaid: ReportDefinition = {
  report: 'arrears',
  title: 'Arrears',
  answers: 'What do states owe of assessed contributions, what have they paid of it, and what remains?',
  readers: 'PUBLIC',
  make: async ({ views }, filters) => {
    const owing: Pledge[] = [];
    const where = await pledgesWhere(views, filters);
    for await (const page of pagesOfPledges(views, where))
      for (const { row } of page) {
        if (arrearsOf(row.pledge) !== null) owing.push(row.pledge);
      }
    const byCurrency = new Map<string, Tallies<PartOfDebt>>();
    for (const part of partsOfDebts(owing)) {
      const currency = part.currency ?? NO_CURRENCY;
      const tallies = byCurrency.get(currency) ?? talliesOf(measuresIn(currency));
      byCurrency.set(currency, tallies);
      tallies.add(part, [part.memberState]);
    }
    return [...byCurrency]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([currency, tallies]) => [
        { code: currency, name: currency, figures: tallies.total().figures },
        ...tallies.parts().map(({ code, figures: made }) => ({
          code: `${code} ${currency}`,
          name: `${memberStateName(code)}, ${currency}`,
          figures: made,
        })),
      ]);
  },
};
