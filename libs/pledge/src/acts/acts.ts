/**
 * Acts that an officer records for a state or a body: accountability page, section 8. Who may record what is in `recorders.ts`; the
 * act itself is decided in `recorded-act.ts`, where every command can be.
 */
import { dayOf } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { ANY_STATUS, COMMON_UNDATED, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { conflict, missing, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import type { Act, ActStanding } from './acts.state.ts';
import { recordersOf } from './recorders.ts';

const evolve = {
  ActRecorded: (pledge, { pledgeId: _, ...said }, event) => {
    const proposed = findAct(pledge, said.actId);
    const officers = [...(proposed?.officers ?? []), event.metadata.actor];
    const act = { ...said, ...noted(event, 'RECORDED'), officers, ground: proposed?.ground ?? null };
    return { ...pledge, acts: [...pledge.acts.filter(({ actId }) => actId !== act.actId), act] };
  },
  ActProposed: (pledge, { pledgeId: _, data: proposed, ...said }, event) => {
    const act = { ...said, events: [], about: [], ...noted(event, 'PROPOSED'), proposed };
    return { ...pledge, acts: [...pledge.acts, act] };
  },
  ActRejected: (pledge, { actId }) => ({
    ...pledge,
    acts: pledge.acts.map((act) =>
      act.actId === actId ? { ...act, standing: 'REJECTED', proposed: null } : act,
    ),
  }),
} satisfies Partial<Folds>;

const noted = ({ metadata, recordedAt }: RecordedEvent, standing: ActStanding) => ({
  standing,
  officers: [metadata.actor],
  commandId: metadata.commandId,
  recordedOn: dayOf(recordedAt),
  proposed: null,
});

/** The act is decided anew in `recorded-act.ts`, which puts its events in the place of these. */
const approve: Decision<'ApproveAct'> = () => [];

/** The officer who recorded it may also turn it down. */
const reject: Decision<'RejectAct'> = ({ data }) => [
  { type: 'ActRejected', data: { ...data, reason: mustSay('reason', data.reason) } },
];

export const findAct = ({ acts: known }: Pledge, id: string): Act | undefined =>
  known.find(({ actId }) => actId === id);

const isOpen: Precondition<'ApproveAct' | 'RejectAct'> = (pledge, _, command) => {
  const act =
    command === null
      ? pledge.acts.find(({ standing }) => standing === 'PROPOSED')
      : findAct(pledge, command.data.actId);
  if (act === undefined) {
    return missing('UNKNOWN_ACT', 'No such act was recorded for anybody.', { field: 'actId' });
  }
  return act.standing === 'PROPOSED'
    ? undefined
    : conflict('ACT_CLOSED', `This act was ${act.standing.toLowerCase()} already.`, { field: 'actId' });
};

const BY_OFFICERS = {
  ...COMMON_UNDATED,
  from: ANY_STATUS,
  roles: ['DESK', 'SFGC', 'FGS', 'PD'],
  rolesFor: recordersOf,
  precondition: isOpen,
} as const;

export const acts = chapter({
  evolve,
  commands: {
    ApproveAct: {
      ...BY_OFFICERS,
      needs: 'an act that another officer recorded',
      decide: approve,
      events: ['ActRecorded'],
      to: 'as the act itself leaves it',
    },
    RejectAct: {
      ...BY_OFFICERS,
      needs: 'an act that waits for approval',
      decide: reject,
      events: ['ActRejected'],
    },
  },
});
