/**
 * What an evaluator measured and what the state says, side by side under what was aimed at (accountability page, section 7). The gap
 * is the evaluator's where there is one, also where the state has spoken since. Of every indicator more is better.
 */
import { capability, indicator, type Indicator } from '@pledgeline/contracts';
import type { Measurement } from '../delivery/delivery.state.ts';
import type { Pledge } from '../state.ts';
import { termsPromised } from '../terms/terms.state.ts';
import type { Target } from './targets.state.ts';

type Relative = Pick<Target, 'value' | 'factor' | 'baseline'>;
type Aimed = Omit<Target, 'indicator' | 'statedOn'>;

export interface TargetStanding extends Aimed {
  readonly indicator: string;
  readonly name: string;
  readonly unit: Indicator['unit'];
  /** The number aimed at, also where it follows from a baseline; null while the baseline is missing, or none was stated. */
  readonly target: number | null;
  readonly baselineMissing: boolean;
  /** The newest of each side. */
  readonly evaluator: Measurement | null;
  readonly state: Measurement | null;
  readonly gap: number | null;
  /** Whose measurement the gap is taken from. */
  readonly gapBy: Measurement['by'] | null;
}

/** Exact to six decimals: three times 0.1 is 0.3. */
const exact = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A multiple of nothing known is no number. */
export const targetValue = ({ value, factor, baseline }: Relative): number | null =>
  value ?? (factor === null || baseline === null ? null : exact(baseline * factor));

export const isShareOfWomen = ({ code, unit }: Indicator): boolean =>
  code.startsWith('WOMEN_') && unit === 'PER_CENT';

/** Indicators in the order in which they were first stated or measured. */
export const targetsSideBySide = (pledge: Pledge): readonly TargetStanding[] => {
  const measured = pledge.delivered?.measurements ?? [];
  const codes = new Set([...pledge.targets, ...measured].map((one) => one.indicator));
  const share = termsPromised(pledge)?.womenShareTarget ?? null;
  const known = [...codes].flatMap((code) => indicator(code) ?? []);
  const asked = share !== null && !known.some(isShareOfWomen) ? indicator(sharePromised(pledge)) : undefined;
  return [...known, ...(asked ? [asked] : [])].map((of) => standing(of, pledge, measured));
};

const standing = (of: Indicator, pledge: Pledge, measured: readonly Measurement[]): TargetStanding => {
  const newestBy = (side: Measurement['by'], fits = (_: Measurement) => true): Measurement | null =>
    measured
      .filter((one) => one.indicator === of.code && one.by === side && fits(one))
      .reduce<Measurement | null>(
        (last, one) => (last && last.measuredOn > one.measuredOn ? last : one),
        null,
      );
  const [evaluator, state] = [newestBy('EVALUATOR'), newestBy('STATE')];
  const named = (one: Measurement): boolean => one.target !== null;
  const aimedBeside = newestBy('EVALUATOR', named)?.target ?? newestBy('STATE', named)?.target ?? null;
  const share = isShareOfWomen(of) ? (termsPromised(pledge)?.womenShareTarget ?? null) : null;
  const stated = pledge.targets.find((one) => one.indicator === of.code);
  const value =
    stated === undefined
      ? ((WOMEN_OF_UNIT.has(of.code) ? share : null) ?? aimedBeside ?? share)
      : stated.value;
  const aimed: Aimed = {
    value,
    factor: stated?.factor ?? null,
    baseline: stated?.baseline ?? null,
    baselineYear: stated?.baselineYear ?? null,
    year: stated?.year ?? null,
  };
  const target = targetValue(aimed);
  const by = evaluator ?? state;
  const gap = target === null || by === null ? null : exact(Math.max(target - by.low, 0));
  return {
    indicator: of.code,
    name: of.name,
    unit: of.unit,
    ...aimed,
    target,
    baselineMissing: aimed.factor !== null && aimed.baseline === null,
    evaluator,
    state,
    gap,
    gapBy: gap === null ? null : (by?.by ?? null),
  };
};

/** The share that a unit was announced with: what somebody measures does not change it. */
export const WOMEN_OF_UNIT: ReadonlySet<string> = new Set(['WOMEN_IN_UNIT', 'WOMEN_POLICE_UNIT']);

/** Of what a share of women was promised, where nobody has measured one. */
const sharePromised = ({ capabilityCode, announcement }: Pledge): string =>
  shareOfWomen(capabilityCode, announcement?.category ?? null);

/** The indicator of the share of women of such a promise. */
export const shareOfWomen = (capabilityCode: string | null, category: string | null): string => {
  if (category === 'TRAINING') return 'WOMEN_TRAINED';
  const component = capabilityCode === null ? undefined : capability(capabilityCode)?.component;
  return component === 'police' ? 'WOMEN_POLICE_UNIT' : 'WOMEN_IN_UNIT';
};
