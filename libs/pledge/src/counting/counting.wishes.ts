/** What can be wished of a pledge: how it is to be counted. */
import type { DataOf } from '@pledgeline/contracts';

export interface CountingWishes {
  CountAgainst: DataOf<'PledgeCountedAgainst'> & {
    /** The other pledge as it was looked up; null where there is none. */
    readonly total: KnownTotal | null;
  };
  DeclarePhases: Omit<DataOf<'PhasesDeclared'>, 'total'>;
}

export interface KnownTotal {
  readonly memberState: string;
  /** What the total itself counts against, and so on up. */
  readonly line: readonly string[];
}
