/**
 * What a state makes its promise depend on ("if Congress agrees"). A condition that failed does not end the pledge: the
 * state withdraws or amends it in its own words. Lifecycle page, section 5; histories 3 and 9.
 */
import type { Decision, Precondition } from '../circumstances.ts';
import { conflict, invalid, missing, mustSay } from '../refusal.ts';
import { openConditions } from './conditions.state.ts';

/** A date is wanted only where a source gives one. @throws {Rejected} TEXT_MISSING, CONDITION_ID_REUSED */
export const declareCondition: Decision<'DeclareCondition'> = ({ data }, { conditions }) => {
  mustSay('text', data.text);
  if (conditions.some(({ conditionId }) => conditionId === data.conditionId)) {
    throw conflict('CONDITION_ID_REUSED', 'Another condition has this id.', { field: 'conditionId' });
  }
  return [{ type: 'ConditionDeclared', data }];
};

/** One condition has one outcome: an error in it is corrected, not overwritten. */
export const unsettled: Precondition<'MeetCondition' | 'FailCondition'> = (
  pledge,
  _circumstances,
  command,
) => {
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

export const meetCondition: Decision<'MeetCondition'> = ({ data }, pledge, { on }) => {
  mustShow(data, pledge.conditions, on);
  return [{ type: 'ConditionMet', data: { ...data, settledOn: on } }];
};

export const failCondition: Decision<'FailCondition'> = ({ data }, pledge, { on }) => {
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
