/**
 * What an announcement would become, before it is made: nothing is written. It is decided as the announcement itself, and
 * refused as that would be, but for a duplicate, which is answered beside what else is alike.
 */
import { commandHref, memberState, trackOf } from '@pledgeline/contracts';
import type { CommandContext, DataOf, Track } from '@pledgeline/contracts';
import { askFor, pledge } from '@pledgeline/pledge';
import type { Missing } from '@pledgeline/pledge';
import type { AnnounceOffer } from '../announcement/announce-offer.ts';
import type { AlikeOffer, FindAlike } from './announced-offers.projection.ts';
import { AnnouncePledgeRequest } from '../announcement/announcement.request.ts';

type Announced = DataOf<'PledgeAnnounced'>;

export interface AnnouncementCheck extends Pick<
  Announced,
  'memberState' | 'conference' | 'capabilityCode' | 'quantity' | 'money'
> {
  readonly memberStateName: string;
  /** The track it would be registered on; null where nothing tells. */
  readonly expectedTrack: Track | null;
  /** What the promise leaves unsaid. */
  readonly missing: readonly Missing[];
  /** Pledges that may be the same, each with what to send instead. */
  readonly alike: readonly (AlikeOffer & { readonly instead: Instead })[];
}

interface Instead {
  readonly command: 'LinkAnnouncement';
  readonly method: 'POST';
  readonly href: string;
}

export type CheckAnnouncement = (
  context: CommandContext,
  row: AnnouncePledgeRequest,
) => Promise<AnnouncementCheck>;
export const CHECK_ANNOUNCEMENT = Symbol('CheckAnnouncement');

/** @throws {Rejected} as the announcement would be. */
export const checkAnnouncement =
  (announceOffer: AnnounceOffer, findAlike: FindAlike): CheckAnnouncement =>
  async (context, row) => {
    const command = await announceOffer(
      context,
      Object.assign(new AnnouncePledgeRequest(), row, { duplicateChecked: true }),
    );
    const [event] = pledge.decide(command, pledge.initialState());
    const { category, missing, ...said } = event?.data as Announced;
    const { conference, capabilityCode, quantity, money } = said;
    const alike = await findAlike({ ...said, category }, said.pledgeId);
    return {
      memberState: said.memberState,
      memberStateName: memberState(said.memberState)?.name ?? said.memberState,
      conference,
      capabilityCode,
      quantity,
      money,
      expectedTrack: trackOf(category, capabilityCode),
      missing: askFor(missing ?? []),
      alike: alike.map((offer) => ({ ...offer, instead: linkTo(offer.pledgeId) })),
    };
  };

const linkTo = (pledgeId: string): Instead => ({
  command: 'LinkAnnouncement',
  method: 'POST',
  href: commandHref('LinkAnnouncement', { pledgeId }),
});
