/**
 * Questions to the earlier announcements. They wait for the read model while it is filled, and for what this process announced
 * itself; of what other processes announced it is behind by a moment.
 */
import { announcedPledgeId, announcementKey, streamName } from '@pledgeline/contracts';
import type { Keyed } from '@pledgeline/contracts';
import {
  caughtUpOnce,
  countOfGroup,
  isFollowing,
  nearestRows,
  recentWrites,
} from '@pledgeline/event-sourcing';
import type { ColumnValue, Groups, Projector, Views } from '@pledgeline/event-sourcing';
import { sameOfferKey } from '@pledgeline/pledge';
import { announcedOffers, isOpenOffer, likePlace } from './announced-offers.projection.ts';
import type { Offer, OfferRow } from './announced-offers.projection.ts';

export interface AlikeOffer {
  /** SAME: an announcement of this would be refused as a duplicate. NEAR: worth a look. */
  readonly kind: 'SAME' | 'NEAR';
  readonly pledgeId: string;
  readonly reference: string;
  readonly conference: string | null;
  readonly description: string;
  readonly standing: OfferRow['standing'];
}

export interface AlikeOffers {
  readonly alike: readonly AlikeOffer[];
  readonly alikeInAll: number;
}

type DatedOffer = Parameters<typeof likePlace>[0];

export interface KnownOffers {
  /** Ids of pledges that were announced in the same words, as they read now or read when they were entered. */
  readonly equalTo: (announcement: Keyed) => Promise<readonly string[]>;
  /** An open pledge that makes this offer, other than the pledge itself. */
  readonly sameAs: (offer: Offer, pledgeId: string) => Promise<string | null>;
  /**
   * Open and lapsed pledges of the same state and capability, at any conference and with any figures: the nearest few by the day
   * they were announced, first those that are the same offer, and how many there are, of a thousand at most.
   */
  readonly alike: (offer: DatedOffer) => Promise<AlikeOffers>;
  /** The pledge that this command announced, and the hash of the body that it came with. */
  readonly announcedBy: (commandId: string) => Promise<{ pledgeId: string; bodyHash: string } | null>;
  /**
   * Whether an equal pledge, and one of the same offer, would be known: not while the read model does not get on (in the distributed
   * shape: while the broker is away), or lacks what this process announced under these names.
   */
  readonly wouldKnow: (announcement: Keyed) => Promise<boolean>;
  /** Called with each announcement that this process has made. */
  readonly announced: (announcement: Keyed, pledgeId: string) => void;
}

export const KNOWN_OFFERS = Symbol('KnownOffers');

/** @param group that fills the views. */
export const offersIn = (views: Views, projector: Projector, groups: Groups, group: string): KnownOffers => {
  const caughtUp = caughtUpOnce(groups, group);
  const recent = recentWrites(projector);
  const find = async (column: string, value: ColumnValue, limit = MOST_EQUAL) => {
    await caughtUp();
    return views.find<OfferRow>(announcedOffers.name, { where: { [column]: value }, limit });
  };
  return {
    equalTo: async (announcement) => {
      const key = announcementKey(announcement);
      await recent.arrived(key);
      await caughtUp();
      const named = await views.get<OfferRow>(announcedOffers.name, key);
      const isNamed = named !== undefined && announcementKey(named.announcement) === key;
      const found = [...(await find('keyApart', key)), ...(await find('keyBefore', key))];
      return [...new Set([...(isNamed ? [key] : []), ...found.map((offer) => offer.key)])];
    },
    sameAs: async (offer, pledgeId) => {
      const sameness = sameOfferKey(offer);
      if (sameness === null) return null;
      await recent.arrived(sameness);
      const found = await find('openOffer', sameness, 2);
      return found.find(({ key }) => key !== pledgeId)?.key ?? null;
    },
    alike: async (offer) => {
      await caughtUp();
      const [sameness, at] = [sameOfferKey(offer), likePlace(offer)];
      const alike = { view: announcedOffers.name, column: 'alike' };
      const same = sameness === null ? [] : await find('openOffer', sameness, MOST_SHOWN);
      const near = await nearestRows<OfferRow>(views, alike, at, MOST_SHOWN);
      const found = new Map([...same, ...near].map(({ key, row }) => [key, row]));
      const isSame = (row: OfferRow): boolean =>
        sameness !== null && isOpenOffer(row) && sameOfferKey(row.announcement) === sameness;
      const shown = [...found].map(([key, row]): AlikeOffer => {
        const { reference, conference, description } = row.announcement;
        const kind = isSame(row) ? 'SAME' : 'NEAR';
        return { kind, pledgeId: key, reference, conference, description, standing: row.standing };
      });
      return {
        alike: shown
          .sort((one, other) => Number(one.kind === 'NEAR') - Number(other.kind === 'NEAR'))
          .slice(0, MOST_SHOWN),
        alikeInAll: await countOfGroup(views, alike, at.group, MOST_COUNTED),
      };
    },
    wouldKnow: async (announcement) => {
      const sameness = sameOfferKey(announcement);
      const names = [announcementKey(announcement), ...(sameness === null ? [] : [sameness])];
      return (await recent.arrived(...names)) && isFollowing(groups, group);
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

/** More than are ever equal. */
const MOST_EQUAL = 100;
const MOST_SHOWN = 5;
const MOST_COUNTED = 1000;
