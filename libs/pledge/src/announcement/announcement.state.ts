/** The promise as it was first made, and every other account of it. */
import type { DataOf } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';
import { statePart } from '../state-part.ts';
import type { ShareAimedAt } from '../targets/targets.state.ts';

export interface AnnouncementState {
  /** As first announced; later changes are in the fields beside it, and in `amendment`. */
  readonly announcement: DataOf<'PledgeAnnounced'> | null;
  readonly links: readonly DataOf<'AnnouncementLinked'>[];
}

export interface AnnouncementCommands {
  /** `meta.occurredOn` is the day of the announcement, or null where no source gives one. */
  AnnouncePledge: Omit<DataOf<'PledgeAnnounced'>, 'announcedOn' | 'missing'> & {
    /** An open pledge of the same state that makes the same offer in other words, if the read model knows one. */
    readonly like: LikePledge | null;
    /** A share of women as a multiple or by a year: it becomes a target beside the announcement. */
    readonly shareAimedAt: ShareAimedAt | null;
  };
  LinkAnnouncement: Omit<DataOf<'AnnouncementLinked'>, 'announcedOn'>;
  AcknowledgePledge: Fields<'PledgeAcknowledged', 'pledgeId' | 'acknowledgementReference'>;
}

/** A pledge of which an announcement may be another account. */
export interface LikePledge {
  readonly pledgeId: string;
  readonly reference: string;
  /** In which the two differ, as they were read. */
  readonly fields: readonly string[];
}

export const announcementState = statePart<AnnouncementState, AnnouncementCommands>({
  announcement: null,
  links: [],
});
