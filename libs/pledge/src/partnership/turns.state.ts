/** Which of several states is in the mission when. Kept within the partnership. */
import type { Fields } from '../fields-of-event.ts';
import { statePart } from '../state-part.ts';

export interface TurnList {
  /** In the order in which they begin. */
  readonly turns: readonly Turn[];
  /** Which of them is in place, or comes first; -1 where that one left before it came. */
  readonly inPlace: number;
  readonly agreedOn: string;
  /** From when turns are nobody's because their state left; null where none are. */
  readonly openFrom: string | null;
}

export interface Turn {
  readonly state: string;
  readonly from: string;
  readonly to: string;
}

export interface TurnsCommands {
  AgreeTurns: Fields<'TurnsAgreed', 'pledgeId' | 'turns'>;
}

export const turnsState = statePart<object, TurnsCommands>({});
