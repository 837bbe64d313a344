/** Naming and settling conditions: when, by whom, and what follows. Lifecycle page, section 5. */
import { OPEN_STATUSES } from '@pledgeline/contracts';
import { COMMON, COMMON_UNDATED } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { declareCondition, failCondition, meetCondition, unsettled } from './conditions.ts';
import type { ConditionWishes } from './conditions.wishes.ts';

const SETTLED = {
  ...COMMON,
  from: OPEN_STATUSES,
  roles: ['DESK'],
  needs: 'a condition that is open',
  to: null,
} as const;

export const conditionTransitions: Rows<keyof ConditionWishes> = {
  DeclareCondition: {
    ...COMMON_UNDATED,
    from: OPEN_STATUSES,
    roles: ['MS'],
    decide: declareCondition,
    events: ['ConditionDeclared'],
    to: null,
  },
  MeetCondition: { ...SETTLED, precondition: unsettled, decide: meetCondition, events: ['ConditionMet'] },
  FailCondition: { ...SETTLED, precondition: unsettled, decide: failCondition, events: ['ConditionFailed'] },
};
