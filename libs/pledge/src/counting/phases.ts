/**
 * A promise in phases: Colombia 2015, 58 police and 12 officers in year one, 500 in year two, up to 5,000 from year three
 * (lifecycle page, section 8.9). It is counted by what the phases come to: the highest where each includes those before,
 * the sum only where each comes on top.
 */
import { sumOf } from '@pledgeline/contracts';
import type { Quantity } from '@pledgeline/contracts';
import { isDay } from '../business-date.ts';
import type { Decision } from '../circumstances.ts';
import { conflict, invalid, mustSay } from '../refusal.ts';
import { measure } from '../measure.ts';
import { figuresDiffer, isStated } from '../selection/quantity-offered.ts';
import type { CountingWishes } from './counting.wishes.ts';

export const declarePhases: Decision<'DeclarePhases'> = ({ data }, pledge) => {
  const { phases, cumulative } = data;
  const [first, ...others] = phases;
  if (first === undefined) throw invalid('PHASES_MISSING', 'Phases are at least one.', { field: 'phases' });
  phases.forEach(mustBeSound);
  if (others.some(({ quantity }) => measure(quantity) !== measure(first.quantity))) {
    throw invalid('UNIT_DIFFERS', 'The phases of one promise are counted in one unit.', { field: 'unit' });
  }
  const total = totalOf(phases, cumulative);
  if (figuresDiffer(total, pledge.quantity)) {
    throw conflict(
      'QUANTITY_DIFFERS',
      'The phases come to another figure than what is promised: the state amends that first (AmendPledge).',
      { field: 'phases', total, current: pledge.quantity },
    );
  }
  return [{ type: 'PhasesDeclared', data: { ...data, total } }];
};

type Phase = CountingWishes['DeclarePhases']['phases'][number];

const mustBeSound = ({ name, quantity, from, to }: Phase): void => {
  mustSay('name', name);
  if (!isStated(quantity)) throw invalid('QUANTITY_MISSING', `How much is ${name}?`, { field: 'quantity' });
  for (const [field, day] of Object.entries({ from, to })) {
    if (day !== null && !isDay(day)) throw invalid('DATE_IMPOSSIBLE', `${day} is no date.`, { field });
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
