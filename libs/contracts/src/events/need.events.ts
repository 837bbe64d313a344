/** Events of one need on the light-coordination board: who needs training or help, who offers it, and what is chosen. */
import { Type } from 'typebox';
import { NEED_KINDS } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Count, Day, Id, oneOf, orNull, StateCode, Text } from './field.ts';

const needEvent = eventsOf('need');

export const NeedPublished = needEvent({
  type: 'NeedPublished',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'A state, a mission or a body of the United Nations needs training or help that others may offer.',
  data: Type.Object({
    needId: Id,
    kind: oneOf(NEED_KINDS),
    capabilityCode: orNull(Text),
    text: Text,
    /** The state whose need it is; null for a mission or a body. */
    memberState: orNull(StateCode),
    /** The mission or body whose need it is; null for a state. */
    body: orNull(Text),
    /** How many persons, courses or things; null where no number was said. */
    number: orNull(Count),
    neededBy: orNull(Day),
    /** ISO 639-1. */
    languages: Type.Array(Type.String({ pattern: '^[a-z]{2}$' })),
    conference: orNull(Text),
    /** The pledge whose performance led to it; what was found stays internal. */
    followsPledge: orNull(Id),
    source: orNull(Text),
  }),
});

export const OfferMade = needEvent({
  type: 'OfferMade',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'A state or body offers to meet the need.',
  data: Type.Object({
    needId: Id,
    offerId: Id,
    memberState: orNull(StateCode),
    body: orNull(Text),
    text: Text,
    number: orNull(Count),
    /** The pledge by which the offer was promised, where there is one. */
    pledgeId: orNull(Id),
  }),
});

export const OfferChosen = needEvent({
  type: 'OfferChosen',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'MEMBER_STATES',
  summary:
    'The offer, or a part of it, is taken up; others may be chosen beside it until the need is answered.',
  data: Type.Object({
    needId: Id,
    offerId: Id,
    /** How many of the need it answers; null where neither the choice nor the offer says a number. */
    number: orNull(Count),
    reason: orNull(Text),
  }),
  upcasters: { 1: (data) => ({ ...(data as object), number: null }) },
});

export const OfferDeclined = needEvent({
  type: 'OfferDeclined',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'The offer is not taken up.',
  data: Type.Object({ needId: Id, offerId: Id, reason: Text }),
});

export const OfferWithdrawn = needEvent({
  type: 'OfferWithdrawn',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'Whoever made the offer takes it back; what a chosen one answered is then open again.',
  data: Type.Object({ needId: Id, offerId: Id, reason: Text }),
});

export const NeedClosed = needEvent({
  type: 'NeedClosed',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'Nothing more is sought: the need is met, or has gone.',
  data: Type.Object({ needId: Id, reason: Text }),
});

export const needEvents = [
  NeedPublished,
  OfferMade,
  OfferChosen,
  OfferDeclined,
  OfferWithdrawn,
  NeedClosed,
] as const;
