/** How the courses of a pledge were judged. */
import type { DataOf } from '@pledgeline/contracts';
import type { Visibility } from '@pledgeline/event-sourcing';
import { statePart } from '../state-part.ts';

export interface EvaluationState {
  /** In the order in which they were recorded; several for one course. */
  readonly evaluations: readonly CourseEvaluation[];
}

export interface CourseEvaluation extends Omit<DataOf<'CourseEvaluated'>, 'pledgeId'> {
  /** As narrow as its event. */
  readonly visibility: Visibility;
}

export interface EvaluationCommands {
  EvaluateCourse: Omit<DataOf<'CourseEvaluated'>, 'evaluatedOn'> & {
    /** True keeps it between the Secretariat and the states of the pledge; otherwise all member states may read it. */
    readonly internal: boolean;
  };
}

export const evaluationState = statePart<EvaluationState, EvaluationCommands>({ evaluations: [] });
