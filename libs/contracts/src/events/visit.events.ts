/** Events of one visit, an AAV or a verification for RDL, which may cover many units. The names are the storage format. */
import { Type } from 'typebox';
import { VISIT_MODES, VISIT_OUTCOMES, VISIT_PURPOSES } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, StateCode, Text } from './field.ts';

const visitEvent = eventsOf('visit');

const outcomes = Type.Array(
  Type.Object({ pledgeId: Id, outcome: oneOf(VISIT_OUTCOMES), recommendations: Type.Array(Text) }),
  { minItems: 1 },
);

/** Also schedules a verification visit for RDL: `purpose` distinguishes them. */
export const AavScheduled = visitEvent({
  type: 'AavScheduled',
  owner: 'verification',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'A visit to units of one state was agreed.',
  data: Type.Object({
    visitId: Id,
    purpose: oneOf(VISIT_PURPOSES),
    memberState: StateCode,
    from: Day,
    to: Day,
    mode: oneOf(VISIT_MODES),
    units: Type.Array(Id, { minItems: 1 }),
    team: Type.Array(Text),
  }),
});

export const AavConducted = visitEvent({
  type: 'AavConducted',
  owner: 'verification',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'The visit took place.',
  data: Type.Object({ visitId: Id, from: Day, to: Day, checklists: Type.Array(Text) }),
});

export const AavOutcomeRecorded = visitEvent({
  type: 'AavOutcomeRecorded',
  owner: 'verification',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'What the assessment and advisory visit found, unit by unit.',
  data: Type.Object({ visitId: Id, conductedOn: Day, outcomes, reportReference: Text }),
});

export const RdlVerificationRecorded = visitEvent({
  type: 'RdlVerificationRecorded',
  owner: 'verification',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'What the verification visit for the Rapid Deployment Level found, unit by unit.',
  data: Type.Object({ visitId: Id, conductedOn: Day, outcomes, agreementReference: orNull(Text) }),
});

export const visitEvents = [AavScheduled, AavConducted, AavOutcomeRecorded, RdlVerificationRecorded] as const;
