/** What can be wished of a pledge: a plan, its milestones, and evidence that they were met. */
import type { DataOf } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';
import type { PlannedMilestone } from './implementation.state.ts';

/** Without a text it takes that of its template. */
export interface MilestoneWish extends Omit<PlannedMilestone, 'text'> {
  readonly text: string | null;
}

export interface ImplementationWishes {
  PlanImplementation: Fields<'ImplementationPlanned', 'pledgeId' | 'implementingBody'> & {
    readonly milestones: readonly MilestoneWish[];
  };
  /** What is null stays as it is. */
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
