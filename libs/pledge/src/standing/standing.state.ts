/** Which of two promises of one state stands. */
import type { DataOf } from '@pledgeline/contracts';
import { statePart } from '../state-part.ts';

export interface StandingState {
  /** The pledge that stands in its place, from then on. */
  readonly supersededBy: string | null;
}

export interface StandingCommands {
  /** By policy: a newer pledge brings this one up to date. */
  SupersedePledge: Omit<DataOf<'PledgeSuperseded'>, 'endedMatches'> & {
    /** Of the newer pledge. */
    readonly memberState: string;
  };
}

export const standingState = statePart<StandingState, StandingCommands>({ supersededBy: null });
