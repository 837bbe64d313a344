/** How the unit did in the field, assessment by assessment. */
import type { DataOf } from '@pledgeline/contracts';
import { statePart } from '../state-part.ts';

export interface PerformanceState {
  readonly assessments: readonly Assessment[];
}

type Assessed = DataOf<'PerformanceAssessed'>;

export interface Assessment {
  readonly assessmentId: string;
  readonly assessedOn: string;
  /** The source of each finding. */
  readonly tool: Assessed['tool'];
  readonly reportReference: string;
  readonly result: Assessed['result'];
  readonly findings: readonly Finding[];
  readonly improvementPlan: ImprovementPlan | null;
}

export interface Finding {
  readonly findingId: string;
  readonly text: string;
  /** The training need and the pledge it led to, once it did. */
  readonly needId: string | null;
  readonly ledToPledgeId: string | null;
}

export interface ImprovementPlan {
  readonly text: string;
  readonly dueOn: string;
  readonly closedOn: string | null;
}

export interface PerformanceCommands {
  AssessPerformance: Omit<DataOf<'PerformanceAssessed'>, 'assessedOn'>;
  FollowUpFinding: DataOf<'FindingFollowedUp'>;
  CloseImprovementPlan: Omit<DataOf<'ImprovementPlanClosed'>, 'closedOn'>;
}

export const performanceState = statePart<PerformanceState, PerformanceCommands>({ assessments: [] });

export const findingsOf = ({ assessments }: PerformanceState): readonly Finding[] =>
  assessments.flatMap(({ findings }) => findings);

export const openPlans = ({ assessments }: PerformanceState): readonly OpenPlan[] =>
  assessments.flatMap(({ assessmentId, assessedOn, improvementPlan }) =>
    improvementPlan?.closedOn === null ? [{ assessmentId, assessedOn, ...improvementPlan }] : [],
  );

/** With the assessment that asked for it. */
export interface OpenPlan extends ImprovementPlan {
  readonly assessmentId: string;
  readonly assessedOn: string;
}
