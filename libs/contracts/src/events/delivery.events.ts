/** Events of what was given: money, courses, people, equipment, acts, and what was measured. The names are the storage format. */
import { Type } from 'typebox';
import { CONTRIBUTOR_PARTS, COURSE_RESULTS, FUNDING_KINDS, POLITICAL_ACTS } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Count, Day, Id, oneOf, orNull, Text } from './field.ts';
import { notOnRecord, onRecordWithException } from './mission-on-record.ts';

const pledgeEvent = eventsOf('pledge');

/** Of a larger number; none is 0, not stated is null. */
const PartOf = Type.Integer({ minimum: 0 });

const money = {
  pledgeId: Id,
  amount: Type.Number({ exclusiveMinimum: 0 }),
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
  /** Where it goes: a fund, a programme, a budget. */
  fund: orNull(Text),
  /** Who gives it, where that is another than the state of the pledge: a state, a fund, a budget. */
  funder: orNull(Text),
  /** Voluntary and assessed money are never summed. */
  funding: orNull(oneOf(FUNDING_KINDS)),
  trancheYear: orNull(Type.Integer({ minimum: 1945, maximum: 2200 })),
  agreementReference: orNull(Text),
  note: orNull(Text),
};

export const FundsPledged = pledgeEvent({
  type: 'FundsPledged',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'An amount was promised; it counts as no support given.',
  data: Type.Object({ ...money, pledgedOn: Day }),
});

export const FundsCommitted = pledgeEvent({
  type: 'FundsCommitted',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'An amount was bound by an agreement.',
  data: Type.Object({ ...money, committedOn: Day }),
});

export const FundsReceived = pledgeEvent({
  type: 'FundsReceived',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'An amount arrived where it was promised to.',
  data: Type.Object({ ...money, receivedOn: Day }),
});

export const CourseDelivered = pledgeEvent({
  type: 'CourseDelivered',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'One course was held; it counts once, however many contributed to it.',
  data: Type.Object({
    pledgeId: Id,
    courseId: Id,
    /** What was taught, by the taxonomy. */
    capabilityCode: orNull(Text),
    trained: Count,
    women: orNull(PartOf),
    /** Mission leaders among those trained. */
    leaders: orNull(PartOf),
    place: Text,
    /** Training centre. */
    centre: orNull(Text),
    languages: Type.Array(Text),
    contributors: Type.Array(
      Type.Object({
        /** ISO 3166 alpha-3 of a state, or the name of a body. */
        party: Text,
        part: oneOf(CONTRIBUTOR_PARTS),
      }),
    ),
    from: Day,
    to: Day,
  }),
});

export const CourseEvaluated = pledgeEvent({
  type: 'CourseEvaluated',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  ownStateMayRead: true,
  summary: 'A course was judged by what those whom it trained can do since; it may be judged again later.',
  data: Type.Object({
    pledgeId: Id,
    courseId: Id,
    evaluationId: Id,
    result: oneOf(COURSE_RESULTS),
    text: Text,
    reportReference: orNull(Text),
    evaluatedOn: Day,
  }),
});

export const ExpertSeconded = pledgeEvent({
  type: 'ExpertSeconded',
  owner: 'verification',
  schemaVersion: 2,
  visibility: 'PUBLIC',
  redact: { MEMBER_STATES: ['approver'] },
  summary: 'One or more persons were given to as many posts of one title for a time; no names are kept.',
  data: Type.Object({
    pledgeId: Id,
    secondmentId: Id,
    persons: Count,
    post: Text,
    mission: orNull(Text),
    hostInstitution: orNull(Text),
    from: Day,
    to: Day,
    /** They are more than the posts that were promised. */
    beyondPledge: Type.Boolean(),
    ...onRecordWithException,
  }),
  upcasters: { 1: (data) => ({ ...(notOnRecord(data) as object), beyondPledge: false }) },
});

export const SecondmentEnded = pledgeEvent({
  type: 'SecondmentEnded',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'The persons left the post.',
  data: Type.Object({ pledgeId: Id, secondmentId: Id, endedOn: Day }),
});

export const EquipmentDelivered = pledgeEvent({
  type: 'EquipmentDelivered',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'Equipment was handed over; whether it is in use is said apart, or not known.',
  data: Type.Object({
    pledgeId: Id,
    item: Text,
    number: Count,
    receiver: Text,
    inUse: orNull(Type.Boolean()),
    note: orNull(Text),
    deliveredOn: Day,
  }),
});

export const PoliticalActRecorded = pledgeEvent({
  type: 'PoliticalActRecorded',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'A law, an endorsement or the like was passed, signed or held.',
  data: Type.Object({
    pledgeId: Id,
    act: oneOf(POLITICAL_ACTS),
    /** What it is about, such as the Kigali Principles. */
    what: Text,
    /** At least one of the two is stated. */
    link: orNull(Text),
    document: orNull(Text),
    doneOn: Day,
  }),
});

export const TargetMeasured = pledgeEvent({
  type: 'TargetMeasured',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'A known indicator was measured: a value, or a range where no exact value is known.',
  data: Type.Object({
    pledgeId: Id,
    indicator: Text,
    /** The same as `high` where the value is exact. */
    low: Type.Number(),
    high: Type.Number(),
    unit: Text,
    /** What was aimed at, so that the gap shows. */
    target: orNull(Type.Number()),
    measuredOn: Day,
  }),
});

export const deliveryEvents = [
  FundsPledged,
  FundsCommitted,
  FundsReceived,
  CourseDelivered,
  CourseEvaluated,
  ExpertSeconded,
  SecondmentEnded,
  EquipmentDelivered,
  PoliticalActRecorded,
  TargetMeasured,
] as const;
