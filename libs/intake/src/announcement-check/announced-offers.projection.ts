/**
 * What each state has on offer, kept to notice that the same offer is announced twice (press and note verbale), or again
 * at the next conference. Behind the log by a moment: two announcements at the same time may both pass, and reports show
 * them side by side.
 */
import type { DataOf } from '@pledgeline/contracts';
import type { Projection, Views } from '@pledgeline/event-sourcing';
import { sameOfferKey } from '@pledgeline/pledge';
import type { Offer as SaidOffer } from '@pledgeline/pledge';

export type Offer = SaidOffer & Pick<DataOf<'PledgeAnnounced'>, 'category'>;

interface OfferRow {
  readonly reference: string;
  readonly conference: string | null;
  readonly description: string;
  /** Null where conference or capability were not stated: nothing can then be called the same. */
  readonly sameness: string | null;
  /** State and capability. */
  readonly likeness: string;
  /** A lapsed offer can be renewed: it stands aside, but is no longer the same offer. */
  readonly standing: 'OPEN' | 'LAPSED' | 'CLOSED';
}

const STANDING_AFTER: Readonly<Record<string, OfferRow['standing']>> = {
  PledgeRenewed: 'OPEN',
  PledgeLapsed: 'LAPSED',
  RegistrationDeclined: 'CLOSED',
  PledgeWithdrawn: 'CLOSED',
  PledgeSplit: 'CLOSED',
  PledgesMerged: 'CLOSED',
  PledgeMergedInto: 'CLOSED',
  PledgeFulfilled: 'CLOSED',
  PledgePartiallyFulfilled: 'CLOSED',
};

export const announcedOffers: Projection<OfferRow> = {
  name: 'announced-offers',
  version: 4,
  columns: {
    openOffer: ({ sameness, standing }) => (standing === 'OPEN' ? sameness : null),
    alike: ({ likeness, standing }) => (standing === 'CLOSED' ? null : likeness),
  },
  handles: ['PledgeAnnounced', ...Object.keys(STANDING_AFTER)],
  keyOf: ({ data }) => (data as DataOf<'PledgeAnnounced'>).pledgeId,
  apply: (row, { type, data }) => {
    if (type !== 'PledgeAnnounced') return row && { ...row, standing: STANDING_AFTER[type] ?? row.standing };
    const offer = data as DataOf<'PledgeAnnounced'>;
    const { reference, conference, description } = offer;
    const told = { reference, conference, description };
    return { ...told, sameness: sameOfferKey(offer), likeness: likenessOf(offer), standing: 'OPEN' };
  },
};

export const offerProjections = [announcedOffers] as readonly unknown[] as readonly Projection<never>[];

/** Answers an open pledge that already makes this offer, other than the pledge itself. */
export type FindSameOffer = (offer: Offer, pledgeId: string) => Promise<string | null>;
export const FIND_SAME_OFFER = Symbol('FindSameOffer');

export const sameOfferIn =
  (views: Views): FindSameOffer =>
  async (offer, pledgeId) => {
    const sameness = sameOfferKey(offer);
    if (sameness === null) return null;
    const found = await views.find(announcedOffers.name, { where: { openOffer: sameness }, limit: 2 });
    return found.find(({ key }) => key !== pledgeId)?.key ?? null;
  };

export interface AlikeOffer {
  /** SAME: an announcement of this would be refused as a duplicate. NEAR: worth a look. */
  readonly kind: 'SAME' | 'NEAR';
  readonly pledgeId: string;
  readonly reference: string;
  readonly conference: string | null;
  readonly description: string;
}

/** Answers open and lapsed pledges of the same state and capability, at any conference, whatever their figures. */
export type FindAlike = (offer: Offer, pledgeId: string) => Promise<readonly AlikeOffer[]>;
export const FIND_ALIKE = Symbol('FindAlike');

export const alikeIn =
  (views: Views): FindAlike =>
  async (offer, pledgeId) => {
    const where = { alike: likenessOf(offer) };
    const found = await views.find<OfferRow>(announcedOffers.name, { where, limit: MOST_ALIKE });
    const sameness = sameOfferKey(offer);
    return found
      .filter(({ key }) => key !== pledgeId)
      .map(({ key, row: { reference, conference, description, standing, ...row } }) => ({
        kind: sameness !== null && standing === 'OPEN' && row.sameness === sameness ? 'SAME' : 'NEAR',
        pledgeId: key,
        reference,
        conference,
        description,
      }));
  };

/** More than a person reads. */
const MOST_ALIKE = 100;

const likenessOf = ({ memberState, category, capabilityCode }: Offer): string =>
  JSON.stringify([memberState, capabilityCode ?? category]);
