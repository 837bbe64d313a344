/** The columns by which pledges are found that may be the same promise, each with the day of the announcement as its place. */
import { wordsOf } from '@pledgeline/contracts';
import { derivedId, placed } from '@pledgeline/event-sourcing';
import { isUnchecked, sameOfferKey, type Pledge } from '@pledgeline/pledge';
import type { RegisterRow } from './register-row.ts';
import { isOpen } from './due-dates.ts';

/** A lapsed one can be renewed. */
export const stillStands = (pledge: Pledge): boolean => isOpen(pledge) || pledge.status === 'LAPSED';

/** The pledges of one state that promise the same kind of thing. */
export const likenessOf = ({ memberState, capabilityCode, announcement }: Pledge): string =>
  `${memberState} ${capabilityCode ?? announcement?.category ?? ''}`;

/** Equal for two that make the same offer, and, where an offer cannot be told to be the same as another, for two in equal words. */
export const offerOf = (announcement: NonNullable<Pledge['announcement']>): string =>
  sameOfferKey(announcement) ?? derivedId('announcement in words', wordsOf(announcement));

/** Those that make one offer, apart where they have ended. */
export const offerPlace = (offer: string, stands: boolean): string =>
  `${offer} ${stands ? 'STANDS' : 'ENDED'}`;

/** Null for what has ended: it could not be kept in place of the other. */
export const alikeColumn = ({ pledge, firstRecordedAt }: RegisterRow): string | null =>
  pledge.announcement !== null && stillStands(pledge)
    ? placed({ group: likenessOf(pledge), place: pledge.announcement.announcedOn ?? '' }, firstRecordedAt)
    : null;

/** By what was announced first: an amendment does not make a repeat another promise. */
export const offerColumn = ({ pledge, firstRecordedAt }: RegisterRow): string | null => {
  const { announcement } = pledge;
  if (announcement === null) return null;
  const group = offerPlace(offerOf(announcement), stillStands(pledge));
  return placed({ group, place: announcement.announcedOn ?? '' }, firstRecordedAt);
};

/** The same of those alone of which nobody could look whether they repeat another: they are few, or none. */
export const uncheckedOfferColumn = ({ pledge }: RegisterRow): string | null => {
  const { announcement } = pledge;
  return announcement !== null && isUnchecked(pledge) ? offerOf(announcement) : null;
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
