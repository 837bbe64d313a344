/**
 * Women's shares against what was stated: the newest measurement of each pledge beside its target. The sources ask to look past
 * numbers, so actions against barriers are counted as well (seeds 000 to 003).
 */
import { nameOfCode } from '@pledgeline/contracts';
import { indicator } from '@pledgeline/contracts';
import { isShareOfWomen, targetsSideBySide, type Pledge, type TargetStanding } from '@pledgeline/pledge';
import type { RegisterRow } from '../views/register/register-row.ts';
import { byMemberState } from './by-member-state.ts';
import { countPledges, referenceOf } from './counting-rules.ts';
import { adding, summing, type Measure } from './figure.ts';
import { grouped } from './grouped.ts';
import type { ReportDefinition } from './report.ts';
import { women as figures } from './figures.data.ts';

/** Of the shares of women that were promised or measured, the one measured last; a promise that nobody measured where there is none. */
const shareOf = (pledge: Pledge): TargetStanding | undefined =>
  targetsSideBySide(pledge)
    .filter(({ indicator: code }) => isWomens(code))
    .reduce<TargetStanding | undefined>(
      (last, one) => (last !== undefined && dayOf(last) >= dayOf(one) ? last : one),
      undefined,
    );

/** The evaluator's where there is one. */
const measuredOf = (share: TargetStanding | undefined) => share?.evaluator ?? share?.state;
const dayOf = (share: TargetStanding): string => measuredOf(share)?.measuredOn ?? '';
const aimsAtShare = (pledge: Pledge): boolean => {
  const share = shareOf(pledge);
  return share !== undefined && (share.target !== null || share.baselineMissing);
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

const isWomens = (code: string): boolean => {
  const known = indicator(code);
  return known !== undefined && isShareOfWomen(known);
};

const measures: readonly Measure<RegisterRow>[] = [
  countPledges(figures.withTarget, ({ pledge }) => aimsAtShare(pledge)),
  countPledges(figures.baselineMissing, ({ pledge }) => shareOf(pledge)?.baselineMissing === true),
  countPledges(figures.belowTargetJudged, ({ pledge }) => (shareOf(pledge)?.gap ?? 0) > 0),
  countPledges(
    figures.notMeasured,
    ({ pledge }) => aimsAtShare(pledge) && (measuredOf(shareOf(pledge)) ?? null) === null,
  ),
  perCent(
    'measuredByEvaluators',
    'Share of women, measured by evaluators',
    'the highest newest share of women that evaluators measured of these pledges',
    ({ pledge }) => shareOf(pledge)?.evaluator?.high ?? null,
  ),
  perCent(
    'saidByStates',
    'Share of women, said by states',
    'the highest newest share of women that states say of these pledges',
    ({ pledge }) => shareOf(pledge)?.state?.high ?? null,
  ),
  perCent(
    'target',
    'Share of women, stated',
    'the highest share of women that these pledges state',
    ({ pledge }) => shareOf(pledge)?.target ?? null,
  ),
  perCent(
    'gapJudged',
    'Largest gap',
    'the largest distance of a measured share below its target, in percentage points; by the evaluator where there is one',
    ({ pledge }) => shareOf(pledge)?.gap ?? null,
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
  shareOf(pledge) !== undefined || (pledge.delivered?.training.women ?? null) !== null;

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
          : {
              codesOf: (row) => (isConcerned(row) ? [codeOf(row, by)] : []),
              nameOf: (code) => nameOfCode('category', code),
            },
    }),
};

const codeOf = (row: RegisterRow, by: string): string =>
  by === 'category' ? (row.pledge.announcement?.category ?? '') : referenceOf(row);
