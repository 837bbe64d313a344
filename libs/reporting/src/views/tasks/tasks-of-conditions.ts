/** What a pledge waits for because it depends on conditions: lifecycle page, section 5; issue 15, point 4. */
import { openConditions } from '@pledgeline/pledge';
import { commandLink } from './command-links.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { say, inTheirWords } from './sentence.ts';
import { task, type Task } from './task.ts';
import type { TaskRules } from './task-rules.ts';

const tasksOfConditions = (row: RegisterRow): readonly Task[] => [
  ...openConditions(row.pledge).map(({ conditionId, text, declaredOn }) =>
    task(
      row,
      'CONDITION_OPEN',
      ['MeetCondition', 'FailCondition'],
      say('JUDGE_CONDITION', { condition: text }),
      {
        since: declaredOn ?? row.statusSince,
        about: conditionId,
        next: (['MeetCondition', 'FailCondition'] as const).map((command) =>
          commandLink(command, { pledgeId: row.pledge.pledgeId, conditionId }),
        ),
      },
    ),
  ),
  ...failed(row),
];

export const rulesOfConditions: TaskRules = { tasks: tasksOfConditions, ofItems: true };

/** The state withdraws or amends it in its own words, and the desk may ask; an amendment since is the answer. */
const failed = (row: RegisterRow): Task[] => {
  const amended = (row.pledge.amendment?.history ?? []).map(({ amendedOn }) => amendedOn);
  return row.pledge.conditions
    .filter(({ outcome }) => outcome === 'FAILED')
    .filter(({ settledOn }) => !amended.some((day) => day === null || settledOn === null || day >= settledOn))
    .map(({ conditionId, text, settledOn }) =>
      task(
        row,
        'CONDITION_FAILED',
        ['AmendPledge', 'WithdrawPledge', 'RequestClarification'],
        [say('AMEND_CONDITION'), ...inTheirWords(text)],
        { waitsFor: ['MS', 'DESK'], since: settledOn ?? row.statusSince, about: conditionId },
      ),
    );
};
