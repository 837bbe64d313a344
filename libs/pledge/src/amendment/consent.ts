/** Whose plans an amended quantity touches: lifecycle page, section 5. */
import type { Quantity } from '@pledgeline/contracts';
import { rank } from '../readiness/level-basis.ts';
import type { RuleSet } from '../rule-set.ts';
import { figuresDiffer, numberOf, offered, outsidePledged } from '../selection/quantity-offered.ts';
import { takenOf } from '../selection/what-is-taken.ts';
import type { Pledge } from '../state.ts';

/**
 * The ground on which the new figures need consent; undefined where it needs none. The figure of the statement of unit requirement (SUR) is not on record:
 * from Level 3 on, where the unit was aligned to one, every raise is taken to go above it (assumption).
 */
export const needsConsent = (amended: Pledge, pledge: Pledge, rules: RuleSet): string | undefined => {
  const { quantity } = amended;
  const matched = pledge.matches.reduce((sum, match) => sum + takenOf(match), 0);
  if (offered(amended, rules) < matched) return `${matched} are matched, and fewer would be left`;
  const inPersons = pledge.matches.reduce((sum, { persons }) => sum + (persons ?? 0), 0);
  const persons = numberOf(amended.strength);
  if (persons !== null && persons < inPersons)
    return `${inPersons} persons are matched, and fewer would be left`;
  const signed = pledge.mou?.strength ?? 0;
  if (isBelow(signed, quantity) || (persons !== null && signed > persons)) {
    return `The memorandum is signed for ${signed}`;
  }
  const isRaised =
    (offered(amended, rules) > offered(pledge, rules) && figuresDiffer(quantity, pledge.quantity)) ||
    isMore(amended.strength, pledge.strength) ||
    isMore(amended.aircraft, pledge.aircraft);
  return rank(pledge.level) >= rank('L3') && isRaised
    ? 'The unit is aligned to its statement of unit requirement'
    : undefined;
};

/** A figure that was not stated before raises nothing. */
const isMore = (now: Quantity | null, before: Quantity | null): boolean => {
  const [is, was] = [numberOf(now), numberOf(before)];
  return is !== null && was !== null && is > was;
};

/** Whether the promised strength ends below the signed one; units and aircraft say nothing of persons. */
const isBelow = (strength: number, quantity: Quantity | null): boolean =>
  quantity?.max !== null &&
  quantity !== null &&
  strength > quantity.max &&
  outsidePledged(strength, quantity);
