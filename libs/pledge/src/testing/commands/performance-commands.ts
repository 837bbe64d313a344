/** Accepted examples: how the unit did, and what came of it. */
import type { EvaluationCommands } from '../../evaluation/evaluation.state.ts';
import type { FindingsConsentCommands } from '../../performance/findings-consent.state.ts';
import type { PerformanceCommands } from '../../performance/performance.state.ts';
import { ASSESSMENT, COURSE, FINDING, PLEDGE, idOf } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

export const performanceCommands: ExamplesOf<
  keyof (PerformanceCommands & FindingsConsentCommands & EvaluationCommands)
> = {
  AssessPerformance: {
    type: 'AssessPerformance',
    data: {
      pledgeId: PLEDGE,
      assessmentId: idOf(67),
      tool: 'COMMANDER_EVALUATION',
      reportReference: 'FC/2026/3',
      result: 'NEEDS_IMPROVEMENT',
      findings: [{ findingId: idOf(68), text: 'Drivers lack training at night' }],
      improvementPlan: { text: 'Night driving course', dueOn: '2026-06-30' },
    },
    meta: by('EVAL'),
  },
  FollowUpFinding: {
    type: 'FollowUpFinding',
    data: { pledgeId: PLEDGE, findingId: FINDING, needId: idOf(70), ledToPledgeId: null },
    meta: by('EVAL'),
  },
  CloseImprovementPlan: {
    type: 'CloseImprovementPlan',
    data: { pledgeId: PLEDGE, assessmentId: ASSESSMENT, evidence: 'Course report 12' },
    meta: by('EVAL'),
  },
  ShareFindings: {
    type: 'ShareFindings',
    data: { pledgeId: PLEDGE, states: ['CAN'], bodies: [] },
    meta: state,
  },
  WithdrawFindingsConsent: {
    type: 'WithdrawFindingsConsent',
    data: { pledgeId: PLEDGE, states: [], bodies: [] },
    meta: state,
  },
  EvaluateCourse: {
    type: 'EvaluateCourse',
    data: {
      pledgeId: PLEDGE,
      courseId: COURSE,
      evaluationId: idOf(83),
      result: 'PARTLY_EFFECTIVE',
      text: 'Drills are held, and seldom at night',
      reportReference: 'ITS/2026/2',
      internal: false,
    },
    meta: { ...by('EVAL'), actor: 'evaluator' },
  },
};
