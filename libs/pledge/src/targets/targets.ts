/**
 * What a promise aims at: a number, or a multiple of what there was ("double by 2024"), which asks for the baseline until its state
 * states it (accountability page, section 7).
 */
import { END_STATUSES, indicator } from '@pledgeline/contracts';
import { COMMON_UNDATED, chapter, except, type Folds } from '../chapter.ts';
import type { Decision } from '../decision-context.ts';
import { conflict, invalid, mustSay } from '../refusal.ts';
import type { CommandOf } from '../state.ts';
import type { PledgeEvent } from '@pledgeline/contracts';
import { shareOfWomen, targetValue } from './side-by-side.ts';
import type { ShareAimedAt, TargetsState } from './targets.state.ts';

const evolve = {
  TargetStated: (pledge, data, { metadata: { occurredOn: statedOn } }) => {
    const { indicator: code, value, factor, baseline, baselineYear, year } = data;
    const stated = { indicator: code, value, factor, baseline, baselineYear, year, statedOn };
    return { ...pledge, targets: [...pledge.targets.filter((one) => one.indicator !== code), stated] };
  },
} satisfies Partial<Folds>;

interface Aiming {
  readonly pledgeId: string;
  readonly capabilityCode: string | null;
  readonly category: string | null;
  readonly source: string;
}

/**
 * The target that was stated in an announcement or among terms, such as "double": it is taken, and its baseline asked for.
 * @throws {Rejected} TERM_STATED where another is held, which is changed with a reason; and as `StateTarget` is refused.
 */
export const targetAimedAt = (
  aimed: ShareAimedAt | null,
  { pledgeId, capabilityCode, category, source }: Aiming,
  held: TargetsState,
): readonly PledgeEvent[] => {
  if (aimed === null) return [];
  const { value, factor, year } = aimed;
  const code = shareOfWomen(capabilityCode, category);
  const before = held.targets.find((one) => one.indicator === code);
  if (before !== undefined && (before.value ?? before.factor) !== (value ?? factor)) {
    throw conflict(
      'TERM_STATED',
      'Another target is stated already. Change it with a reason (StateTarget).',
      {
        field: 'terms.womenShareTarget',
        allowed: ['StateTarget'],
      },
    );
  }
  const data = { pledgeId, indicator: code, value, factor, year, baseline: null, baselineYear: null };
  return statedTarget({ ...data, source, reason: null }, held);
};

const FIRST_YEAR = 1948;
const FIELDS = ['value', 'factor', 'baseline', 'baselineYear', 'year'] as const;

/** @throws {Rejected} UNKNOWN_INDICATOR, TARGET_MISSING, TARGET_UNCLEAR, MEASURE_OUT_OF_RANGE, PERIOD_INVALID or TEXT_MISSING */
const stateTarget: Decision<'StateTarget'> = ({ data }, pledge) => statedTarget(data, pledge);

const statedTarget = (
  data: CommandOf<'StateTarget'>['data'],
  { targets }: TargetsState,
): readonly PledgeEvent[] => {
  const known = indicator(data.indicator);
  if (known === undefined)
    throw invalid('UNKNOWN_INDICATOR', `${data.indicator} is no indicator.`, { field: 'indicator' });
  const held = targets.find((target) => target.indicator === known.code);
  if (data.value !== null && data.factor !== null) {
    throw invalid('TARGET_UNCLEAR', 'State a number or a multiple of the baseline, and not both.', {
      field: 'factor',
    });
  }
  const isAnew = data.value !== null || data.factor !== null;
  const stated = {
    value: data.value ?? (isAnew ? null : (held?.value ?? null)),
    factor: data.factor ?? (isAnew ? null : (held?.factor ?? null)),
    baseline: data.baseline ?? held?.baseline ?? null,
    baselineYear: data.baselineYear ?? held?.baselineYear ?? null,
    year: data.year ?? held?.year ?? null,
  };
  if (stated.value === null && stated.factor === null) {
    throw invalid('TARGET_MISSING', 'State what is aimed at: a number, or a multiple such as "double".', {
      field: 'target',
    });
  }
  const most = known.unit === 'PER_CENT' ? 100 : Number.MAX_SAFE_INTEGER;
  for (const [field, number] of [
    ['value', stated.value],
    ['baseline', stated.baseline],
    ['factor', targetValue(stated)],
  ] as const) {
    if (number === null || (number >= 0 && number <= most)) continue;
    throw invalid('MEASURE_OUT_OF_RANGE', `${known.name} lies between 0 and ${most}.`, { field, most });
  }
  if (stated.factor !== null && !(stated.factor > 0))
    throw invalid('MEASURE_OUT_OF_RANGE', 'A multiple is above 0.', { field: 'factor' });
  for (const field of ['baselineYear', 'year'] as const) {
    if ((stated[field] ?? FIRST_YEAR) >= FIRST_YEAR) continue;
    throw invalid('DATE_TOO_EARLY', `The first operation was in ${FIRST_YEAR}.`, { field });
  }
  if (stated.year !== null && stated.baselineYear !== null && stated.year < stated.baselineYear)
    throw invalid('PERIOD_INVALID', 'The baseline is of a year after the target.', { field: 'baselineYear' });
  if (held !== undefined && FIELDS.every((field) => held[field] === stated[field])) return [];
  const source = mustSay('source', data.source);
  const isChanged = FIELDS.some(
    (field) => (held?.[field] ?? null) !== null && held?.[field] !== stated[field],
  );
  const was = held && { ...stated, ...Object.fromEntries(FIELDS.map((field) => [field, held[field]])) };
  const reason = isChanged ? mustSay('reason', data.reason) : null;
  const { pledgeId } = data;
  const before = isChanged && was ? was : null;
  return [
    { type: 'TargetStated', data: { pledgeId, indicator: known.code, ...stated, source, before, reason } },
  ];
};

export const targets = chapter({
  evolve,
  commands: {
    StateTarget: {
      ...COMMON_UNDATED,
      from: except(...END_STATUSES),
      roles: ['MS', 'DESK'],
      decide: stateTarget,
      events: ['TargetStated'],
    },
  },
});
