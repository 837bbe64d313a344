/** Where no state has the turn of a rotation, and from when on somebody should look for one. */
import { addDays } from '@pledgeline/contracts';
import { holesIn, rules, type Pledge } from '@pledgeline/pledge';
import { isOpen } from '../register/due-dates.ts';

export interface OpenHole {
  readonly from: string;
  /** Null where it has no end. */
  readonly to: string | null;
  readonly warnFrom: string;
}

/** A rotation at its end has no holes. */
export const openHoles = (pledge: Pledge, today: string): readonly OpenHole[] => {
  if (!isOpen(pledge)) return [];
  const { turnWarningDays } = rules.inForce(today);
  return holesIn(pledge).map((hole) => ({ ...hole, warnFrom: addDays(hole.from, -turnWarningDays) }));
};
