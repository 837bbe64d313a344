/** A delivery is suspended and resumed, strictly by turns. Canada's C-130, suspended in February 2020 (section 8.1). */
import { COMMON, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { conflict, mustSay } from '../refusal.ts';
import { suspendedNow } from './suspension.state.ts';

const evolve = {
  PledgeSuspended: (pledge, { reason, from }) => ({
    ...pledge,
    suspensions: [...(pledge.suspensions ?? []), { reason, from, resumedOn: null }],
  }),
  PledgeResumed: (pledge, { resumedOn }) => ({
    ...pledge,
    suspensions:
      pledge.suspensions?.map((one, n, all) => (n === all.length - 1 ? { ...one, resumedOn } : one)) ?? null,
  }),
} satisfies Partial<Folds>;

const suspend: Decision<'SuspendPledge'> = ({ data }, pledge, { on }) => {
  const reason = mustSay('reason', data.reason);
  const resumedOn = pledge.suspensions?.at(-1)?.resumedOn ?? null;
  const earliest = resumedOn ?? pledge.deployment?.deployedOn ?? pledge.implementation?.startedOn ?? null;
  if (earliest !== null && on < earliest) {
    const begun = resumedOn === null ? 'started' : 'resumed';
    throw conflict('TOO_EARLY', `The pledge ${begun} on ${earliest}.`, { field: 'occurredOn', earliest });
  }
  return [{ type: 'PledgeSuspended', data: { pledgeId: data.pledgeId, reason, from: on } }];
};

const resume: Decision<'ResumePledge'> = ({ data }, pledge, { on }) => {
  const from = suspendedNow(pledge)?.from ?? on;
  if (on < from) {
    throw conflict('TOO_EARLY', `The suspension began on ${from}.`, { field: 'occurredOn', earliest: from });
  }
  return [{ type: 'PledgeResumed', data: { pledgeId: data.pledgeId, resumedOn: on } }];
};

const notSuspended: Precondition<'SuspendPledge'> = (pledge) => {
  const open = suspendedNow(pledge);
  return (
    open &&
    conflict('ALREADY_SUSPENDED', `The pledge has been suspended since ${open.from}.`, { since: open.from })
  );
};

const suspended: Precondition<'ResumePledge'> = (pledge) =>
  suspendedNow(pledge) === undefined ? conflict('NOT_SUSPENDED', 'The pledge is not suspended.') : undefined;

const UNDER_WAY = { ...COMMON, from: ['DEPLOYED', 'IN_PROGRESS'], roles: ['MS', 'MISSION', 'IMPL'] } as const;

export const suspension = chapter({
  evolve,
  commands: {
    SuspendPledge: {
      ...UNDER_WAY,
      needs: 'nothing suspended',
      precondition: notSuspended,
      decide: suspend,
      events: ['PledgeSuspended'],
    },
    ResumePledge: {
      ...UNDER_WAY,
      needs: 'a suspension',
      precondition: suspended,
      decide: resume,
      events: ['PledgeResumed'],
    },
  },
});
