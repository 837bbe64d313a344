/** A plan, its milestones and the evidence for them: when, by whom, and what follows. Lifecycle page, sections 4 and 7. */
import type { Status } from '@pledgeline/contracts';
import { IMPLEMENTATION, IMPLEMENTATION_UNDATED } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { rejectEvidence, submitEvidence, verifyEvidence, waitingEvidence } from './evidence.ts';
import type { ImplementationWishes } from './implementation.wishes.ts';
import {
  meetMilestone,
  openMilestone,
  planImplementation,
  reviseMilestone,
  startImplementation,
} from './milestones.ts';

const UNDER_A_PLAN: readonly Status[] = ['PLANNED', 'IN_PROGRESS'];

export const implementationTransitions: Rows<keyof ImplementationWishes> = {
  PlanImplementation: {
    ...IMPLEMENTATION_UNDATED,
    from: ['REGISTERED'],
    roles: ['MS', 'IMPL'],
    decide: planImplementation,
    events: ['ImplementationPlanned'],
    to: 'PLANNED',
  },
  ReviseMilestone: {
    ...IMPLEMENTATION_UNDATED,
    from: UNDER_A_PLAN,
    roles: ['MS', 'IMPL'],
    needs: 'a milestone that was not met',
    precondition: openMilestone,
    decide: reviseMilestone,
    events: ['MilestoneRevised'],
    to: null,
  },
  StartImplementation: {
    ...IMPLEMENTATION,
    from: ['PLANNED'],
    roles: ['MS', 'IMPL'],
    decide: startImplementation,
    events: ['ImplementationStarted'],
    to: 'IN_PROGRESS',
  },
  MeetMilestone: {
    ...IMPLEMENTATION,
    from: ['IN_PROGRESS'],
    roles: ['MS', 'IMPL'],
    needs: 'a milestone that was not met',
    precondition: openMilestone,
    decide: meetMilestone,
    events: ['MilestoneMet'],
    to: null,
  },
  SubmitEvidence: {
    ...IMPLEMENTATION,
    from: UNDER_A_PLAN,
    roles: ['MS', 'IMPL', 'PARTNER'],
    decide: submitEvidence,
    events: ['EvidenceSubmitted'],
    to: null,
  },
  VerifyEvidence: {
    ...IMPLEMENTATION_UNDATED,
    from: ['IN_PROGRESS'],
    roles: ['EVAL'],
    needs: 'evidence that nobody has judged',
    precondition: waitingEvidence,
    decide: verifyEvidence,
    events: ['EvidenceVerified'],
    to: null,
  },
  RejectEvidence: {
    ...IMPLEMENTATION_UNDATED,
    from: ['IN_PROGRESS'],
    roles: ['EVAL'],
    needs: 'evidence that nobody has judged',
    precondition: waitingEvidence,
    decide: rejectEvidence,
    events: ['EvidenceRejected'],
    to: null,
  },
};
