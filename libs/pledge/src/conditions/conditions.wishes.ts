/** What can be wished of a pledge: naming what it depends on, and saying whether that came true. */
import type { DataOf } from '@pledgeline/contracts';

export interface ConditionWishes {
  DeclareCondition: DataOf<'ConditionDeclared'>;
  MeetCondition: Omit<DataOf<'ConditionMet'>, 'settledOn'>;
  FailCondition: Omit<DataOf<'ConditionFailed'>, 'settledOn'>;
}
