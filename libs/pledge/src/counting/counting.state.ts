/** How a promise is to be counted: beside others, and over time. */
import type { DataOf } from '@pledgeline/contracts';
import { statePart } from '../state-part.ts';

export interface CountingState {
  readonly counting: Counting | null;
}

export interface Counting {
  readonly against: Omit<DataOf<'PledgeCountedAgainst'>, 'pledgeId'> | null;
  readonly phases: Omit<DataOf<'PhasesDeclared'>, 'pledgeId'> | null;
}

export const UNCOUNTED: Counting = { against: null, phases: null };

export interface CountingCommands {
  CountAgainst: DataOf<'PledgeCountedAgainst'> & {
    /** The other pledge as it was looked up; null where there is none. */
    readonly total: KnownTotal | null;
  };
  DeclarePhases: Omit<DataOf<'PhasesDeclared'>, 'total' | 'strength' | 'aircraft'>;
}

export interface KnownTotal {
  readonly memberState: string;
  /** The pledge that the total itself counts against, the total of that one, and so on. */
  readonly line: readonly string[];
}

export const countingState = statePart<CountingState, CountingCommands>({ counting: null });
