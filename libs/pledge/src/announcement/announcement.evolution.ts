/** How the pledge changes: a promise is made, spoken of again, and received. */
import type { Evolutions } from '../evolution.ts';
import { initialPledge } from '../state.ts';

export const announcementEvolution = {
  PledgeAnnounced: (_pledge, data) => ({
    ...initialPledge,
    status: 'ANNOUNCED',
    pledgeId: data.pledgeId,
    reference: data.reference,
    announcement: data,
    memberState: data.memberState,
    capabilityCode: data.capabilityCode,
    quantity: data.quantity,
    timeframe: data.timeframe,
  }),
  AnnouncementLinked: (pledge, data) => ({ ...pledge, links: [...pledge.links, data] }),
  PledgeAcknowledged: (pledge) => ({ ...pledge, status: 'ACKNOWLEDGED' }),
} satisfies Partial<Evolutions>;
