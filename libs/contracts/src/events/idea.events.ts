/** Events of one idea: what a state might promise, before it does. It is no pledge and enters no count. */
import { Type } from 'typebox';
import { TAGS } from '../reference/tag.ts';
import { IDEA_KINDS } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, StateCode, Text } from './field.ts';

const ideaEvent = eventsOf('idea');

export const PledgeIdeaRaised = ideaEvent({
  type: 'PledgeIdeaRaised',
  owner: 'intake',
  schemaVersion: 2,
  visibility: 'MEMBER_STATES',
  summary:
    'Something was proposed that a state could promise; an offer that is only expected of a state is told to the Secretariat alone.',
  data: Type.Object({
    ideaId: Id,
    kind: oneOf(IDEA_KINDS),
    /** Whose promise it would be; null while that is open. */
    memberState: orNull(StateCode),
    /** Where it was raised, often a preparatory conference. */
    conference: orNull(Text),
    themes: Type.Array(oneOf(TAGS)),
    text: Text,
    source: Text,
  }),
  // Version 1 knew no measures of the action plan.
  upcasters: { 1: (data) => data },
});

export const ContactLogged = ideaEvent({
  type: 'ContactLogged',
  owner: 'intake',
  visibility: 'INTERNAL',
  schemaVersion: 2,
  summary: 'An office was spoken to about the idea.',
  data: Type.Object({
    ideaId: Id,
    contactOn: Day,
    /** An office, never the name of a person; null of a talk under the Chatham House Rule. */
    with: orNull(Text),
    note: Text,
    /** Under that rule: the event keeps neither whom it was with nor who noted it. */
    chathamHouse: Type.Boolean(),
  }),
  upcasters: { 1: (data) => ({ ...(data as object), chathamHouse: false }) },
});

export const PledgeIdeaTakenUp = ideaEvent({
  type: 'PledgeIdeaTakenUp',
  owner: 'intake',
  visibility: 'MEMBER_STATES',
  summary: 'A pledge came of the idea.',
  data: Type.Object({ ideaId: Id, pledgeId: Id }),
});

export const PledgeIdeaDropped = ideaEvent({
  type: 'PledgeIdeaDropped',
  owner: 'intake',
  visibility: 'MEMBER_STATES',
  summary: 'Nothing will come of the idea.',
  data: Type.Object({ ideaId: Id, reason: Text }),
});

export const ideaEvents = [PledgeIdeaRaised, ContactLogged, PledgeIdeaTakenUp, PledgeIdeaDropped] as const;
