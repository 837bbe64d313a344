/** A promise is made, spoken of again, and received: when, by whom, and what follows. Lifecycle page, sections 4 to 6. */
import { OPEN_STATUSES } from '@pledgeline/contracts';
import { COMMON, COMMON_UNDATED } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { acknowledge, announce, link } from './announcement.ts';
import type { AnnouncementWishes } from './announcement.wishes.ts';

export const announcementTransitions: Rows<keyof AnnouncementWishes> = {
  AnnouncePledge: {
    ...COMMON_UNDATED,
    from: [null],
    roles: ['DESK', 'MS'],
    decide: announce,
    events: ['PledgeAnnounced'],
    to: 'ANNOUNCED',
  },
  LinkAnnouncement: {
    ...COMMON_UNDATED,
    from: OPEN_STATUSES,
    roles: ['DESK'],
    decide: link,
    events: ['AnnouncementLinked'],
    to: null,
  },
  AcknowledgePledge: {
    ...COMMON,
    from: ['ANNOUNCED'],
    roles: ['DESK', 'SFGC'],
    decide: acknowledge,
    events: ['PledgeAcknowledged'],
    to: 'ACKNOWLEDGED',
  },
};
