/** Whether anything of a promise was ever given: accountability page, sections 1 and 3. */
import type { Delivered } from '../delivery/delivery.state.ts';
import type { Pledge } from '../state.ts';

/**
 * Money that was received, a course, people, equipment, a political act, a deployment of any turn, or a milestone that is met. What was
 * pledged, committed, planned or measured is nothing given yet; nor is a milestone whose evidence was rejected since.
 */
export const hasDelivered = ({ delivered, reachedOn, implementation }: Pledge): boolean =>
  'DEPLOYED' in reachedOn ||
  (implementation?.milestones ?? []).some(({ metOn }) => metOn !== null) ||
  (delivered !== null && isSomething(delivered));

const isSomething = ({ funds, courses, secondments, equipment, acts }: Delivered): boolean =>
  // What another gives is not theirs.
  funds.some(({ received, funder }) => funder === null && (received ?? 0) > 0) ||
  equipment.some(({ number }) => number > 0) ||
  [courses, secondments, acts].some(({ length }) => length > 0);
