/** How the pledge changes: its plan, its milestones, and the evidence for them. */
import type { Evolutions } from '../evolution.ts';
import type { Pledge } from '../state.ts';
import type { Evidence, EvidenceStanding, Implementation, Milestone } from './implementation.state.ts';

export const implementationEvolution = {
  ImplementationPlanned: (pledge, { milestones, implementingBody }) => ({
    ...pledge,
    status: 'PLANNED',
    implementation: {
      implementingBody,
      startedOn: null,
      milestones: milestones.map((milestone) => ({ ...milestone, metOn: null, evidence: [] })),
      evidence: [],
    },
  }),
  MilestoneRevised: (pledge, { milestoneId, after }) =>
    withMilestone(pledge, milestoneId, (milestone) => ({ ...milestone, ...after })),
  ImplementationStarted: (pledge, { startedOn }) => ({
    ...withImplementation(pledge, (implementation) => ({ ...implementation, startedOn })),
    status: 'IN_PROGRESS',
  }),
  MilestoneMet: (pledge, { milestoneId, metOn, evidence }) =>
    withMilestone(pledge, milestoneId, (milestone) => ({ ...milestone, metOn, evidence })),
  EvidenceSubmitted: (pledge, data, { metadata }) => {
    const { pledgeId: _, ...submitted } = data;
    const evidence: Evidence = { ...submitted, submittedBy: metadata.actor, standing: 'SUBMITTED' };
    return withImplementation(pledge, (implementation) => ({
      ...implementation,
      evidence: [...implementation.evidence, evidence],
    }));
  },
  EvidenceVerified: (pledge, { evidenceId }) => judged(pledge, evidenceId, 'VERIFIED'),
  EvidenceRejected: (pledge, { evidenceId, reopenedMilestones }) =>
    reopenedMilestones.reduce(
      (changed, milestoneId) =>
        withMilestone(changed, milestoneId, (milestone) => ({ ...milestone, metOn: null, evidence: [] })),
      judged(pledge, evidenceId, 'REJECTED'),
    ),
} satisfies Partial<Evolutions>;

const withImplementation = (pledge: Pledge, change: (held: Implementation) => Implementation): Pledge => {
  const { implementation } = pledge;
  return implementation === null ? pledge : { ...pledge, implementation: change(implementation) };
};

const withMilestone = (pledge: Pledge, id: string, change: (milestone: Milestone) => Milestone): Pledge =>
  withImplementation(pledge, (implementation) => ({
    ...implementation,
    milestones: implementation.milestones.map((milestone) =>
      milestone.milestoneId === id ? change(milestone) : milestone,
    ),
  }));

const judged = (pledge: Pledge, id: string, standing: EvidenceStanding): Pledge =>
  withImplementation(pledge, (implementation) => ({
    ...implementation,
    evidence: implementation.evidence.map((evidence) =>
      evidence.evidenceId === id ? { ...evidence, standing } : evidence,
    ),
  }));
