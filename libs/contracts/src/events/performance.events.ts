/** Events about how a unit did in the field. Never wider than the state whose unit it is. The names are the storage format. */
import { Type } from 'typebox';
import { PERFORMANCE_TOOLS } from '../reference/performance-tool.ts';
import { PERFORMANCE_RESULTS } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, StateCode, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

export const PerformanceAssessed = pledgeEvent({
  type: 'PerformanceAssessed',
  owner: 'verification',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'A tool of the performance framework was applied to the unit; each finding has an id of its own.',
  data: Type.Object({
    pledgeId: Id,
    assessmentId: Id,
    assessedOn: Day,
    tool: oneOf(PERFORMANCE_TOOLS),
    reportReference: Text,
    result: oneOf(PERFORMANCE_RESULTS),
    findings: Type.Array(Type.Object({ findingId: Id, text: Text })),
    /** What the state does about it until when; null where nothing was asked. */
    improvementPlan: orNull(Type.Object({ text: Text, dueOn: Day })),
  }),
});

export const FindingFollowedUp = pledgeEvent({
  type: 'FindingFollowedUp',
  owner: 'verification',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary:
    'A finding led to a training need, to another pledge, or to one after the other; what it did not is null.',
  data: Type.Object({ pledgeId: Id, findingId: Id, needId: orNull(Id), ledToPledgeId: orNull(Id) }),
});

export const ImprovementPlanClosed = pledgeEvent({
  type: 'ImprovementPlanClosed',
  owner: 'verification',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'The improvement plan of an assessment was carried out, as the evidence shows.',
  data: Type.Object({ pledgeId: Id, assessmentId: Id, closedOn: Day, evidence: Text }),
});

const trainers = {
  pledgeId: Id,
  /** Whose trainers they are: states, and bodies that are none. At least one is named. */
  states: Type.Array(StateCode),
  bodies: Type.Array(Text),
};

export const FindingsShared = pledgeEvent({
  type: 'FindingsShared',
  owner: 'verification',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary:
    'The state lets these trainers read the findings about its unit, also those to come, until it withdraws that.',
  data: Type.Object(trainers),
});

export const FindingsConsentWithdrawn = pledgeEvent({
  type: 'FindingsConsentWithdrawn',
  owner: 'verification',
  visibility: 'INTERNAL',
  ownStateMayRead: true,
  summary: 'These trainers no longer read any finding about the unit, nor what they could read before.',
  data: Type.Object(trainers),
});

export const performanceEvents = [
  PerformanceAssessed,
  FindingFollowedUp,
  ImprovementPlanClosed,
  FindingsShared,
  FindingsConsentWithdrawn,
] as const;
