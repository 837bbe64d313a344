/** The way of an announcement from its body to the log, and the same way without the last step. */
import { differingFields, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext, DataOf } from '@pledgeline/contracts';
import { takenCommands } from '@pledgeline/event-sourcing';
import { sendToPledge } from '@pledgeline/pledge';
import type { CommandOf, LikePledge, Pledge, PledgeCommands } from '@pledgeline/pledge';
import type { KnownOffers } from '../announcement-check/known-offers.ts';
import { announcementAs } from './announce-offer.ts';
import type { Duplicates, ReadOffer } from './announce-offer.ts';
import type { AnnouncePledgeRequest } from './announcement.request.ts';
import type { Place, WhichPledge } from './which-pledge.ts';

export interface Announcing {
  /** @throws {Rejected} as reading it, finding its pledge and the decision do. */
  readonly announce: (context: CommandContext, row: AnnouncePledgeRequest) => Promise<CommandAnswer>;
  /** The command as it would be sent, and the pledge as it is: nothing is written. */
  readonly prepare: (context: CommandContext, row: AnnouncePledgeRequest) => Promise<Prepared>;
}
export const ANNOUNCING = Symbol('Announcing');

export interface Prepared {
  readonly command: CommandOf<'AnnouncePledge'>;
  readonly state: Pledge;
}

type Read = (context: CommandContext, row: AnnouncePledgeRequest) => Promise<ReadOffer>;

const NOTHING_TO_CHECK: Duplicates = { like: null, duplicateChecked: false };

type Entered = Pick<DataOf<'PledgeAnnounced'>, 'duplicateChecked'> | null;

/** The refusals that would not have been found, for the answer; nothing where there are none. */
export const notCheckedIn = (entered: Entered): Pick<CommandAnswer, 'notChecked'> =>
  entered?.duplicateChecked === null ? { notChecked: ['DUPLICATE_ANNOUNCEMENT'] } : {};

export const announcing = (
  read: Read,
  which: WhichPledge,
  pledges: PledgeCommands,
  known: KnownOffers,
): Announcing => {
  const taken = takenCommands();

  const commandFor = async (
    context: CommandContext,
    offer: ReadOffer,
    pledgeId: string,
  ): Promise<CommandOf<'AnnouncePledge'>> =>
    announcementAs(context, offer, pledgeId, await duplicatesOf(offer, pledgeId));

  const pledgeNow = async (pledgeId: string): Promise<Pledge> =>
    (await pledges.load(streamName('pledge', pledgeId))).state;

  /**
   * Of a pledge that is there nothing is asked: the announcement is compared with its own. Nor of an additional offer: somebody has
   * checked it.
   */
  const duplicatesOf = async (offer: ReadOffer, pledgeId: string): Promise<Duplicates> => {
    if (offer.additional || (await pledgeNow(pledgeId)).status !== null) return NOTHING_TO_CHECK;
    // Asked first: what comes to be known after the look was not looked through.
    const wouldKnow = await known.wouldKnow(offer);
    const like = await likeOf(offer, pledgeId);
    return { like, duplicateChecked: like !== null || wouldKnow ? false : null };
  };

  const likeOf = async (offer: ReadOffer, pledgeId: string): Promise<LikePledge | null> => {
    const found = await known.sameAs(offer, pledgeId);
    if (found === null) return null;
    const { announcement, reference } = await pledgeNow(found);
    const fields = announcement === null ? [] : differingFields(offer, announcement);
    return { pledgeId: found, reference, fields };
  };

  const sendTo = async (context: CommandContext, offer: ReadOffer, place: Place): Promise<CommandAnswer> => {
    const command = await commandFor(context, offer, place.pledgeId);
    const answer = await sendToPledge(pledges, context, command);
    if (answer.created && context.dryRun !== true) known.announced(offer, place.pledgeId);
    if (!answer.created && !answer.repeated && place.next !== null)
      return sendTo(context, offer, place.next());
    return { ...answer, ...notCheckedIn(await entered(answer, command)) };
  };

  /** As the first time, where it is not the first: what could not be checked then is what counts. */
  const entered = async (
    { created, foreseen }: CommandAnswer,
    { data }: CommandOf<'AnnouncePledge'>,
  ): Promise<Entered> =>
    created || (foreseen ?? []).length > 0 ? data : (await pledgeNow(data.pledgeId)).announcement;

  const prepareFor = async (context: CommandContext, offer: ReadOffer, place: Place): Promise<Prepared> => {
    const command = await commandFor(context, offer, place.pledgeId);
    const state = await pledgeNow(place.pledgeId);
    return state.status === null || place.next === null
      ? { command, state }
      : prepareFor(context, offer, place.next());
  };

  const announce = async (context: CommandContext, row: AnnouncePledgeRequest): Promise<CommandAnswer> => {
    const offer = await read(context, row);
    return sendTo(context, offer, await which(context, row, offer));
  };

  const dryRun: Announcing['announce'] = async (context, row) => {
    if (context.keyed) taken.mustBeFreeFor(context);
    return announce(context, row);
  };

  return {
    announce: (context, row) => {
      if (context.dryRun === true) return dryRun(context, row);
      return context.keyed ? taken.take(context, () => announce(context, row)) : announce(context, row);
    },
    prepare: async (context, row) => {
      const offer = await read(context, row);
      return prepareFor(context, offer, await which(context, row, offer));
    },
  };
};
