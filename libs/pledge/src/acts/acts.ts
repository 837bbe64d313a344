/**
 * Acts that an officer records for a state or a body: accountability page, section 8. Who may record what is in `recorders.ts`; the
 * act itself is decided in `recorded-act.ts`, where every command can be.
 */
import { dayOf } from '@pledgeline/contracts';
import { recordedTimeOf, type AppendedEvent } from '@pledgeline/event-sourcing';
import { ANY_STATUS, COMMON_UNDATED, chapter, type Folds, type Transition } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { conflict, missing, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { isOpenToObjection, stateOfAct, type Act, type ActStanding } from './acts.state.ts';
import { objectToAct } from './objection.ts';
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
  ActObjected: (pledge, { pledgeId: _, ...said }, event) => ({
    ...pledge,
    acts: pledge.acts.map((act) =>
      act.actId === said.actId ? { ...act, standing: 'OBJECTED', proposed: null } : act,
    ),
    objections: [
      ...pledge.objections,
      { ...said, objectedOn: dayOf(recordedTimeOf(event)), visibility: event.metadata.visibility },
    ],
  }),
} satisfies Partial<Folds>;

const noted = (event: AppendedEvent, standing: ActStanding) => ({
  standing,
  officers: [event.metadata.actor],
  commandId: event.metadata.commandId,
  recordedOn: dayOf(recordedTimeOf(event)),
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
  if (act === undefined) return unknownAct();
  return act.standing === 'PROPOSED' ? undefined : closed(act);
};

const unknownAct = () => missing('UNKNOWN_ACT', 'No such act was recorded for anybody.', { field: 'actId' });

const closed = ({ standing }: Act) =>
  conflict('ACT_CLOSED', `This act was ${CLOSED[standing]} already.`, { field: 'actId' });

const CLOSED = {
  PROPOSED: 'proposed',
  RECORDED: 'recorded',
  REJECTED: 'turned down',
  OBJECTED: 'objected to',
} as const;

const mayObject: Precondition<'ObjectToAct'> = (pledge, _, command) => {
  const act = command === null ? pledge.acts.find(isOpenToObjection) : findAct(pledge, command.data.actId);
  if (act === undefined) return unknownAct();
  return isOpenToObjection(act) ? undefined : closed(act);
};

/** Asked without a command, the states of all acts that are open. */
const whoseActs: Transition<'ObjectToAct'>['stateOf'] = (pledge, command) => {
  const { acts: known, memberState } = pledge;
  if (command === null) return known.filter(isOpenToObjection).map((act) => stateOfAct(act, memberState));
  const act = findAct(pledge, command.data.actId);
  return act === undefined ? memberState : stateOfAct(act, memberState);
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
    ObjectToAct: {
      ...COMMON_UNDATED,
      from: ANY_STATUS,
      roles: ['MS'],
      stateOf: whoseActs,
      needs: 'an act that an officer recorded for the state',
      precondition: mayObject,
      decide: objectToAct,
      events: ['ActObjected', 'CorrectionProposed', 'AnnulmentProposed'],
    },
    RejectAct: {
      ...BY_OFFICERS,
      needs: 'an act that waits for approval',
      decide: reject,
      events: ['ActRejected'],
    },
  },
});
