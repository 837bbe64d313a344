/**
 * The announcements of each state, kept to find one that comes again: equal, or the same offer in other words
 * (press and note verbale), or repeated at the next conference. Behind the log by a moment. Equal announcements meet on one
 * stream all the same, but for pledges whose id does not derive from what they say (decision 0019).
 */
import { announcementKey } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { placed, type Place, type Projection } from '@pledgeline/event-sourcing';
import { sameOfferKey } from '@pledgeline/pledge';
import type { Offer as SaidOffer } from '@pledgeline/pledge';

export type Offer = SaidOffer & Pick<DataOf<'PledgeAnnounced'>, 'category'>;
type Announced = DataOf<'PledgeAnnounced'>;

export interface OfferRow {
  readonly announcement: Announced;
  /** The corrected fields as they were entered; null where nothing was corrected. */
  readonly before: Partial<Announced> | null;
  /** A lapsed offer can be renewed: it stands aside, but is no longer the same offer. */
  readonly standing: 'OPEN' | 'LAPSED' | 'CLOSED';
  /** The command that announced it: a command that repeats its id must be the same. */
  readonly command: { readonly id: string; readonly bodyHash: string };
  readonly recordedAt: string;
}

const STANDING_AFTER: Readonly<Record<string, OfferRow['standing']>> = {
  PledgeRenewed: 'OPEN',
  PledgeLapsed: 'LAPSED',
  RegistrationDeclined: 'CLOSED',
  PledgeWithdrawn: 'CLOSED',
  PledgeSplit: 'CLOSED',
  PledgesMerged: 'CLOSED',
  PledgeMergedInto: 'CLOSED',
  PledgeSuperseded: 'CLOSED',
  PledgeFulfilled: 'CLOSED',
  PledgePartiallyFulfilled: 'CLOSED',
};

export const announcedOffers: Projection<OfferRow> = {
  name: 'announced-offers',
  /** Raised also when announcements are read in another way: the keys are then made anew. */
  version: 9,
  columns: {
    /** Null where the id of the pledge is the key: then the row itself is found by it. */
    keyApart: ({ announcement }) => keyUnlessId(announcement),
    keyBefore: ({ announcement, before }) => before && announcementKey({ ...announcement, ...before }),
    command: ({ command }) => command.id,
    openOffer: (row) => (isOpenOffer(row) ? sameOfferKey(row.announcement) : null),
    alike: ({ announcement, standing, recordedAt }) =>
      standing === 'CLOSED' ? null : placed(likePlace(announcement), recordedAt),
  },
  sparse: ['keyApart', 'keyBefore', 'openOffer', 'alike'],
  indexes: [['keyApart'], ['keyBefore'], ['command'], ['openOffer'], ['alike', 'key']],
  handles: ['PledgeAnnounced', 'EventCorrected', ...Object.keys(STANDING_AFTER)],
  keyOf: ({ data }) => (data as Announced).pledgeId,
  apply: (row, { type, data, metadata, recordedAt }) => {
    if (type === 'PledgeAnnounced') {
      const command = { id: metadata.commandId, bodyHash: metadata.bodyHash };
      return { announcement: data as Announced, before: null, standing: 'OPEN', command, recordedAt };
    }
    if (row === undefined) return undefined;
    if (type === 'EventCorrected') return corrected(row, data as DataOf<'EventCorrected'>);
    return { ...row, standing: STANDING_AFTER[type] ?? row.standing };
  },
};

const keyUnlessId = (announcement: Announced): string | null => {
  const key = announcementKey(announcement);
  return key === announcement.pledgeId ? null : key;
};

export const offerProjections = [announcedOffers] as readonly unknown[] as readonly Projection<never>[];

/**
 * An additional offer is never the one that another repeats: the offer that it was checked against is, so that rows of a
 * file may arrive in any order.
 */
export const isOpenOffer = ({ announcement, standing }: OfferRow): boolean =>
  standing === 'OPEN' && !announcement.additional;

/** Among the offers of its state and kind, by the day it was made. */
export const likePlace = ({
  memberState,
  category,
  capabilityCode,
  announcedOn,
}: Offer & Pick<Announced, 'announcedOn'>): Place => ({
  group: `${memberState} ${capabilityCode ?? category}`,
  place: announcedOn ?? '',
});

/** The row says already what the correction left: only what was entered first is kept beside it. */
const corrected = (row: OfferRow, { correctedType, changes }: DataOf<'EventCorrected'>): OfferRow => {
  if (correctedType !== 'PledgeAnnounced') return row;
  const old = changes.map(({ field, old: said }) => [field === 'occurredOn' ? 'announcedOn' : field, said]);
  return { ...row, before: { ...(Object.fromEntries(old) as Partial<Announced>), ...row.before } };
};
