/**
 * How a unit did in the field: assessed with a tool of the framework, with findings that lead to a training need and on to a
 * pledge, and an improvement plan that is due (lifecycle page, section 6; seed systems, part C).
 */
import { isDay } from '../business-date.ts';
import type { Decision, Precondition } from '../circumstances.ts';
import { conflict, invalid, missing, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { findingsOf, openPlans, type Finding } from './performance.state.ts';

/** @throws {Rejected} BEFORE_DEPLOYMENT, TEXT_MISSING, DATE_IMPOSSIBLE, PERIOD_INVALID or ASSESSMENT_ID_REUSED. */
export const assessPerformance: Decision<'AssessPerformance'> = ({ data }, pledge, { on }) => {
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
  if (!isDay(plan.dueOn)) throw invalid('DATE_IMPOSSIBLE', `${plan.dueOn} is no date.`, { field });
  if (plan.dueOn < on) {
    throw invalid('PERIOD_INVALID', `The plan is due on ${plan.dueOn}, before the assessment.`, { field });
  }
};

export const knownFinding: Precondition<'FollowUpFinding'> = (pledge, _circumstances, command) =>
  (command === null ? findingsOf(pledge)[0] : find(pledge, command.data.findingId)) === undefined
    ? missing('UNKNOWN_FINDING', 'There is no such finding.', { field: 'findingId' })
    : undefined;

/**
 * To a training need, then from that need to a pledge; said once each, and again changes nothing.
 * @throws {Rejected} REFERENCE_MISSING for a follow-up to nothing, FINDING_FOLLOWED_UP for one to something else.
 */
export const followUp: Decision<'FollowUpFinding'> = ({ data }, pledge) => {
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

export const openPlan: Precondition<'CloseImprovementPlan'> = (pledge, _circumstances, command) => {
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

export const closePlan: Decision<'CloseImprovementPlan'> = ({ data }, _pledge, { on }) => {
  mustSay('evidence', data.evidence);
  return [{ type: 'ImprovementPlanClosed', data: { ...data, closedOn: on } }];
};

const noPlan = () =>
  missing('UNKNOWN_PLAN', 'No assessment of this id asked for a plan.', { field: 'assessmentId' });

const find = (pledge: Pledge, id: string): Finding | undefined =>
  findingsOf(pledge).find(({ findingId }) => findingId === id);
