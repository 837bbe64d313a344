/** Which of two promises of one state stands. */
import type { DataOf } from '@pledgeline/contracts';
import type { AnnouncementState } from '../announcement/announcement.state.ts';
import type { SplitState } from '../split/split.state.ts';
import { statePart } from '../state-part.ts';

export interface StandingState {
  /** The pledge that stands in its place, from then on. */
  readonly supersededBy: string | null;
  /** What the desk found of an announcement that was flagged as a repeat, or not checked; null while it has not decided. */
  readonly repeat: Omit<DataOf<'RepeatDecided'>, 'pledgeId'> | null;
}

export interface StandingCommands {
  /** By policy: a newer pledge brings this one up to date. */
  SupersedePledge: Omit<DataOf<'PledgeSuperseded'>, 'endedMatches'> & {
    /** Of the newer pledge. */
    readonly memberState: string;
  };
  DecideRepeat: DataOf<'RepeatDecided'> & {
    /** The pledge that it repeats, as it was looked up; null where there is none. */
    readonly other: { readonly memberState: string; readonly repeats: string | null } | null;
  };
}

export const standingState = statePart<StandingState, StandingCommands>({
  supersededBy: null,
  repeat: null,
});

type Flagged = StandingState & Pick<AnnouncementState, 'announcement'> & SplitState;

/** Whether it counts as a repeat: old flags do, until the desk decides otherwise; what nobody could look at, once it is found to be. */
export const isRepeat = ({ announcement, repeat }: Omit<Flagged, 'lineage'>): boolean =>
  repeat === null ? announcement?.duplicateChecked === true : repeat.decision === 'REPEAT';

/** Whether the desk has a flag to decide about. The parts of a split bear that of the whole, where it is decided. */
export const isRepeatOpen = (pledge: Flagged): boolean => isRepeat(pledge) && isUndecided(pledge);

/** Whether nobody has looked yet if it repeats another: the check could not be made when it was announced. */
export const isUnchecked = (pledge: Flagged): boolean =>
  pledge.announcement?.duplicateChecked === null && isUndecided(pledge);

const isUndecided = ({ repeat, lineage }: Flagged): boolean =>
  repeat === null && (lineage?.parents ?? []).length === 0;
