/** The columns by which pledges are found that may be the same promise, each with the day of the announcement as its place. */
import { placed } from '@pledgeline/event-sourcing';
import { sameOfferKey, type Pledge } from '@pledgeline/pledge';
import { isOpen } from './due-dates.ts';

/** A lapsed one can be renewed. */
export const stillStands = (pledge: Pledge): boolean => isOpen(pledge) || pledge.status === 'LAPSED';

/** The pledges of one state that promise the same kind of thing. */
export const likenessOf = ({ memberState, capabilityCode, announcement }: Pledge): string =>
  `${memberState} ${capabilityCode ?? announcement?.category ?? ''}`;

/** Those that make one offer, apart where they have ended. */
export const offerPlace = (key: string, stands: boolean): string => `${key} ${stands ? 'STANDS' : 'ENDED'}`;

/** Null for what has ended: it could not be kept in place of the other. */
export const alikeColumn = (pledge: Pledge): string | null =>
  pledge.announcement !== null && stillStands(pledge)
    ? placed({ group: likenessOf(pledge), place: pledge.announcement.announcedOn ?? '' })
    : null;

/** By what was announced first: an amendment does not make a repeat another promise. */
export const offerColumn = (pledge: Pledge): string | null => {
  const { announcement } = pledge;
  const key = announcement === null ? null : sameOfferKey(announcement);
  if (announcement === null || key === null) return null;
  return placed({ group: offerPlace(key, stillStands(pledge)), place: announcement.announcedOn ?? '' });
};

/** The parts of a split are alike; they are no repeats. */
export const isOfOneFamily = (one: Pledge, other: Pledge): boolean => {
  const family = new Set([
    other.pledgeId,
    ...(other.lineage?.parents ?? []),
    ...(other.lineage?.children ?? []),
  ]);
  return [one.pledgeId, ...(one.lineage?.parents ?? [])].some((pledgeId) => family.has(pledgeId));
};
