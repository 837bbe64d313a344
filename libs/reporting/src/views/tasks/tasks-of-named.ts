/** Who is only named as a partner by another is asked. Accountability page, section 6. */
import { dayOf, OPEN_STATUSES } from '@pledgeline/contracts';
import { statesOnlyNamed } from '@pledgeline/pledge';
import { commandLink, pledgeCommandLinks } from './command-links.ts';
import { memberStateName } from '../register/pledge-labels.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { say } from './sentence.ts';
import { task, type Task } from './task.ts';
import type { TaskRules } from './task-rules.ts';

/** One for each state that is named and has no open request or invitation; while the pledge is open. */
const tasksOfNamed = (row: RegisterRow): readonly Task[] => {
  const { pledge } = row;
  const { pledgeId, status, partnerProposals } = pledge;
  if (status === null || !OPEN_STATUSES.includes(status)) return [];
  return statesOnlyNamed(pledge)
    .filter((state) => !partnerProposals.some((open) => open.state === state))
    .map((state) => {
      const [naming, partner] = [memberStateName(pledge.memberState), memberStateName(state)];
      const todo = say('CLAIM_PART', { state: naming, partner });
      return task(row, 'NAMED_AS_PARTNER', [], todo, {
        about: state,
        since: pledge.reachedOn.ANNOUNCED ?? dayOf(row.firstRecordedAt),
        waitsFor: ['MS', 'PARTNER', 'DESK'],
        states: [state],
        next: [
          commandLink('JoinPartnership', { pledgeId }),
          ...pledgeCommandLinks(pledge.partnership === null ? 'DeclarePartnership' : 'InvitePartner', pledge),
          ...pledgeCommandLinks('RequestClarification', pledge),
        ],
      });
    });
};

export const rulesOfNamed: TaskRules = { tasks: tasksOfNamed };
