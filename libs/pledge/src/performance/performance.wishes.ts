/** What can be wished of a pledge: judging how the unit does, and what comes of it. */
import type { DataOf } from '@pledgeline/contracts';

export interface PerformanceWishes {
  AssessPerformance: Omit<DataOf<'PerformanceAssessed'>, 'assessedOn'>;
  FollowUpFinding: DataOf<'FindingFollowedUp'>;
  CloseImprovementPlan: Omit<DataOf<'ImprovementPlanClosed'>, 'closedOn'>;
}
