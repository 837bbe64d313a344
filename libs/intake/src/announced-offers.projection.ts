/**
 * What each state has on offer, kept to notice that the same offer is announced twice (press and note verbale). Behind the
 * log by a moment: two announcements at the same time may both pass, and reports show them side by side.
 */
import type { DataOf, Money, Quantity } from '@pledgeline/contracts';
import type { Projection, Views } from '@pledgeline/event-sourcing';

export interface Offer {
  readonly memberState: string;
  readonly conference: string | null;
  readonly capabilityCode: string | null;
  readonly quantity: Quantity | null;
  readonly money: Money | null;
}

interface OfferRow {
  /** Null where conference or capability were not stated: nothing can then be called the same. */
  readonly sameness: string | null;
  readonly open: boolean;
}

const CLOSING = [
  'RegistrationDeclined',
  'PledgeWithdrawn',
  'PledgeLapsed',
  'PledgeFulfilled',
  'PledgePartiallyFulfilled',
];

export const announcedOffers: Projection<OfferRow> = {
  name: 'announced-offers',
  version: 2,
  columns: { openOffer: ({ sameness, open }) => (open ? sameness : null) },
  handles: ['PledgeAnnounced', 'PledgeRenewed', ...CLOSING],
  keyOf: ({ data }) => (data as DataOf<'PledgeAnnounced'>).pledgeId,
  apply: (row, { type, data }) =>
    type === 'PledgeAnnounced'
      ? { sameness: samenessOf(data as DataOf<'PledgeAnnounced'>), open: true }
      : row && { ...row, open: !CLOSING.includes(type) },
};

export const offerProjections = [announcedOffers] as readonly unknown[] as readonly Projection<never>[];

/** Answers an open pledge that already makes this offer, other than the pledge itself. */
export type FindSameOffer = (offer: Offer, pledgeId: string) => Promise<string | null>;
export const FIND_SAME_OFFER = Symbol('FindSameOffer');

export const sameOfferIn =
  (views: Views): FindSameOffer =>
  async (offer, pledgeId) => {
    const sameness = samenessOf(offer);
    if (sameness === null) return null;
    const found = await views.find(announcedOffers.name, { where: { openOffer: sameness }, limit: 2 });
    return found.find(({ key }) => key !== pledgeId)?.key ?? null;
  };

/** The figures decide, not their wording: "1 unit" and "one battalion" come from different clerks. */
const samenessOf = ({ memberState, conference, capabilityCode, quantity, money }: Offer): string | null =>
  conference === null || capabilityCode === null
    ? null
    : JSON.stringify([
        memberState,
        conference,
        capabilityCode,
        money?.amountMin ?? quantity?.min ?? null,
        money?.amountMax ?? quantity?.max ?? null,
      ]);
