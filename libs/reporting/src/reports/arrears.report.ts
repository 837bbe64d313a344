/** Arrears: what states owe of assessed contributions, and what they paid of it (seed 000). Nothing is converted. */
import { arrearsOf, type Arrears } from '@pledgeline/pledge';
import { everyRow } from '../answers/every-row.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import { memberStateName } from '../views/register/pledge-labels.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../views/register/register-row.ts';
import { referenceOf } from './counting-rules.ts';
import { arrears as figures } from './figures.data.ts';
import { adding, counting, type FigureMeaning, type Measure } from './figure.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf, type Tallies } from './tallies.ts';

/** A pledge that states arrears, and how they stand. */
interface Owing {
  readonly row: RegisterRow;
  readonly arrears: Arrears;
}

const measuresIn = (currency: string): readonly Measure<Owing>[] => {
  const sum = (
    meaning: Omit<FigureMeaning, 'unit'>,
    amountOf: (arrears: Arrears) => number,
  ): Measure<Owing> =>
    adding(
      { ...meaning, unit: currency },
      'pledges',
      ({ row }) => referenceOf(row),
      ({ arrears }) => amountOf(arrears),
    );
  return [
    sum(figures.owed, ({ owed }) => owed),
    sum(figures.paid, ({ paid }) => paid),
    sum(figures.remaining, ({ remaining }) => remaining),
    counting({ ...figures.settled, unit: 'pledges' }, 'pledges', ({ row, arrears }) =>
      arrears.remaining === 0 ? [referenceOf(row)] : [],
    ),
  ];
};

const NO_CURRENCY = 'currency not stated';

export const arrearsPaid: ReportDefinition = {
  report: 'arrears',
  title: 'Arrears',
  answers: 'What do states owe of assessed contributions, what have they paid of it, and what remains?',
  readers: 'PUBLIC',
  make: async ({ views }, filters) => {
    const byCurrency = new Map<string, Tallies<Owing>>();
    const where = await pledgesWhere(views, filters);
    for await (const { row } of everyRow<RegisterRow>(views, PLEDGE_REGISTER, where)) {
      const arrears = arrearsOf(row.pledge);
      if (arrears === null) continue;
      const currency = arrears.currency ?? NO_CURRENCY;
      const tallies = byCurrency.get(currency) ?? talliesOf(measuresIn(currency));
      byCurrency.set(currency, tallies);
      tallies.add({ row, arrears }, [row.pledge.memberState]);
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
