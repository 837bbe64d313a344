/** Events of the implementation track: a plan, its milestones and their evidence. The names are the storage format. */
import { Type } from 'typebox';
import { EVIDENCE_KINDS } from '../vocabulary.data.ts';
import { eventsOf } from './event-contract.ts';
import { Day, Id, oneOf, orNull, Sha256, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

/** What a milestone says, apart from whether it was met. */
const terms = {
  text: Text,
  dueOn: Day,
  /** How one would know, where a number or a state of things was named. */
  measure: orNull(Text),
};

export const ImplementationPlanned = pledgeEvent({
  type: 'ImplementationPlanned',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'What will be done by when was agreed, as milestones in the order of their due dates.',
  data: Type.Object({
    pledgeId: Id,
    milestones: Type.Array(
      Type.Object({
        milestoneId: Id,
        ...terms,
        /** Key of the template of the category that it follows. */
        template: orNull(Text),
      }),
      { minItems: 1 },
    ),
    implementingBody: orNull(Text),
  }),
});

export const MilestoneRevised = pledgeEvent({
  type: 'MilestoneRevised',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'A milestone that was not met yet was changed.',
  data: Type.Object({
    pledgeId: Id,
    milestoneId: Id,
    before: Type.Object(terms),
    after: Type.Object(terms),
    reason: Text,
  }),
});

export const ImplementationStarted = pledgeEvent({
  type: 'ImplementationStarted',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary: 'The plan is being carried out.',
  data: Type.Object({ pledgeId: Id, startedOn: Day }),
});

export const MilestoneMet = pledgeEvent({
  type: 'MilestoneMet',
  owner: 'verification',
  visibility: 'PUBLIC',
  summary:
    'A milestone was met, by the evidence named; whether an evaluator verified that is said elsewhere.',
  data: Type.Object({
    pledgeId: Id,
    milestoneId: Id,
    metOn: Day,
    evidence: Type.Array(Id, { minItems: 1 }),
  }),
});

export const EvidenceSubmitted = pledgeEvent({
  type: 'EvidenceSubmitted',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'Evidence of progress was handed in: a document by its hash, or an address.',
  data: Type.Object({
    pledgeId: Id,
    evidenceId: Id,
    kind: oneOf(EVIDENCE_KINDS),
    /** At least one of the two is stated. */
    sha256: orNull(Sha256),
    url: orNull(Text),
    submittedOn: Day,
  }),
});

export const EvidenceVerified = pledgeEvent({
  type: 'EvidenceVerified',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'An evaluator who had not submitted the evidence accepted it.',
  data: Type.Object({ pledgeId: Id, evidenceId: Id, note: orNull(Text) }),
});

export const EvidenceRejected = pledgeEvent({
  type: 'EvidenceRejected',
  owner: 'verification',
  visibility: 'MEMBER_STATES',
  summary: 'An evaluator did not accept the evidence; milestones that rested on it alone are open again.',
  data: Type.Object({ pledgeId: Id, evidenceId: Id, reason: Text, reopenedMilestones: Type.Array(Id) }),
});

export const implementationEvents = [
  ImplementationPlanned,
  MilestoneRevised,
  ImplementationStarted,
  MilestoneMet,
  EvidenceSubmitted,
  EvidenceVerified,
  EvidenceRejected,
] as const;
