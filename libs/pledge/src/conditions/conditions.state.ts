/** The conditions of a promise, and their outcomes. */
import type { DataOf } from '@pledgeline/contracts';
import { statePart } from '../state-part.ts';

export interface ConditionsState {
  readonly conditions: readonly Condition[];
}

export interface Condition {
  readonly conditionId: string;
  readonly text: string;
  /** Null where no source gives a date. */
  readonly declaredOn: string | null;
  /** Null while nobody knows. */
  readonly outcome: 'MET' | 'FAILED' | null;
  readonly settledOn: string | null;
  readonly evidence: string | null;
}

export interface ConditionsCommands {
  DeclareCondition: DataOf<'ConditionDeclared'>;
  MeetCondition: Omit<DataOf<'ConditionMet'>, 'settledOn'>;
  FailCondition: Omit<DataOf<'ConditionFailed'>, 'settledOn'>;
}

export const conditionsState = statePart<ConditionsState, ConditionsCommands>({ conditions: [] });

export const openConditions = ({ conditions }: ConditionsState): readonly Condition[] =>
  conditions.filter(({ outcome }) => outcome === null);
