/** What can be wished of a pledge: a promise is made, spoken of again, and received. */
import type { DataOf } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';

export interface AnnouncementWishes {
  /** `meta.occurredOn` is the day of the announcement, or null where no source gives one. */
  AnnouncePledge: Omit<DataOf<'PledgeAnnounced'>, 'announcedOn' | 'missing'> & {
    /** A pledge the same state already made in the same words, if the read model knows one. */
    readonly duplicateOf: string | null;
  };
  LinkAnnouncement: Omit<DataOf<'AnnouncementLinked'>, 'announcedOn'>;
  AcknowledgePledge: Fields<'PledgeAcknowledged', 'pledgeId' | 'acknowledgementReference'>;
}
