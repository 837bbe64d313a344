/** How the pledge changes: judging how the unit does, and what comes of it. */
import type { Evolutions } from '../evolution.ts';
import type { Pledge } from '../state.ts';
import type { Assessment } from './performance.state.ts';

export const performanceEvolution = {
  PerformanceAssessed: (pledge, { pledgeId: _, findings, improvementPlan, ...assessed }) => ({
    ...pledge,
    assessments: [
      ...pledge.assessments,
      {
        ...assessed,
        findings: findings.map((finding) => ({ ...finding, needId: null, ledToPledgeId: null })),
        improvementPlan: improvementPlan && { ...improvementPlan, closedOn: null },
      },
    ],
  }),
  FindingFollowedUp: (pledge, { findingId, needId, ledToPledgeId }) =>
    withAssessments(pledge, (assessment) => ({
      ...assessment,
      findings: assessment.findings.map((finding) =>
        finding.findingId === findingId
          ? {
              ...finding,
              needId: needId ?? finding.needId,
              ledToPledgeId: ledToPledgeId ?? finding.ledToPledgeId,
            }
          : finding,
      ),
    })),
  ImprovementPlanClosed: (pledge, { assessmentId, closedOn }) =>
    withAssessments(pledge, (assessment) => ({
      ...assessment,
      improvementPlan:
        assessment.assessmentId === assessmentId && assessment.improvementPlan !== null
          ? { ...assessment.improvementPlan, closedOn }
          : assessment.improvementPlan,
    })),
} satisfies Partial<Evolutions>;

const withAssessments = (pledge: Pledge, change: (assessment: Assessment) => Assessment): Pledge => ({
  ...pledge,
  assessments: pledge.assessments.map(change),
});
