/** Events of one gap: what a mission needs, and what is held for it. The names are the storage format. */
import { Type } from 'typebox';
import { PRIORITIES } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Count, Day, Id, oneOf, orNull, Text } from './field.ts';

const gapEvent = eventsOf('gap');

export const GapPublished = gapEvent({
  type: 'GapPublished',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'A mission needs a number of units of one kind by a date.',
  data: Type.Object({
    gapId: Id,
    mission: Text,
    capabilityCode: Text,
    /** Other codes that fill the gap as well. */
    substitutes: Type.Array(Text),
    number: Count,
    /** What is counted: units, or persons where a unit may be offered in parts. */
    unit: Text,
    neededBy: orNull(Day),
    priority: oneOf(PRIORITIES),
  }),
});

export const GapRevised = gapEvent({
  type: 'GapRevised',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'The need changed; never below what is reserved.',
  data: Type.Object({
    gapId: Id,
    number: Count,
    neededBy: orNull(Day),
    priority: oneOf(PRIORITIES),
    reason: Text,
  }),
});

export const GapClosed = gapEvent({
  type: 'GapClosed',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'Nothing more is sought for this gap.',
  data: Type.Object({ gapId: Id, reason: Text }),
});

export const GapReserved = gapEvent({
  type: 'GapReserved',
  owner: 'verification',
  visibility: 'INTERNAL',
  summary: 'Part of the gap is held for a pledge while the match is made.',
  data: Type.Object({
    gapId: Id,
    reservationId: Id,
    pledgeId: Id,
    mission: Text,
    quantity: Count,
    /** Codes that fill the gap, its own first: what the pledge is checked against. */
    acceptedCodes: Type.Array(Text, { minItems: 1 }),
    requestedBy: Text,
  }),
});

export const GapReleased = gapEvent({
  type: 'GapReleased',
  owner: 'verification',
  visibility: 'INTERNAL',
  summary: 'What was held for a pledge is free again.',
  data: Type.Object({ gapId: Id, reservationId: Id, pledgeId: Id, reason: Text }),
});

export const gapEvents = [GapPublished, GapRevised, GapClosed, GapReserved, GapReleased] as const;
