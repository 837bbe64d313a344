/** Events of a capability pledge on its way up and down the levels of PCRS. The names are the storage format. */
import { Type } from 'typebox';
import {
  DOCUMENT_KINDS,
  DOWNGRADE_REASONS,
  LEVELS,
  VISIT_OUTCOMES,
  VISIT_PURPOSES,
} from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, Sha256, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

export const DocumentationReceived = pledgeEvent({
  type: 'DocumentationReceived',
  owner: 'intake',
  schemaVersion: 2,
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'A document of the pledge arrived; a newer version replaces the older of its kind.',
  data: Type.Object({
    pledgeId: Id,
    kind: oneOf(DOCUMENT_KINDS),
    version: Type.Integer({ minimum: 1 }),
    sha256: Sha256,
    receivedOn: Day,
    /** The day that the paper bears; null where nobody stated it. */
    datedOn: orNull(Day),
    reference: orNull(Text),
  }),
  // Nobody asked for the day of the paper in version 1.
  upcasters: { 1: (data) => ({ ...(data as object), datedOn: null }) },
});

export const VisitOutcomeNoted = pledgeEvent({
  type: 'VisitOutcomeNoted',
  owner: 'verification',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'What a visit found for this unit, carried over from the visit; the report stays with the visit.',
  data: Type.Object({
    pledgeId: Id,
    visitId: Id,
    purpose: oneOf(VISIT_PURPOSES),
    outcome: oneOf(VISIT_OUTCOMES),
    conductedOn: Day,
    /** Until when the outcome counts; null when the visit was not successful. */
    validUntil: orNull(Day),
    agreementReference: orNull(Text),
  }),
});

export const LevelAttained = pledgeEvent({
  type: 'LevelAttained',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'The unit reached a level of readiness.',
  data: Type.Object({
    pledgeId: Id,
    level: oneOf(LEVELS),
    attainedOn: Day,
    /** Ids of the events the level rests on. */
    basis: Type.Array(Text),
    /** Until when the visit behind the level counts. */
    basisValidUntil: Day,
    surReference: orNull(Text),
    alignmentReference: orNull(Text),
    agreementReference: orNull(Text),
    deployWithinDays: orNull(Type.Integer({ minimum: 1 })),
    confirmedBy: orNull(Text),
  }),
});

export const LevelDowngraded = pledgeEvent({
  type: 'LevelDowngraded',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'The unit lost a level of readiness.',
  data: Type.Object({
    pledgeId: Id,
    from: oneOf(LEVELS),
    level: oneOf(LEVELS),
    reason: oneOf(DOWNGRADE_REASONS),
    /** Reference of the consent of FGS or PD, required while the unit is selected or later. */
    consentReference: orNull(Text),
  }),
});

export const readinessEvents = [
  DocumentationReceived,
  VisitOutcomeNoted,
  LevelAttained,
  LevelDowngraded,
] as const;
