/** Accepted examples: a promise is made, spoken of again, and received. */
import { ORDINARY_ENTRY, ANNOUNCEMENT_DEFAULTS, NOTHING_BESIDE } from '@pledgeline/contracts';
import type { AnnouncementCommands } from '../../announcement/announcement.state.ts';
import { PLEDGE, idOf } from '../named-events.ts';
import { by, type ExamplesOf } from '../example-command.ts';

export const announcementCommands: ExamplesOf<keyof AnnouncementCommands> = {
  AnnouncePledge: {
    type: 'AnnouncePledge',
    data: {
      pledgeId: PLEDGE,
      reference: '2021-seoul/RWA/INF-BN-7F3K2',
      conference: '2021-seoul',
      memberState: 'RWA',
      memberStateAsStated: 'Rwanda',
      category: 'UNIT',
      capabilityCode: 'INF-BN',
      quantity: { min: 2, max: 3, unit: 'units', asStated: '2-3' },
      description: 'Two or three infantry battalions',
      timeframe: 'within a year',
      partners: [],
      source: 'https://example.org/statement',
      ...ORDINARY_ENTRY,
      ...ANNOUNCEMENT_DEFAULTS,
      duplicateChecked: false,
      like: null,
      shareAimedAt: null,
    },
    meta: { ...by('DESK'), occurredOn: '2025-01-10' },
  },
  LinkAnnouncement: {
    type: 'LinkAnnouncement',
    data: {
      pledgeId: PLEDGE,
      announcementId: idOf(3),
      memberState: 'RWA',
      conference: null,
      wording: 'Rwanda repeats its offer',
      quantity: null,
      ...NOTHING_BESIDE,
      money: null,
      speaker: null,
      source: 'https://example.org/note',
    },
    meta: by('DESK'),
  },
  AcknowledgePledge: {
    type: 'AcknowledgePledge',
    data: { pledgeId: PLEDGE, acknowledgementReference: 'ACK-1' },
    meta: by('DESK'),
  },
};
