/** Events of one gap: what a mission needs, and what is held for it. The names are the storage format. */
import { Type } from 'typebox';
import { PRIORITIES } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Count, Day, Id, oneOf, orNull, Text } from './field.ts';

const gapEvent = eventsOf('gap');

/** What is sought, apart from how many, by when and how urgently. */
const sought = {
  mission: Text,
  capabilityCode: Text,
  /** Other codes that fill the gap as well. */
  substitutes: Type.Array(Text),
  /** What is counted: units, or persons where a unit may be offered in parts. */
  unit: Text,
  /** The place in a set of requirements that it comes from; null where none was named. */
  requirement: orNull(Type.Object({ set: Text, slot: Text })),
};

const needed = { number: Count, neededBy: orNull(Day), priority: oneOf(PRIORITIES) };

/** Whether it is kept from the public; what versions 1 say was for states, until the gap was revised. */
const narrowed = { narrowed: Type.Boolean() };

export const GapPublished = gapEvent({
  type: 'GapPublished',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  visibilityOf: { 1: 'MEMBER_STATES' },
  summary: 'A mission needs a number of units of one kind by a date.',
  data: Type.Object({ gapId: Id, ...sought, ...needed, ...narrowed }),
  upcasters: { 1: (data) => ({ ...(data as object), requirement: null, narrowed: false }) },
});

export const GapRevised = gapEvent({
  type: 'GapRevised',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  visibilityOf: { 1: 'MEMBER_STATES' },
  redact: { PUBLIC: ['reason'] },
  summary: 'The need changed, or is made known to the public; never below what is reserved.',
  data: Type.Object({
    gapId: Id,
    ...needed,
    /** For readers who could not read the publication; null in what was version 1. */
    sought: orNull(Type.Object(sought)),
    ...narrowed,
    /** Null for the public. */
    reason: orNull(Text),
  }),
  upcasters: { 1: (data) => ({ ...(data as object), sought: null, narrowed: false }) },
});

export const GapClosed = gapEvent({
  type: 'GapClosed',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  visibilityOf: { 1: 'MEMBER_STATES' },
  redact: { PUBLIC: ['reason'] },
  summary: 'Nothing more is sought for this gap.',
  data: Type.Object({
    gapId: Id,
    /** Null for the public. */
    reason: orNull(Text),
  }),
  upcasters: { 1: (data) => data },
});

export const GapReserved = gapEvent({
  type: 'GapReserved',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'INTERNAL',
  summary: 'Part of the gap is held for a pledge while the match is made.',
  data: Type.Object({
    gapId: Id,
    reservationId: Id,
    pledgeId: Id,
    mission: Text,
    quantity: Count,
    /** What the gap counts; null before version 2. */
    unit: orNull(Text),
    /** How many persons a unit of the pledge is, where the pledge and the taxonomy leave it open. */
    personsPerUnit: orNull(Count),
    /** Codes that fill the gap, its own first: what the pledge is checked against. */
    acceptedCodes: Type.Array(Text, { minItems: 1 }),
    requestedBy: Text,
  }),
  upcasters: { 1: (data) => ({ ...(data as object), unit: null, personsPerUnit: null }) },
});

export const GapReleased = gapEvent({
  type: 'GapReleased',
  owner: 'verification',
  visibility: 'INTERNAL',
  summary: 'What was held for a pledge is free again.',
  data: Type.Object({ gapId: Id, reservationId: Id, pledgeId: Id, reason: Text }),
});

export const gapEvents = [GapPublished, GapRevised, GapClosed, GapReserved, GapReleased] as const;
