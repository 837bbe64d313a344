/**
 * What an officer recorded for a state or a body, and the paper that it came by: accountability page, section 8. The act itself is
 * the event that it would have been from the state's own hand, in the same append.
 */
import { Type } from 'typebox';
import { RECORDED_ROLES } from '../acting-for.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, StateCode, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

const act = {
  pledgeId: Id,
  actId: Id,
  /** The command that it would have been. */
  command: Text,
  /** In which they acted. */
  role: oneOf(RECORDED_ROLES),
  /** Null for a body that is no state, which then has a name. */
  state: orNull(StateCode),
  body: orNull(Text),
  paper: Type.Object({ reference: Text, date: Day }),
};

export const ActRecorded = pledgeEvent({
  type: 'ActRecorded',
  owner: 'intake',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary:
    'An officer recorded what a state or a body did, by this paper; the events of the act are in the same append. Both services write it.',
  data: Type.Object({
    ...act,
    /** Types of the events of the act. */
    events: Type.Array(Text),
    /** Ids that these events name, besides that of the pledge. */
    about: Type.Array(Text),
  }),
});

export const ActProposed = pledgeEvent({
  type: 'ActProposed',
  owner: 'intake',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary:
    'An officer recorded an act that takes back or consents: nothing is changed until another officer approves it. Both services write it.',
  data: Type.Object({
    ...act,
    /** The body of the command. */
    data: Type.Record(Type.String(), Type.Unknown()),
    /** Why a second officer is needed. */
    ground: Text,
  }),
});

export const ActRejected = pledgeEvent({
  type: 'ActRejected',
  owner: 'intake',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'An act that an officer had recorded for a state or a body was turned down.',
  data: Type.Object({ pledgeId: Id, actId: Id, reason: Text }),
});

export const ActObjected = pledgeEvent({
  type: 'ActObjected',
  owner: 'intake',
  visibility: 'PUBLIC',
  ownStateMayRead: true,
  redact: { MEMBER_STATES: ['asked', 'blocked'] },
  summary:
    'Those for whom an act was recorded say that these events are not theirs, or not as they stand. As widely known as the events that it marks; where these are differently known, there is one for each circle of readers.',
  data: Type.Object({
    pledgeId: Id,
    actId: Id,
    /** Ids of the events that it marks; none of an act that was not approved yet, which it ends. */
    events: Type.Array(Id),
    wholeAct: Type.Boolean(),
    reason: Text,
    /** What the act should say instead. */
    asked: Type.Array(Type.Object({ field: Text, new: Type.Unknown() })),
    /** Why nothing of it was proposed to a records officer: events that could not be as they are. */
    blocked: Type.Array(
      Type.Object({
        eventId: Id,
        event: Text,
        revision: Type.Integer({ minimum: 0 }),
        code: Text,
        message: Text,
      }),
    ),
  }),
});

export const actEvents = [ActRecorded, ActProposed, ActRejected, ActObjected] as const;
