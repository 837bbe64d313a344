/** The day from which the posts of a promise are to be filled: accountability page, section 12; decision 66. */
import { dayTooEarly, dimensionOf, FIRST_OPERATION, trackOf } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import { categoryOf } from '../category.ts';
import { invalid } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { termsPromised } from './terms.state.ts';

type Promised = Pick<DataOf<'PledgeAnnounced'>, 'category' | 'capabilityCode' | 'quantity' | 'terms'>;

const FIELD = 'terms.postsFrom';

/** Experts are in posts, however they are counted; of the rest of the implementation track, what counts posts. */
const hasPosts = ({ category, capabilityCode, quantity }: Promised): boolean =>
  trackOf(category, capabilityCode) !== 'CAPABILITY' &&
  (category === 'EXPERTISE' || dimensionOf(quantity?.unit ?? null) === 'POSTS');

/**
 * @returns undefined where no start is stated, or a possible one: of posts, not before the first operation, and not after the stated
 * end. Whether it has come is not asked: posts are promised ahead, and histories are entered later.
 */
export const impossibleStart = (promised: Promised): Rejected | undefined => {
  const { postsFrom = null, validUntil = null } = promised.terms ?? {};
  if (postsFrom === null) return undefined;
  if (!hasPosts(promised)) {
    return invalid(
      'NO_POSTS',
      'This promise has no posts, so none are to be filled from a day on. A start is for experts, and for what counts posts outside the capability track.',
      { field: FIELD, allowed: ['EXPERTISE'] },
    );
  }
  if (postsFrom < FIRST_OPERATION) return dayTooEarly(FIELD, postsFrom);
  if (validUntil === null || postsFrom <= validUntil) return undefined;
  return invalid(
    'PERIOD_INVALID',
    `The posts are kept until ${validUntil}, so they cannot begin on ${postsFrom}.`,
    {
      field: FIELD,
      latest: validUntil,
    },
  );
};

/**
 * What was impossible before, such as the start of a promise that was reclassified since, bars no other change.
 * @throws {Rejected} NO_POSTS, DATE_TOO_EARLY or PERIOD_INVALID
 */
export const mustHavePossibleStart = (before: Pledge, after: Pledge): void => {
  const refused = impossibleStart(promisedBy(after));
  if (refused === undefined) return;
  const isNew = termsPromised(after)?.postsFrom !== termsPromised(before)?.postsFrom;
  if (isNew || impossibleStart(promisedBy(before)) === undefined) throw refused;
};

const promisedBy = (pledge: Pledge): Promised => ({
  category: categoryOf(pledge),
  capabilityCode: pledge.capabilityCode,
  quantity: pledge.quantity,
  terms: termsPromised(pledge),
});
