/** How a promise is to be counted: beside others, and over time. */
import type { DataOf } from '@pledgeline/contracts';

export interface Counting {
  readonly against: Omit<DataOf<'PledgeCountedAgainst'>, 'pledgeId'> | null;
  readonly phases: Omit<DataOf<'PhasesDeclared'>, 'pledgeId'> | null;
}

export const UNCOUNTED: Counting = { against: null, phases: null };
