/** Judging how a unit does, and what comes of it: when, by whom, and what follows. Lifecycle page, section 6. */
import { STATUSES } from '@pledgeline/contracts';
import { CAPABILITY } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { assessPerformance, closePlan, followUp, knownFinding, openPlan } from './performance.ts';
import type { PerformanceWishes } from './performance.wishes.ts';

export const performanceTransitions: Rows<keyof PerformanceWishes> = {
  AssessPerformance: {
    ...CAPABILITY,
    from: ['DEPLOYED', 'REPATRIATED'],
    roles: ['EVAL', 'MISSION'],
    decide: assessPerformance,
    events: ['PerformanceAssessed'],
    to: null,
  },
  /** Whatever became of the unit since: feedback adds to a history, also to one that has ended (PCRS page, section 6.9). */
  FollowUpFinding: {
    ...CAPABILITY,
    from: STATUSES,
    roles: ['EVAL', 'DESK'],
    needs: 'a finding',
    precondition: knownFinding,
    decide: followUp,
    events: ['FindingFollowedUp'],
    to: null,
  },
  CloseImprovementPlan: {
    ...CAPABILITY,
    from: STATUSES,
    roles: ['EVAL', 'MISSION'],
    needs: 'an improvement plan that is open',
    precondition: openPlan,
    decide: closePlan,
    events: ['ImprovementPlanClosed'],
    to: null,
  },
};
