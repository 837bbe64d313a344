/** What a promise aims at, indicator by indicator. */
import type { DataOf } from '@pledgeline/contracts';
import { statePart } from '../state-part.ts';

export interface TargetsState {
  readonly targets: readonly Target[];
}

type Stated = DataOf<'TargetStated'>;

/** Absolute by `value`, or relative by `factor` and `baseline`. */
export type Target = Pick<Stated, 'indicator' | 'value' | 'factor' | 'baseline' | 'baselineYear' | 'year'> & {
  readonly statedOn: string | null;
};

/** A share of women that was stated as a multiple, or with the year by which: in an announcement, or among terms. */
export type ShareAimedAt = Pick<Target, 'value' | 'factor' | 'year'>;

export interface TargetsCommands {
  /** What is null keeps what was stated before. */
  StateTarget: Omit<Stated, 'before'>;
}

export const targetsState = statePart<TargetsState, TargetsCommands>({ targets: [] });
