/** How the pledge changes: a promise is made, spoken of again, and received. */
import type { DataOf } from '@pledgeline/contracts';
import type { Evolutions } from '../evolution.ts';
import type { Tags } from '../progress/progress.state.ts';
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
    tags: tagsAtEntry(data),
  }),
  AnnouncementLinked: (pledge, data) => ({ ...pledge, links: [...pledge.links, data] }),
  PledgeAcknowledged: (pledge) => ({ ...pledge, status: 'ACKNOWLEDGED' }),
} satisfies Partial<Evolutions>;

/** The desk may replace them later (ThemeTagged); null where none was given. */
export const tagsAtEntry = ({
  themes,
  mainTheme,
}: Pick<DataOf<'PledgeAnnounced'>, 'themes' | 'mainTheme'>): Tags | null =>
  themes.length === 0 && mainTheme === null ? null : { themes, mainTheme };
