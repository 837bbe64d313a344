/** Events about what a state asks of the Secretariat for its pledge: a study, a survey, a visit. Never PUBLIC. */
import { Type } from 'typebox';
import { SUPPORT_KINDS } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

const internal = { owner: 'intake', visibility: 'INTERNAL', ownStateMayRead: true } as const;

export const SupportRequested = pledgeEvent({
  ...internal,
  type: 'SupportRequested',
  summary: 'The state asked the Secretariat for a study, a survey, a visit or a briefing.',
  data: Type.Object({
    pledgeId: Id,
    requestId: Id,
    kind: oneOf(SUPPORT_KINDS),
    text: Text,
    /** Null where the state names no day. */
    neededBy: orNull(Day),
  }),
});

export const SupportRequestAnswered = pledgeEvent({
  ...internal,
  type: 'SupportRequestAnswered',
  summary: 'The Secretariat did what the state had asked for, or says what it will do.',
  data: Type.Object({ pledgeId: Id, requestId: Id, answer: Text, reference: orNull(Text) }),
});

export const SupportRequestDeclined = pledgeEvent({
  ...internal,
  type: 'SupportRequestDeclined',
  summary: 'The Secretariat does not do what the state had asked for, and says why.',
  data: Type.Object({ pledgeId: Id, requestId: Id, reason: Text }),
});

export const supportEvents = [SupportRequested, SupportRequestAnswered, SupportRequestDeclined] as const;
