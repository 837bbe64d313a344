/**
 * Questions to the earlier announcements. They wait for the read model while it is filled, and for what this process announced
 * itself; of what other processes announced it is behind by a moment.
 */
import { announcedPledgeId, announcementKey, streamName } from '@pledgeline/contracts';
import type { Keyed } from '@pledgeline/contracts';
import { caughtUpOnce, recentWrites } from '@pledgeline/event-sourcing';
import type { ColumnValue, Groups, Projector, Views } from '@pledgeline/event-sourcing';
import { sameOfferKey } from '@pledgeline/pledge';
import { announcedOffers, isOpenOffer, likenessOf } from './announced-offers.projection.ts';
import type { Offer, OfferRow } from './announced-offers.projection.ts';

export interface AlikeOffer {
  /** SAME: an announcement of this would be refused as a duplicate. NEAR: worth a look. */
  readonly kind: 'SAME' | 'NEAR';
  readonly pledgeId: string;
  readonly reference: string;
  readonly conference: string | null;
  readonly description: string;
}

export interface KnownOffers {
  /** Ids of pledges that were announced in the same words, as they read now or read when they were entered. */
  readonly equalTo: (announcement: Keyed) => Promise<readonly string[]>;
  /** An open pledge that makes this offer, other than the pledge itself. */
  readonly sameAs: (offer: Offer, pledgeId: string) => Promise<string | null>;
  /** Open and lapsed pledges of the same state and capability, at any conference and with any figures. */
  readonly alike: (offer: Offer) => Promise<readonly AlikeOffer[]>;
  /** The pledge that this command announced, and the hash of the body that it came with. */
  readonly announcedBy: (commandId: string) => Promise<{ pledgeId: string; bodyHash: string } | null>;
  /** Called with each announcement that this process has made. */
  readonly announced: (announcement: Keyed, pledgeId: string) => void;
}

export const KNOWN_OFFERS = Symbol('KnownOffers');

/** @param group that fills the views. */
export const offersIn = (views: Views, projector: Projector, groups: Groups, group: string): KnownOffers => {
  const caughtUp = caughtUpOnce(groups, group);
  const recent = recentWrites(projector);
  const find = async (column: string, value: ColumnValue, limit = MOST_ALIKE) => {
    await caughtUp();
    return views.find<OfferRow>(announcedOffers.name, { where: { [column]: value }, limit });
  };
  return {
    equalTo: async (announcement) => {
      const key = announcementKey(announcement);
      await recent.arrived(key);
      const found = [...(await find('key', key)), ...(await find('keyBefore', key))];
      return [...new Set(found.map((offer) => offer.key))];
    },
    sameAs: async (offer, pledgeId) => {
      const sameness = sameOfferKey(offer);
      if (sameness === null) return null;
      await recent.arrived(sameness);
      const found = await find('openOffer', sameness, 2);
      return found.find(({ key }) => key !== pledgeId)?.key ?? null;
    },
    alike: async (offer) => {
      const found = await find('alike', likenessOf(offer));
      const sameness = sameOfferKey(offer);
      const isSame = (row: OfferRow): boolean =>
        sameness !== null && isOpenOffer(row) && sameOfferKey(row.announcement) === sameness;
      return found.map(({ key, row }): AlikeOffer => {
        const { reference, conference, description } = row.announcement;
        return { kind: isSame(row) ? 'SAME' : 'NEAR', pledgeId: key, reference, conference, description };
      });
    },
    announcedBy: async (commandId) => {
      const [found] = await find('command', commandId, 1);
      return found === undefined ? null : { pledgeId: found.key, bodyHash: found.row.command.bodyHash };
    },
    announced: (announcement, pledgeId) => {
      const stream = streamName('pledge', pledgeId);
      const sameness = announcement.additional ? null : sameOfferKey(announcement);
      if (sameness !== null) recent.note(sameness, stream, 0);
      // Where the id derives from the words, the stream knows at once.
      if (pledgeId !== announcedPledgeId(announcement)) recent.note(announcementKey(announcement), stream, 0);
    },
  };
};

/** More than a person reads. */
const MOST_ALIKE = 100;
