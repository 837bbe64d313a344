/** What was measured across pledges, as a range: energy from renewable sources, fuel saved, persons trained, posts filled (seed 001). */
import { indicator } from '@pledgeline/contracts';
import { targetsSideBySide, type TargetStanding } from '@pledgeline/pledge';
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import { memberStateName } from '../views/register/pledge-labels.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { referenceOf } from './counting-rules.ts';
import { counting, summing, type FigureMeaning, type Measure } from './figure.ts';
import { measurements as figures } from './figures.data.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf, type Tallies } from './tallies.ts';

/** One indicator of one pledge. */
interface Measured {
  readonly row: RegisterRow;
  readonly standing: TargetStanding;
}

/** The evaluator's where there is one. */
const newestOf = ({ standing: { evaluator, state } }: Measured) => evaluator ?? state;

const reference = ({ row }: Measured): string => referenceOf(row);

const least = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.min(...values);
const most = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.max(...values));

const measuresIn = (unit: string): readonly Measure<Measured>[] => {
  const bound = (
    meaning: Omit<FigureMeaning, 'unit'>,
    valueOf: (measured: Measured) => number | null,
    summary: typeof least,
  ): Measure<Measured> => summing({ ...meaning, unit }, 'pledges', reference, valueOf, summary);
  return [
    bound(figures.lowest, (measured) => newestOf(measured)?.low ?? null, least),
    bound(figures.highest, (measured) => newestOf(measured)?.high ?? null, most),
    bound(figures.lowestTarget, ({ standing }) => standing.target, least),
    bound(figures.highestTarget, ({ standing }) => standing.target, most),
    counting({ ...figures.measured, unit: 'pledges' }, 'pledges', (measured) =>
      newestOf(measured) ? [reference(measured)] : [],
    ),
    counting({ ...figures.notMeasured, unit: 'pledges' }, 'pledges', (measured) =>
      newestOf(measured) ? [] : [reference(measured)],
    ),
  ];
};

export const measured: ReportDefinition = {
  report: 'measurements',
  title: 'What was measured',
  answers: 'Between which values does each indicator lie across pledges, and what do they aim at?',
  readers: 'PUBLIC',
  by: ['indicator', 'memberState'],
  make: async ({ views }, { by = 'indicator', ...filters }) => {
    const byIndicator = new Map<string, Tallies<Measured>>();
    const where = await pledgesWhere(views, filters);
    for await (const page of pagesOfPledges(views, where))
      for (const { row } of page) {
        for (const standing of targetsSideBySide(row.pledge)) {
          const { indicator: code } = standing;
          const tallies = byIndicator.get(code) ?? talliesOf(measuresIn(unitOf(code)));
          byIndicator.set(code, tallies);
          tallies.add({ row, standing }, [row.pledge.memberState]);
        }
      }
    return [...byIndicator]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([code, tallies]) => {
        const name = indicator(code)?.name ?? code;
        if (by === 'indicator') return [{ code, name, figures: tallies.total().figures }];
        return tallies.parts().map(({ code: state, figures: made }) => ({
          code: `${code} ${state}`,
          name: `${name}, ${memberStateName(state)}`,
          figures: made,
        }));
      });
  },
};

/** In the words of people. */
const unitOf = (code: string): string =>
  (indicator(code)?.unit ?? 'in its own unit').toLowerCase().replace('_', ' ');
