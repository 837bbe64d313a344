/** How a promise is counted: as a part of an earlier total, or in phases. Lifecycle page, sections 8 and 9. */
import { sumOf, type Quantity } from '@pledgeline/contracts';
import { OPEN, chapter, type Folds } from '../chapter.ts';
import type { Decision } from '../decision-context.ts';
import { isStated, measure } from '../measure.ts';
import {
  BESIDE_UNITS,
  besideTogether,
  mustStandBesideUnits,
  type BesideUnits,
} from '../measures/beside-units.ts';
import type { Figures } from '../measures/side-by-side.ts';
import { differingMeasure, STATED_IN } from '../measures/stated-in.ts';
import { mustBeMoney } from '../money-amount.ts';
import { mustBeDay } from '../period.ts';
import { conflict, invalid, missing, mustSay } from '../refusal.ts';
import { sameContent } from '../same-content.ts';
import { figuresDiffer } from '../selection/quantity-offered.ts';
import { UNCOUNTED, type CountingCommands } from './counting.state.ts';

const evolve = {
  PledgeCountedAgainst: (pledge, { pledgeId: _, ...against }) => ({
    ...pledge,
    counting: { ...(pledge.counting ?? UNCOUNTED), against },
  }),
  /** Where nothing was said about how much, the phases say it. */
  PhasesDeclared: (pledge, { pledgeId: _, ...phases }) => ({
    ...pledge,
    ...saidAtLast(pledge, { ...phases, quantity: phases.total }),
    counting: { ...(pledge.counting ?? UNCOUNTED), phases },
  }),
} satisfies Partial<Folds>;

const saidAtLast = (pledge: Figures, phases: Figures): Figures => {
  const quantity = pledge.quantity !== null && isStated(pledge.quantity) ? pledge.quantity : phases.quantity;
  const beside = (field: BesideUnits) => {
    if (STATED_IN[field]({ quantity, strength: null, aircraft: null }) !== null) return null;
    return pledge[field] ?? phases[field];
  };
  return { quantity, strength: beside('strength'), aircraft: beside('aircraft') };
};

/**
 * A later pledge that gives shape to an earlier total is not added to it: Canada's "up to 600 troops" of 2016 and the
 * smaller pledges of 2017 (lifecycle page, section 8.2), a package and its parts (section 9). Using more than the total is
 * allowed: a state may give more than it said, and reports flag it. How much of it the part takes may be said later.
 */
const countAgainst: Decision<'CountAgainst'> = ({ data }, pledge) => {
  const { pledgeId, total, ...against } = data;
  const field = 'totalId';
  if (against.totalId === pledgeId)
    throw invalid('COUNTED_IN_CIRCLE', 'No pledge is part of itself.', { field });
  if (total === null) throw missing('UNKNOWN_TOTAL', `There is no pledge ${against.totalId}.`, { field });
  if (total.memberState !== pledge.memberState) {
    throw conflict('STATE_DIFFERS', `The total is ${total.memberState}'s, not ${pledge.memberState}'s.`, {
      field,
    });
  }
  if (total.line.includes(pledgeId)) {
    throw conflict('COUNTED_IN_CIRCLE', 'The total is itself a part of this pledge.', { field });
  }
  const before = pledge.counting?.against ?? null;
  mustBeMoney(against.money);
  if (sameContent(against, before)) return [];
  if (before !== null && before.totalId !== against.totalId) {
    throw conflict('ALREADY_COUNTED', `The pledge is a part of ${before.totalId} already.`, {
      field,
      totalId: before.totalId,
    });
  }
  return [{ type: 'PledgeCountedAgainst', data: { pledgeId, ...against } }];
};

/**
 * A promise in phases: Colombia 2015, 58 police and 12 officers in year one, 500 in year two, up to 5,000 from year three
 * (lifecycle page, section 8.9). It is counted by what the phases come to: the highest where each includes those before,
 * the sum only where each comes on top.
 */
const declarePhases: Decision<'DeclarePhases'> = ({ data }, pledge) => {
  const { phases, cumulative } = data;
  const [first, ...others] = phases;
  if (first === undefined) throw invalid('PHASES_MISSING', 'State at least one phase.', { field: 'phases' });
  phases.forEach(mustBeSound);
  if (others.some(({ quantity }) => measure(quantity) !== measure(first.quantity))) {
    throw invalid('UNIT_DIFFERS', 'The phases of one promise are counted in one unit.', { field: 'unit' });
  }
  const total = totalOf(phases, cumulative);
  const made = cumulative ? phases.filter(({ quantity }) => quantity === total).slice(-1) : phases;
  const [strength, aircraft] = BESIDE_UNITS.map((field) => besideTotal(made.map((phase) => phase[field])));
  const beside = { strength: strength ?? null, aircraft: aircraft ?? null };
  const field = figuresDiffer(total, pledge.quantity)
    ? 'quantity'
    : differingMeasure({ ...beside, quantity: total }, pledge);
  if (field !== null) {
    throw conflict(
      'QUANTITY_DIFFERS',
      'The phases come to another figure than the promise. The state amends the promise first (AmendPledge).',
      { field: 'phases', total: field === 'quantity' ? total : beside[field], current: pledge[field] },
    );
  }
  return [{ type: 'PhasesDeclared', data: { ...data, total, ...beside } }];
};

/** Of phases of which one does not say it, nobody can say what they come to. */
const besideTotal = (figures: readonly (Quantity | null)[]): Quantity | null =>
  figures.includes(null) ? null : besideTogether(figures);

type Phase = CountingCommands['DeclarePhases']['phases'][number];

const mustBeSound = (phase: Phase): void => {
  const { name, quantity, from, to } = phase;
  mustSay('name', name);
  mustStandBesideUnits(phase);
  if (!isStated(quantity))
    throw invalid('QUANTITY_MISSING', `State a quantity for ${name}.`, { field: 'quantity' });
  for (const [field, day] of Object.entries({ from, to })) {
    if (day !== null) mustBeDay(field, day);
  }
  if (from !== null && to !== null && from > to) {
    throw invalid('PERIOD_INVALID', `${name} ends before it begins.`, { field: 'to' });
  }
};

const totalOf = (phases: readonly Phase[], cumulative: boolean): Quantity => {
  const quantities = phases.map(({ quantity }) => quantity);
  return cumulative ? quantities.reduce(higher) : quantities.reduce(sum);
};

const upper = ({ min, max }: Quantity): number => max ?? min ?? 0;

/** Of two that say the same the later one holds. */
const higher = (one: Quantity, other: Quantity): Quantity => (upper(other) >= upper(one) ? other : one);

const sum = (one: Quantity, other: Quantity): Quantity => ({
  min: sumOf([one.min ?? 0, other.min ?? 0]),
  max: one.max === null || other.max === null ? null : sumOf([one.max, other.max]),
  unit: one.unit,
  asStated: null,
});

export const counting = chapter({
  evolve,
  commands: {
    CountAgainst: { ...OPEN, roles: ['DESK'], decide: countAgainst, events: ['PledgeCountedAgainst'] },
    DeclarePhases: { ...OPEN, roles: ['MS'], decide: declarePhases, events: ['PhasesDeclared'] },
  },
});
