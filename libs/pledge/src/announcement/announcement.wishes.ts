/** What can be wished of a pledge: a promise is made, spoken of again, and received. */
import type { DataOf } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';
import type { LikePledge } from './announced-again.ts';

export interface AnnouncementWishes {
  /** `meta.occurredOn` is the day of the announcement, or null where no source gives one. */
  AnnouncePledge: Omit<DataOf<'PledgeAnnounced'>, 'announcedOn' | 'duplicateChecked' | 'missing'> & {
    /** An open pledge of the same state that makes the same offer in other words, if the read model knows one. */
    readonly like: LikePledge | null;
  };
  LinkAnnouncement: Omit<DataOf<'AnnouncementLinked'>, 'announcedOn'>;
  AcknowledgePledge: Fields<'PledgeAcknowledged', 'pledgeId' | 'acknowledgementReference'>;
}
