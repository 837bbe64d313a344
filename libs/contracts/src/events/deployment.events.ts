/** Events from the memorandum of understanding to the end of a deployment. The names are the storage format. */
import { Type } from 'typebox';
import { DIMENSIONS } from '../reference/dimension.ts';
import { DEPLOYMENT_EXCEPTIONS, PDV_RESULTS, REPATRIATION_REASONS } from '../vocabulary.data.ts';
import { eventsOf, type Upcaster } from './event-contract.ts';
import { Count, Day, Id, oneOf, orNull, StateCode, Text } from './field.ts';
import { notOnRecord, onRecord, onRecordWithException } from './mission-on-record.ts';

const pledgeEvent = eventsOf('pledge');

export const MouSigned = pledgeEvent({
  type: 'MouSigned',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'MEMBER_STATES',
  redact: { MEMBER_STATES: ['approver'] },
  summary: 'The memorandum of understanding for the selected unit was signed.',
  data: Type.Object({
    pledgeId: Id,
    mouReference: Text,
    strength: Count,
    equipmentAnnexVersion: Text,
    caveatsAnnex: orNull(Text),
    signedOn: Day,
    from: Day,
    to: Day,
    /** Why it was signed for a time before the selection; null when it was not. */
    retroactiveReason: orNull(Text),
    ...onRecordWithException,
  }),
  upcasters: { 1: notOnRecord },
});

export const MouAmended = pledgeEvent({
  type: 'MouAmended',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'The memorandum of understanding was changed; unchanged terms are null.',
  data: Type.Object({
    pledgeId: Id,
    mouReference: Text,
    amendmentReference: Text,
    strength: orNull(Count),
    equipmentAnnexVersion: orNull(Text),
    from: orNull(Day),
    to: orNull(Day),
  }),
});

export const PdvConducted = pledgeEvent({
  type: 'PdvConducted',
  owner: 'verification',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'The pre-deployment visit took place; only a passed one makes the unit ready.',
  data: Type.Object({
    pledgeId: Id,
    from: Day,
    to: Day,
    result: oneOf(PDV_RESULTS),
    findings: orNull(Text),
    dosReference: Text,
  }),
});

export const UnitDeployed = pledgeEvent({
  type: 'UnitDeployed',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  redact: { MEMBER_STATES: ['approver'] },
  summary: 'The unit arrived in the mission.',
  data: Type.Object({
    pledgeId: Id,
    mission: Text,
    deployedOn: Day,
    place: Text,
    strength: Count,
    equipmentArrivalShare: orNull(Type.Number({ minimum: 0, maximum: 100 })),
    exception: orNull(oneOf(DEPLOYMENT_EXCEPTIONS)),
    approver: orNull(Text),
    ...onRecord,
  }),
  upcasters: { 1: (data) => ({ ...(data as object), onRecord: null }) },
});

export const UnitRotated = pledgeEvent({
  type: 'UnitRotated',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  summary: 'Personnel were replaced; the unit stays deployed.',
  data: Type.Object({
    pledgeId: Id,
    rotatedOn: Day,
    strengthIn: Count,
    strengthOut: Count,
    nextState: orNull(StateCode),
    /** Why another state came than the list of turns says. */
    outOfTurnReason: orNull(Text),
  }),
  upcasters: { 1: (data) => ({ ...(data as object), outOfTurnReason: null }) },
});

export const UnitRepatriated = pledgeEvent({
  type: 'UnitRepatriated',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'The unit went home.',
  data: Type.Object({
    pledgeId: Id,
    repatriatedOn: Day,
    reason: oneOf(REPATRIATION_REASONS),
    endedMatches: Type.Array(Type.Object({ gapId: Id, reservationId: Id })),
  }),
});

const fulfilment = Type.Object({
  pledgeId: Id,
  /** Per cent of what was pledged that was delivered; in version 1 as it was stated, since then computed. Null where it is judged. */
  shareDelivered: orNull(Type.Number({ minimum: 0, maximum: 100 })),
  /** By people: what was promised cannot be counted, or was closed before shares were computed. */
  judged: Type.Boolean(),
  reason: orNull(Text),
  /** By which it was computed: one for each dimension of the promise. */
  delivered: Type.Array(
    Type.Object({
      dimension: oneOf(DIMENSIONS),
      /** ISO 4217, of money. */
      currency: orNull(Text),
      promised: Type.Number({ exclusiveMinimum: 0 }),
      delivered: Type.Number({ minimum: 0 }),
    }),
  ),
  evidence: Type.Array(Text),
});

/** In version 1 somebody stated the share. */
const closedByStatement: Upcaster = (data) => ({
  ...(data as object),
  judged: true,
  reason: null,
  delivered: [],
});

export const PledgeFulfilled = pledgeEvent({
  type: 'PledgeFulfilled',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  summary: 'The promise was kept.',
  data: fulfilment,
  upcasters: { 1: closedByStatement },
});

export const PledgePartiallyFulfilled = pledgeEvent({
  type: 'PledgePartiallyFulfilled',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  summary: 'The promise was kept in part.',
  data: fulfilment,
  upcasters: { 1: closedByStatement },
});

export const deploymentEvents = [
  MouSigned,
  MouAmended,
  PdvConducted,
  UnitDeployed,
  UnitRotated,
  UnitRepatriated,
  PledgeFulfilled,
  PledgePartiallyFulfilled,
] as const;
