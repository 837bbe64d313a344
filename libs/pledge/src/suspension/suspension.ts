/** What is delivered rests, and goes on: strictly by turns. Canada's C-130, suspended in February 2020 (section 8.1). */
import { COMMON, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { conflict, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
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
  const begun = begunOn(pledge);
  if (begun !== null && on < begun) {
    throw conflict('TOO_EARLY', `It has gone on since ${begun} only.`, {
      field: 'occurredOn',
      earliest: begun,
    });
  }
  return [{ type: 'PledgeSuspended', data: { pledgeId: data.pledgeId, reason, from: on } }];
};

/** The start, or when it last went on. */
const begunOn = ({ suspensions, deployment, implementation }: Pledge): string | null =>
  suspensions?.at(-1)?.resumedOn ?? deployment?.deployedOn ?? implementation?.startedOn ?? null;

const resume: Decision<'ResumePledge'> = ({ data }, pledge, { on }) => {
  const from = suspendedNow(pledge)?.from ?? on;
  if (on < from) {
    throw conflict('TOO_EARLY', `It rests since ${from} only.`, { field: 'occurredOn', earliest: from });
  }
  return [{ type: 'PledgeResumed', data: { pledgeId: data.pledgeId, resumedOn: on } }];
};

const notSuspended: Precondition<'SuspendPledge'> = (pledge) => {
  const open = suspendedNow(pledge);
  return open && conflict('ALREADY_SUSPENDED', `It is suspended since ${open.from}.`, { since: open.from });
};

export const suspended: Precondition<'ResumePledge'> = (pledge) =>
  suspendedNow(pledge) === undefined ? conflict('NOT_SUSPENDED', 'It is not suspended.') : undefined;

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
