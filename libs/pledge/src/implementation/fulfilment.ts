/**
 * When a pledge of the implementation track may be called fulfilled: lifecycle page, section 7. In full only when its whole
 * plan was carried out; in part as soon as one thing shows for it.
 */
import type { Rejected } from '@pledgeline/event-sourcing';
import { dimensionOf, IN_USE } from '@pledgeline/contracts';
import { leastCounted, leastPaid } from '../accountability/base.ts';
import { hasDelivered } from '../accountability/has-delivered.ts';
import { categoryOf } from '../category.ts';
import { nothingReceived } from '../delivery/funds.ts';
import { conflict } from '../refusal.ts';
import type { Pledge } from '../state.ts';

/** A delivery, a milestone met or evidence verified; and of a money pledge an amount received, unless it counts other things alone. */
export const nothingDelivered = (pledge: Pledge): Rejected | undefined => {
  const { implementation, delivered } = pledge;
  if (categoryOf(pledge) === 'FINANCE' && nothingReceived(delivered) && !isPromisedInKind(pledge))
    return noMoney();
  const shows =
    implementation?.milestones.some(({ metOn }) => metOn !== null) ||
    implementation?.evidence.some(({ standing }) => standing === 'VERIFIED') ||
    hasDelivered(pledge);
  return shows
    ? undefined
    : conflict(
        'NOTHING_DELIVERED',
        'Nothing was delivered, no milestone was met, and no evidence was verified.',
      );
};

/**
 * Such as an aircraft in place of a mission's logistics, of which no sum was noted since: what is counted follows the unit, not
 * the category. Accountability page, section 1.
 */
const isPromisedInKind = ({ promise, delivered }: Pledge): boolean =>
  (delivered?.funds ?? []).length === 0 &&
  promise !== null &&
  leastPaid(promise.base) === null &&
  leastCounted(promise.base) !== null &&
  dimensionOf(promise.base.quantity?.unit ?? null) !== undefined;

const noMoney = () => conflict('NOTHING_RECEIVED', 'Money was promised, and none was received.');

/**
 * A delivery that was only handed over is not full: technology and equipment must be in use, and
 * money that any pledge promised must have come.
 *
 * @throws {Rejected}
 */
export const mustBeCarriedOut = (pledge: Pledge): void => {
  const { delivered, implementation } = pledge;
  if ((delivered?.funds ?? []).length > 0 && nothingReceived(delivered)) throw noMoney();
  const milestones = implementation?.milestones ?? [];
  const open = milestones.filter(({ metOn }) => metOn === null);
  if (open.length > 0) {
    throw conflict('MILESTONES_OPEN', `${open.length} of ${milestones.length} milestones are open.`, {
      milestones: open.map(({ milestoneId }) => milestoneId),
    });
  }
  if (MUST_BE_IN_USE.has(categoryOf(pledge)) && !milestones.some(({ template }) => template === IN_USE)) {
    throw conflict('IN_USE_MISSING', `No milestone ${IN_USE} was planned and met.`, { template: IN_USE });
  }
};

const MUST_BE_IN_USE: ReadonlySet<string> = new Set(['TECHNOLOGY', 'EQUIPMENT']);
