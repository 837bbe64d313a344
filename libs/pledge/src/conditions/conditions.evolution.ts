/** How the pledge changes: naming and settling what it depends on. */
import type { Evolutions } from '../evolution.ts';
import type { Pledge } from '../state.ts';
import type { Condition } from './conditions.state.ts';

export const conditionEvolution = {
  ConditionDeclared: (pledge, { conditionId, text }, { metadata: { occurredOn: declaredOn } }) => ({
    ...pledge,
    conditions: [
      ...pledge.conditions,
      { conditionId, text, declaredOn, outcome: null, settledOn: null, evidence: null },
    ],
  }),
  ConditionMet: (pledge, data) => settled(pledge, 'MET', data),
  ConditionFailed: (pledge, data) => settled(pledge, 'FAILED', data),
} satisfies Partial<Evolutions>;

const settled = (
  pledge: Pledge,
  outcome: Condition['outcome'],
  { conditionId, evidence, settledOn }: { conditionId: string; evidence: string; settledOn: string },
): Pledge => ({
  ...pledge,
  conditions: pledge.conditions.map((condition) =>
    condition.conditionId === conditionId ? { ...condition, outcome, evidence, settledOn } : condition,
  ),
});
