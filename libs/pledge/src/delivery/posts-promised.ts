/** How many posts a pledge promises: accountability page, section 12. */
import { dimensionOf } from '@pledgeline/contracts';
import type { Pledge } from '../state.ts';
import { leastCounted } from '../accountability/base.ts';
import { categoryOf } from '../category.ts';
import { isOfLearners } from './learners.ts';

/** So many, no number ("experts", "over 20"), or nothing that persons in posts could fill. */
export type PostsPromised = number | 'OPEN_ENDED' | 'NOT_STATED';

/** By the upper end: of "2 to 3 planners" the third is promised too. */
export const postsPromised = (pledge: Pledge): PostsPromised => {
  const { quantity } = pledge;
  const dimension = dimensionOf(quantity?.unit ?? null);
  const isCounted = dimension === 'POSTS' || (dimension === 'PERSONS' && !isOfLearners(pledge));
  if (quantity === null || !isCounted) return 'NOT_STATED';
  if (quantity.max !== null) return Math.floor(quantity.max);
  return quantity.min === null ? 'NOT_STATED' : 'OPEN_ENDED';
};

/**
 * How many posts have to be filled, by the number that has to be kept; null where no number of posts, or of experts, was promised.
 */
export const postsToFill = (pledge: Pledge): number | null => {
  const { promise } = pledge;
  const dimension = dimensionOf(promise?.base.quantity?.unit ?? null);
  const isCounted = dimension === 'POSTS' || (dimension === 'PERSONS' && categoryOf(pledge) === 'EXPERTISE');
  return promise === null || !isCounted ? null : leastCounted(promise.base);
};
