/** An announcement that comes again: accountability page, section 3 (Import), and decision 0019. */
import { commandHref, differingFields } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { conflict } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { LINKERS, mayLink } from './linkers.ts';
import type { LikePledge } from './announcement.state.ts';

type Announced = DataOf<'PledgeAnnounced'>;

/**
 * Whether the pledge was announced before. It is compared with the announcement as it was made, not with the pledge of today.
 * Nothing follows where it is equal, or was before somebody corrected it.
 * @param role of who announces: what to send instead is said to those who may.
 * @throws {Rejected} PLEDGE_VOID where it was annulled; PLEDGE_EXISTS with the names of the fields that differ.
 */
export const isAnnouncedAgain = (said: Announced, pledge: Pledge, role: string): boolean => {
  if (pledge.status === null) return false;
  if (pledge.status === 'VOID') {
    throw conflict(
      'PLEDGE_VOID',
      `${pledge.reference} was entered by mistake and annulled. To announce this after all, give it an id of its own.`,
      { field: 'pledgeId' },
    );
  }
  const [fields = [], ...earlier] = wordingsOf(pledge).map((wording) => differingFields(said, wording));
  if ([fields, ...earlier].some((differing) => differing.length === 0)) return true;
  const { pledgeId, reference, status } = pledge;
  const like = { pledgeId, reference, fields };
  const links = mayLink(role, status);
  throw conflict(
    'PLEDGE_EXISTS',
    differs(like, 'leave out what names this pledge', links),
    advice(like, links),
  );
};

/** @throws {Rejected} DUPLICATE_ANNOUNCEMENT with the pledge that makes this offer in other words. */
export const mustBeAnotherOffer = (
  like: LikePledge | null,
  { additional }: Announced,
  role: string,
): void => {
  if (like === null || additional) return;
  // A like pledge is an open one.
  const links = LINKERS.some((one) => one === role);
  throw conflict('DUPLICATE_ANNOUNCEMENT', differs(like, 'send it again', links), {
    duplicateOf: like.pledgeId,
    ...advice(like, links),
  });
};

/** As it reads now, then as it read before each correction, the first words last. */
const wordingsOf = ({ announcement, corrections }: Pledge): readonly Announced[] => {
  if (announcement === null) return [];
  const made = corrections.filter(
    ({ standing, correctedType }) => standing === 'MADE' && correctedType === 'PledgeAnnounced',
  );
  return made.reduceRight<readonly Announced[]>(
    (wordings, { changes }) => [...wordings, before(changes, wordings.at(-1) ?? announcement)],
    [announcement],
  );
};

const before = (changes: Pledge['corrections'][number]['changes'], wording: Announced): Announced => {
  const old = changes.map(({ field, old: value }) => [field === 'occurredOn' ? 'announcedOn' : field, value]);
  return { ...wording, ...(Object.fromEntries(old) as Partial<Announced>) };
};

const differs = ({ reference, fields }: LikePledge, otherwise: string, links: boolean): string =>
  `This differs from ${reference} in ${fields.join(', ')}, and was not applied: ` +
  (links ? 'link it to that pledge (LinkAnnouncement)' : 'the pledge desk can link it to that pledge') +
  `, or, where it is another offer, ${otherwise} with additional and additionalReason.`;

/** What to send in its place. */
const advice = (like: LikePledge, links: boolean) => ({
  ...like,
  ...(links && {
    instead: {
      command: 'LinkAnnouncement',
      method: 'POST',
      href: commandHref('LinkAnnouncement', { pledgeId: like.pledgeId }),
    },
  }),
  allowed: [...(links ? ['LinkAnnouncement'] : []), 'additional'],
});
