/** Accepted examples: what the promise depends on, and whether it came true. */
import type { ConditionWishes } from '../../conditions/conditions.wishes.ts';
import { CONDITION, idOf, PLEDGE } from '../named-events.ts';
import { by, state } from '../wish.ts';
import type { WishesOf } from '../wish.ts';

const settled = { pledgeId: PLEDGE, conditionId: CONDITION, evidence: 'Decision of parliament 12/2026' };

export const conditionWishes: WishesOf<keyof ConditionWishes> = {
  DeclareCondition: {
    type: 'DeclareCondition',
    data: { pledgeId: PLEDGE, conditionId: idOf(91), text: 'If parliament agrees' },
    meta: state,
  },
  MeetCondition: { type: 'MeetCondition', data: settled, meta: by('DESK') },
  FailCondition: { type: 'FailCondition', data: settled, meta: by('DESK') },
};
