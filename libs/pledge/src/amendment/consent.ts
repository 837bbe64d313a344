/** Whose plans an amended quantity touches: lifecycle page, section 5. */
import type { Quantity } from '@pledgeline/contracts';
import { rank } from '../readiness/level-basis.ts';
import type { RuleSet } from '../rule-set.ts';
import { figuresDiffer, offered, outsidePledged } from '../selection/quantity-offered.ts';
import type { Pledge } from '../state.ts';

/**
 * The ground on which the new quantity needs consent; undefined where it needs none. The figure of the statement of unit requirement (SUR) is not on record:
 * from Level 3 on, where the unit was aligned to one, every raise is taken to go above it (assumption).
 */
export const needsConsent = (
  quantity: Quantity | null,
  pledge: Pledge,
  rules: RuleSet,
): string | undefined => {
  const amended: Pledge = { ...pledge, quantity };
  const matched = pledge.matches.reduce((sum, match) => sum + match.quantity, 0);
  if (offered(amended, rules) < matched) return `${matched} are matched, and fewer would be left`;
  if (pledge.mou !== null && isBelow(pledge.mou.strength, quantity)) {
    return `The memorandum is signed for ${pledge.mou.strength}`;
  }
  const isRaised =
    offered(amended, rules) > offered(pledge, rules) && figuresDiffer(quantity, pledge.quantity);
  return rank(pledge.level) >= rank('L3') && isRaised
    ? 'The unit is aligned to its statement of unit requirement'
    : undefined;
};

/** Whether the promised strength ends below the signed one; units and aircraft say nothing of persons. */
const isBelow = (strength: number, quantity: Quantity | null): boolean =>
  quantity?.max !== null &&
  quantity !== null &&
  strength > quantity.max &&
  outsidePledged(strength, quantity);
