/**
 * Checks what an announcement would become: nothing is written. It is decided as the announcement itself, and
 * refused as that would be, but for one that differs from a pledge that is there: that is an outcome, and answered beside what
 * else is alike.
 */
import { commandHref, memberState, trackOf } from '@pledgeline/contracts';
import type { CommandContext, DataOf, NotChecked, Track } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import {
  LINKERS,
  announcementOf,
  askBaseline,
  shareOfWomen,
  askFor,
  pledge,
  sameOfferKey,
} from '@pledgeline/pledge';
import type { LikePledge, Missing } from '@pledgeline/pledge';
import { notCheckedIn } from '../announcement/announcing.ts';
import type { Announcing, Prepared } from '../announcement/announcing.ts';
import type { AnnouncePledgeRequest } from '../announcement/announcement.request.ts';
import type { AlikeOffer, KnownOffers } from './known-offers.ts';

type Announced = DataOf<'PledgeAnnounced'>;

export const OUTCOMES = ['ADDED', 'UNCHANGED', 'DIFFERS'] as const;

/** The outcome, and the pledge that it concerns: the new one, the equal one, or the one that it differs from. */
interface Outcome extends LikePledge {
  readonly outcome: (typeof OUTCOMES)[number];
}

export interface AnnouncementCheck
  extends Outcome, Pick<Announced, 'memberState' | 'conference' | 'capabilityCode' | 'quantity' | 'money'> {
  readonly memberStateName: string;
  /** Equal for announcements that make the same offer in other words; null where none can be called the same. */
  readonly sameOffer: string | null;
  /** The track it would be registered on; null where it is unknown. */
  readonly expectedTrack: Track | null;
  /** The fields that the promise does not state. */
  readonly missing: readonly Missing[];
  /** The nearest of the pledges that may be the same, each with the command that the caller may send instead, where there is one. */
  readonly alike: readonly (Omit<AlikeOffer, 'standing'> & { readonly instead: Instead | null })[];
  /** How many such pledges there are; 1000: a thousand or more. */
  readonly alikeInAll: number;
  /** Codes of refusals that cannot be looked for now; empty but while the read model does not get on. */
  readonly notChecked: readonly NotChecked[];
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
  ({ prepare }: Announcing, known: Pick<KnownOffers, 'alike'>): CheckAnnouncement =>
  async (context, row) => {
    const prepared = await prepare(context, row);
    const outcome = outcomeOf(prepared);
    const { category, missing, ...said } = announcementOf(prepared.command);
    const { conference, capabilityCode, quantity, money } = said;
    const { alike, alikeInAll } = await known.alike({ ...said, category });
    return {
      ...outcome,
      memberState: said.memberState,
      memberStateName: memberState(said.memberState)?.name ?? said.memberState,
      sameOffer: sameOfferKey(said),
      conference,
      capabilityCode,
      quantity,
      money,
      expectedTrack: trackOf(category, capabilityCode),
      missing: [...askFor(missing ?? []), ...baselineOf(prepared.command.data)],
      alike: alike.map(({ standing, ...offer }) => ({
        ...offer,
        instead: standing === 'OPEN' && mayLinkAny(context) ? linkTo(offer.pledgeId) : null,
      })),
      alikeInAll,
      notChecked: (outcome.outcome === 'ADDED' && notCheckedIn(prepared.command.data).notChecked) || [],
    };
  };

/** What a multiple such as "double" would have to say yet. */
const baselineOf = ({ shareAimedAt, capabilityCode, category }: Prepared['command']['data']) =>
  shareAimedAt === null || shareAimedAt.factor === null
    ? []
    : [askBaseline(shareOfWomen(capabilityCode, category))];

const outcomeOf = ({ command, state }: Prepared): Outcome => {
  try {
    const isNew = pledge.decide(command, state).length > 0;
    const { pledgeId, reference } = isNew ? command.data : state;
    return { outcome: isNew ? 'ADDED' : 'UNCHANGED', pledgeId, reference, fields: [] };
  } catch (error) {
    if (!(error instanceof Rejected) || !DIFFERENT.includes(error.code)) throw error;
    const { pledgeId, reference, fields } = error.details as unknown as LikePledge;
    return { outcome: 'DIFFERS', pledgeId, reference, fields };
  }
};

/** A pledge that has lapsed takes no other announcement. */
const mayLinkAny = ({ caller: { role } }: CommandContext): boolean => LINKERS.includes(role);

const DIFFERENT = ['PLEDGE_EXISTS', 'DUPLICATE_ANNOUNCEMENT'];

const linkTo = (pledgeId: string): Instead => ({
  command: 'LinkAnnouncement',
  method: 'POST',
  href: commandHref('LinkAnnouncement', { pledgeId }),
});
