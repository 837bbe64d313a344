/**
 * Women's shares against what was stated: the newest measurement of each pledge beside its target. The sources ask to look past
 * numbers, so actions against barriers are counted as well (seeds 000 to 003).
 */
import { indicator } from '@pledgeline/contracts';
import { termsPromised, type Pledge } from '@pledgeline/pledge';
import type { RegisterRow } from '../views/register/register-row.ts';
import { byMemberState } from './by-member-state.ts';
import { countPledges, referenceOf } from './counting-rules.ts';
import { adding, summing, type Measure } from './figure.ts';
import { grouped } from './grouped.ts';
import type { ReportDefinition } from './report.ts';
import { women as figures } from './figures.data.ts';

type Measurement = NonNullable<Pledge['delivered']>['measurements'][number];

const isShareOfWomen = ({ indicator: code }: Measurement): boolean =>
  code.startsWith('WOMEN_') && indicator(code)?.unit === 'PER_CENT';

/** The newest share of women that was measured. */
const newest = ({ delivered }: Pledge): Measurement | undefined =>
  (delivered?.measurements ?? [])
    .filter(isShareOfWomen)
    .toSorted((one, other) => (one.measuredOn < other.measuredOn ? 1 : -1))[0];

const targetOf = (pledge: Pledge): number | null =>
  newest(pledge)?.target ?? termsPromised(pledge)?.womenShareTarget ?? null;

/** How far the measured share lies below the target; a range is judged by its lower end. */
const gapOf = ({ pledge }: RegisterRow): number | null => {
  const [target, measured] = [targetOf(pledge), newest(pledge)?.low ?? null];
  return target === null || measured === null ? null : Math.max(target - measured, 0);
};

const largest = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.max(...values);

const perCent = (
  figure: string,
  name: string,
  definition: string,
  valueOf: (row: RegisterRow) => number | null,
) =>
  summing<RegisterRow>(
    { figure, name, unit: 'per cent', definition },
    'pledges',
    referenceOf,
    valueOf,
    largest,
  );

const measures: readonly Measure<RegisterRow>[] = [
  countPledges(figures.withTarget, ({ pledge }) => targetOf(pledge) !== null),
  countPledges(figures.belowTarget, (row) => (gapOf(row) ?? 0) > 0),
  countPledges(
    figures.notMeasured,
    ({ pledge }) => targetOf(pledge) !== null && newest(pledge) === undefined,
  ),
  perCent(
    'measured',
    'Share of women, measured',
    'the highest newest share of women of these pledges',
    ({ pledge }) => newest(pledge)?.high ?? null,
  ),
  perCent(
    'target',
    'Share of women, stated',
    'the highest share of women that these pledges state',
    ({ pledge }) => targetOf(pledge),
  ),
  perCent(
    'gap',
    'Largest gap',
    'the largest distance of a measured share below its target, in percentage points',
    gapOf,
  ),
  adding<RegisterRow>(
    figures.womenTrained,
    'pledges',
    referenceOf,
    ({ pledge }) => pledge.delivered?.training.women ?? null,
  ),
  adding<RegisterRow>(
    figures.barrierActions,
    'pledges',
    referenceOf,
    ({ pledge }) =>
      (pledge.delivered?.measurements ?? []).findLast(({ indicator: code }) => code === 'BARRIER_ACTIONS')
        ?.high ?? null,
  ),
];

const isConcerned = ({ pledge }: RegisterRow): boolean =>
  targetOf(pledge) !== null ||
  newest(pledge) !== undefined ||
  (pledge.delivered?.training.women ?? null) !== null;

export const women: ReportDefinition = {
  report: 'women',
  title: "Women's shares and targets",
  answers: 'Do units and courses have the share of women that was stated?',
  readers: 'PUBLIC',
  by: ['pledge', 'memberState', 'category'],
  make: (context, { by = 'pledge', ...filters }) =>
    grouped(context, filters, measures, {
      grouping:
        by === 'memberState'
          ? byMemberState(filters, isConcerned)
          : { codesOf: (row) => (isConcerned(row) ? [codeOf(row, by)] : []), nameOf: (code) => code },
    }),
};

const codeOf = (row: RegisterRow, by: string): string =>
  by === 'category' ? (row.pledge.announcement?.category ?? '') : referenceOf(row);
