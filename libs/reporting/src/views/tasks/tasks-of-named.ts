/** Who is only named as a partner by another is asked. Accountability page, section 6. */
import { dayOf, OPEN_STATUSES } from '@pledgeline/contracts';
import { statesOnlyNamed } from '@pledgeline/pledge';
import { commandLink, pledgeCommandLinks } from './command-links.ts';
import { memberStateName } from '../register/pledge-labels.ts';
import type { RegisterRow } from '../register/register-row.ts';
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
      const names = `${memberStateName(pledge.memberState)} names ${memberStateName(state)} as a partner, which has not said so`;
      const todo = `${names}: ask for the part, or tell the desk that there is none.`;
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
