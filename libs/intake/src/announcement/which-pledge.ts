/**
 * Finds the pledge under which an announcement is entered. Where nobody names one, its id derives from its content, so that equal
 * announcements meet on one stream, and the append there decides. Accountability page, section 3 (Ids), and decision 0019.
 */
import { announcedPledgeId, isDerivedId, streamName } from '@pledgeline/contracts';
import type { CommandContext } from '@pledgeline/contracts';
import { commandIdReused, Rejected } from '@pledgeline/event-sourcing';
import type { PledgeCommands } from '@pledgeline/pledge';
import type { KnownOffers } from '../announcement-check/known-offers.ts';
import type { ReadOffer } from './announce-offer.ts';
import type { AnnouncePledgeRequest } from './announcement.request.ts';
import { isPledgeOf, mustBePledgeOf } from './named-pledge.ts';

type Naming = Pick<AnnouncePledgeRequest, 'pledge' | 'pledgeId' | 'additionalNumber'>;

/** A pledge that an announcement may be entered as. */
export interface Place {
  readonly pledgeId: string;
  /** Where to go on when an equal announcement is there; null where it is then the same. */
  readonly next: (() => Place) | null;
}

export type WhichPledge = (context: CommandContext, named: Naming, offer: ReadOffer) => Promise<Place>;

/** Its function throws UNKNOWN_PLEDGE, STATE_DIFFERS, ID_RESERVED or COMMAND_ID_REUSED. */
export const whichPledge =
  (pledges: PledgeCommands, known: KnownOffers): WhichPledge =>
  async (context, { pledge, pledgeId, additionalNumber }, offer) => {
    const earlier = context.keyed ? await known.announcedBy(context.commandId) : null;
    if (earlier !== null && earlier.bodyHash !== context.bodyHash) throw commandIdReused();
    if (earlier !== null) return at(earlier.pledgeId);
    if (pledge) {
      await mustBePledgeOf(offer.memberState, pledge, pledges);
      return at(pledge);
    }
    const nth = additionalNumber ?? 1;
    if (pledgeId && pledgeId !== announcedPledgeId(offer, nth)) {
      if (await isPledgeOf(offer.memberState, pledgeId, 'pledgeId', pledges)) return at(pledgeId);
      if (isDerivedId(pledgeId)) throw reserved();
      if (offer.additional) return at(pledgeId);
    }
    const equal = await known.equalTo(offer);
    if (!offer.additional) return at(await plain(offer, equal, pledgeId ?? null, pledges));
    return context.keyed && !additionalNumber && !pledgeId
      ? numbered(offer, equal.length + 1)
      : at(additional(offer, equal, nth));
  };

/** The one that is there, or the id that was named, or the one that derives. */
const plain = async (
  offer: ReadOffer,
  equal: readonly string[],
  named: string | null,
  pledges: PledgeCommands,
): Promise<string> => {
  const derived = announcedPledgeId(offer);
  const [first] = equal;
  if (first !== undefined) return equal.includes(derived) ? derived : first;
  if (named === null) return derived;
  const { revision } = await pledges.load(streamName('pledge', derived));
  return revision < 0 ? named : derived;
};

/** The n-th of those that are equal and give the same reason. Some may bear ids that nobody derived from their words. */
const additional = (offer: ReadOffer, equal: readonly string[], nth: number): string => {
  const derived = announcedPledgeId(offer, nth);
  if (equal.includes(derived)) return derived;
  const ofOthers = new Set(equal.map((_, n) => announcedPledgeId(offer, n + 1)));
  return equal.filter((id) => !ofOthers.has(id))[nth - 1] ?? derived;
};

const at = (pledgeId: string): Place => ({ pledgeId, next: null });

/** A new key is a new offer, with any content: it gets the first number that is free. */
const numbered = (offer: ReadOffer, nth: number): Place => ({
  pledgeId: announcedPledgeId(offer, nth),
  next: () => numbered(offer, nth + 1),
});

const reserved = (): Rejected =>
  new Rejected(
    'invalid',
    'ID_RESERVED',
    'The server derives the ids of version 5. Leave pledgeId out, or send a UUID of another version, such as 7.',
    { field: 'pledgeId' },
  );
