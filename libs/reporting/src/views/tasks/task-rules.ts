/** Rules of one chapter of a pledge's life: what it waits for on a day, and when that may change by itself. */
import type { AnswersEnded } from '../answers-ended.ts';
import type { OpenMergers } from '../open-mergers.ts';
import type { OpenVisits } from '../open-visits.ts';
import type { RepeatsUnseen } from '../repeats-unseen.ts';
import type { RegisterRow } from '../register/register-row.ts';
import type { MissionsInDoubt } from './missions-in-doubt.ts';
import type { Task } from './task.ts';
import type { Days, Turn } from './turning-days.ts';

/** What is read once for all pledges. */
export interface Around {
  /** Those that are under way. */
  readonly visits: Pick<OpenVisits, 'get'>;
  readonly missions: MissionsInDoubt;
  readonly mergers: OpenMergers;
  /** What a pledge may repeat that nobody could look at when it was entered. */
  readonly repeats: RepeatsUnseen;
  /** Needs that are open because the pledge behind a chosen offer ended. */
  readonly answers: Pick<AnswersEnded, 'get'>;
}

export interface TaskRules {
  readonly tasks: (row: RegisterRow, days: Days, around: Around) => readonly Task[];
  /** Whether implementing bodies are asked too. */
  readonly asksBodies?: true;
  /**
   * Each task follows from one item of a list of the pledge, whatever else is in the list, and from what `lookedAt` names: what an item
   * waits for is made anew when the item changes, or one of those. Others follow from the pledge as a whole.
   */
  readonly ofItems?: true;
  /**
   * All turns on which tasks come, go or have other days or roles although nothing happens; there may be more of them. Absent where
   * time changes nothing. What a task says may differ on any day.
   */
  readonly turns?: (row: RegisterRow, around: Around) => readonly Turn[];
}
