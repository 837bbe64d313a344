/** The plan for a pledge of the implementation track, and the evidence that it was carried out. */
import type { DataOf, EvidenceKind } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';
import { statePart } from '../state-part.ts';

export interface ImplementationState {
  /** From the plan on, on the implementation track. */
  readonly implementation: Implementation | null;
}

export interface Implementation {
  readonly implementingBody: string | null;
  readonly startedOn: string | null;
  /** In the order of their due dates. */
  readonly milestones: readonly Milestone[];
  /** In the order in which it came. */
  readonly evidence: readonly Evidence[];
}

export type PlannedMilestone = DataOf<'ImplementationPlanned'>['milestones'][number];

export interface Milestone extends PlannedMilestone {
  readonly metOn: string | null;
  /** Ids of the evidence it was met by; empty while it is open. */
  readonly evidence: readonly string[];
}

export interface Evidence {
  readonly evidenceId: string;
  readonly kind: EvidenceKind;
  readonly sha256: string | null;
  readonly url: string | null;
  readonly submittedOn: string;
  /** Subject of the person who handed it in, and so may not judge it. Not for readers. */
  readonly submittedBy: string;
  readonly standing: EvidenceStanding;
  /** Null until it is judged, and where no source gives the day. */
  readonly judgedOn: string | null;
}

export const EVIDENCE_STANDINGS = ['SUBMITTED', 'VERIFIED', 'REJECTED'] as const;
export type EvidenceStanding = (typeof EVIDENCE_STANDINGS)[number];

/** Without a text it takes that of its template. */
export interface StatedMilestone extends Omit<PlannedMilestone, 'text'> {
  readonly text: string | null;
}

export interface ImplementationCommands {
  PlanImplementation: Fields<'ImplementationPlanned', 'pledgeId' | 'implementingBody'> & {
    readonly milestones: readonly StatedMilestone[];
  };
  /** A field that is null stays as it is. */
  ReviseMilestone: Fields<'MilestoneRevised', 'pledgeId' | 'milestoneId' | 'reason'> & {
    readonly text: string | null;
    readonly dueOn: string | null;
    readonly measure: string | null;
  };
  StartImplementation: Fields<'ImplementationStarted', 'pledgeId'>;
  MeetMilestone: Omit<DataOf<'MilestoneMet'>, 'metOn'>;
  SubmitEvidence: Omit<DataOf<'EvidenceSubmitted'>, 'submittedOn'>;
  VerifyEvidence: DataOf<'EvidenceVerified'>;
  RejectEvidence: Omit<DataOf<'EvidenceRejected'>, 'reopenedMilestones'>;
}

export const implementationState = statePart<ImplementationState, ImplementationCommands>({
  implementation: null,
});
