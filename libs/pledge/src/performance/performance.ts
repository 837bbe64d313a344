/**
 * How a unit did in the field: assessed with a tool of the framework, with findings that lead to a training need and on to a
 * pledge, and an improvement plan that is due (lifecycle page, section 6; seed systems, part C).
 */
import { ANY_STATUS, CAPABILITY, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { mustBeDay } from '../period.ts';
import { conflict, invalid, missing, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { findingsOf, openPlans, type Assessment, type Finding } from './performance.state.ts';

const evolve = {
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
} satisfies Partial<Folds>;

const withAssessments = (pledge: Pledge, change: (assessment: Assessment) => Assessment): Pledge => ({
  ...pledge,
  assessments: pledge.assessments.map(change),
});

/** @throws {Rejected} BEFORE_DEPLOYMENT, TEXT_MISSING, DATE_IMPOSSIBLE, PERIOD_INVALID or ASSESSMENT_ID_REUSED. */
const assessPerformance: Decision<'AssessPerformance'> = ({ data }, pledge, { on }) => {
  const deployedOn = pledge.deployment?.deployedOn ?? null;
  if (deployedOn !== null && on < deployedOn) {
    throw conflict('BEFORE_DEPLOYMENT', `The unit was deployed on ${deployedOn}, after ${on}.`, {
      field: 'occurredOn',
      deployedOn,
    });
  }
  if (pledge.assessments.some(({ assessmentId }) => assessmentId === data.assessmentId)) {
    throw conflict('ASSESSMENT_ID_REUSED', 'Another assessment has this id.', { field: 'assessmentId' });
  }
  mustSay('reportReference', data.reportReference);
  for (const { text } of data.findings) mustSay('findings', text);
  mustBeFeasible(data.improvementPlan, on);
  return [{ type: 'PerformanceAssessed', data: { ...data, assessedOn: on } }];
};

const mustBeFeasible = (plan: { readonly text: string; readonly dueOn: string } | null, on: string): void => {
  if (plan === null) return;
  const field = 'improvementPlan';
  mustSay(field, plan.text);
  mustBeDay(field, plan.dueOn);
  if (plan.dueOn < on) {
    throw invalid('PERIOD_INVALID', `The plan is due on ${plan.dueOn}, before the assessment.`, { field });
  }
};

/**
 * To a training need, then from that need to a pledge; said once each, and again changes nothing.
 * @throws {Rejected} REFERENCE_MISSING for a follow-up to nothing, FINDING_FOLLOWED_UP for one to something else.
 */
const followUp: Decision<'FollowUpFinding'> = ({ data }, pledge) => {
  const { needId, ledToPledgeId } = data;
  if (needId === null && ledToPledgeId === null) {
    throw invalid('REFERENCE_MISSING', 'Name the training need or the pledge that the finding led to.', {
      field: 'needId',
      allowed: ['needId', 'ledToPledgeId'],
    });
  }
  const known = find(pledge, data.findingId);
  const changes = [
    mayLead('needId', known?.needId, needId),
    mayLead('ledToPledgeId', known?.ledToPledgeId, ledToPledgeId),
  ];
  return changes.includes(true) ? [{ type: 'FindingFollowedUp', data }] : [];
};

/** Whether it says something new. @throws {Rejected} FINDING_FOLLOWED_UP */
const mayLead = (field: string, before: string | null | undefined, to: string | null): boolean => {
  if (to === null || to === before) return false;
  if (before === null || before === undefined) return true;
  throw conflict('FINDING_FOLLOWED_UP', `This finding led to ${before} already.`, { field, before });
};

const closePlan: Decision<'CloseImprovementPlan'> = ({ data }, _pledge, { on }) => {
  mustSay('evidence', data.evidence);
  return [{ type: 'ImprovementPlanClosed', data: { ...data, closedOn: on } }];
};

const noPlan = () =>
  missing('UNKNOWN_PLAN', 'No assessment of this id asked for a plan.', { field: 'assessmentId' });

const find = (pledge: Pledge, id: string): Finding | undefined =>
  findingsOf(pledge).find(({ findingId }) => findingId === id);

const knownFinding: Precondition<'FollowUpFinding'> = (pledge, _context, command) =>
  (command === null ? findingsOf(pledge)[0] : find(pledge, command.data.findingId)) === undefined
    ? missing('UNKNOWN_FINDING', 'There is no such finding.', { field: 'findingId' })
    : undefined;

const openPlan: Precondition<'CloseImprovementPlan'> = (pledge, _context, command) => {
  const open = openPlans(pledge);
  if (command === null) return open.length > 0 ? undefined : noPlan();
  const { assessmentId } = command.data;
  if (open.some((plan) => plan.assessmentId === assessmentId)) return undefined;
  const closedOn = pledge.assessments.find((known) => known.assessmentId === assessmentId)?.improvementPlan
    ?.closedOn;
  return closedOn === undefined || closedOn === null
    ? noPlan()
    : conflict('PLAN_CLOSED', `This plan was closed on ${closedOn}.`, { field: 'assessmentId' });
};

export const performance = chapter({
  evolve,
  commands: {
    AssessPerformance: {
      ...CAPABILITY,
      from: ['DEPLOYED', 'REPATRIATED'],
      roles: ['EVAL', 'MISSION'],
      decide: assessPerformance,
      events: ['PerformanceAssessed'],
    },
    /** In any status: feedback adds to a history, also to one that has ended (PCRS page, section 6.9). */
    FollowUpFinding: {
      ...CAPABILITY,
      from: ANY_STATUS,
      roles: ['EVAL', 'DESK'],
      needs: 'a finding',
      precondition: knownFinding,
      decide: followUp,
      events: ['FindingFollowedUp'],
    },
    CloseImprovementPlan: {
      ...CAPABILITY,
      from: ANY_STATUS,
      roles: ['EVAL', 'MISSION'],
      needs: 'an improvement plan that is open',
      precondition: openPlan,
      decide: closePlan,
      events: ['ImprovementPlanClosed'],
    },
  },
});
