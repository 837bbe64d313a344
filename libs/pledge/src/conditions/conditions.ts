/**
 * A promise may depend on conditions ("if Congress agrees"). A condition that failed does not end the pledge: the
 * state withdraws or amends it in its own words. Lifecycle page, section 5; histories 3 and 9.
 */
import { OPEN_STATUSES } from '@pledgeline/contracts';
import { COMMON, OPEN, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { conflict, invalid, missing, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { openConditions, type Condition } from './conditions.state.ts';

const evolve = {
  ConditionDeclared: (pledge, { conditionId, text }, { metadata: { occurredOn: declaredOn } }) => ({
    ...pledge,
    conditions: [
      ...pledge.conditions,
      { conditionId, text, declaredOn, outcome: null, settledOn: null, evidence: null },
    ],
  }),
  ConditionMet: (pledge, data) => settled(pledge, 'MET', data),
  ConditionFailed: (pledge, data) => settled(pledge, 'FAILED', data),
} satisfies Partial<Folds>;

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

/** A date is wanted only where a source gives one. @throws {Rejected} TEXT_MISSING, CONDITION_ID_REUSED */
const declareCondition: Decision<'DeclareCondition'> = ({ data }, { conditions }) => {
  mustSay('text', data.text);
  if (conditions.some(({ conditionId }) => conditionId === data.conditionId)) {
    throw conflict('CONDITION_ID_REUSED', 'Another condition has this id.', { field: 'conditionId' });
  }
  return [{ type: 'ConditionDeclared', data }];
};

const meetCondition: Decision<'MeetCondition'> = ({ data }, pledge, { on }) => {
  mustShow(data, pledge.conditions, on);
  return [{ type: 'ConditionMet', data: { ...data, settledOn: on } }];
};

const failCondition: Decision<'FailCondition'> = ({ data }, pledge, { on }) => {
  mustShow(data, pledge.conditions, on);
  return [{ type: 'ConditionFailed', data: { ...data, settledOn: on } }];
};

type Settled = { readonly conditionId: string; readonly evidence: string };

type Known = readonly { readonly conditionId: string; readonly declaredOn: string | null }[];

/** @throws {Rejected} TEXT_MISSING, BEFORE_CONDITION */
const mustShow = ({ conditionId, evidence }: Settled, conditions: Known, on: string): void => {
  mustSay('evidence', evidence);
  const declaredOn = conditions.find((known) => known.conditionId === conditionId)?.declaredOn ?? null;
  if (declaredOn === null || on >= declaredOn) return;
  throw invalid('BEFORE_CONDITION', `The condition was named on ${declaredOn}.`, {
    field: 'occurredOn',
    declaredOn,
  });
};

/** One condition has one outcome: an error in it is corrected, not overwritten. */
const unsettled: Precondition<'MeetCondition' | 'FailCondition'> = (pledge, _context, command) => {
  const condition =
    command === null
      ? openConditions(pledge)[0]
      : pledge.conditions.find(({ conditionId }) => conditionId === command.data.conditionId);
  if (condition === undefined) {
    return missing('UNKNOWN_CONDITION', 'The pledge has no such condition.', { field: 'conditionId' });
  }
  const { outcome, settledOn } = condition;
  return outcome === null
    ? undefined
    : conflict('CONDITION_SETTLED', `This condition was ${outcome.toLowerCase()} on ${settledOn}.`, {
        field: 'conditionId',
        outcome,
        settledOn,
      });
};

const SETTLED = {
  ...COMMON,
  from: OPEN_STATUSES,
  roles: ['DESK'],
  needs: 'a condition that is open',
  precondition: unsettled,
} as const;

export const conditions = chapter({
  evolve,
  commands: {
    DeclareCondition: { ...OPEN, roles: ['MS'], decide: declareCondition, events: ['ConditionDeclared'] },
    MeetCondition: { ...SETTLED, decide: meetCondition, events: ['ConditionMet'] },
    FailCondition: { ...SETTLED, decide: failCondition, events: ['ConditionFailed'] },
  },
});
