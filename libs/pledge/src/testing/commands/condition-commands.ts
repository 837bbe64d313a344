/** Accepted examples: what the promise depends on, and whether it came true. */
import type { ConditionsCommands } from '../../conditions/conditions.state.ts';
import { CONDITION, PLEDGE, idOf } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

const settled = { pledgeId: PLEDGE, conditionId: CONDITION, evidence: 'Decision of parliament 12/2026' };

export const conditionCommands: ExamplesOf<keyof ConditionsCommands> = {
  DeclareCondition: {
    type: 'DeclareCondition',
    data: { pledgeId: PLEDGE, conditionId: idOf(91), text: 'If parliament agrees' },
    meta: state,
  },
  MeetCondition: { type: 'MeetCondition', data: settled, meta: by('DESK') },
  FailCondition: { type: 'FailCondition', data: settled, meta: by('DESK') },
};
