/** Who may record acts for others on a pledge: accountability page, section 8. */
import { RECORDERS, trackOf, type Role } from '@pledgeline/contracts';
import { categoryOf } from '../category.ts';
import { selectors } from '../selection/selectors.ts';
import type { Pledge } from '../state.ts';

/**
 * The desk for all; the cell for the capability track, FGS for its military and PD for its police units. A pledge that is not
 * registered yet goes by the track that its promise leads to.
 */
export const recordersOf = (pledge: Pledge): readonly Role[] => {
  const track = pledge.track ?? trackOf(categoryOf(pledge), pledge.capabilityCode);
  if (track !== 'CAPABILITY') return ['DESK'];
  const choosing = selectors(pledge);
  return RECORDERS.filter((role) => role === 'DESK' || role === 'SFGC' || choosing.includes(role));
};
