/** Who chooses a unit, and speaks for the missions that will have it: PCRS page, section 2. */
import { capability, type Role } from '@pledgeline/contracts';
import type { Pledge } from '../state.ts';

/** Military units are chosen by FGS, police units by PD; those of neither kind by the two. */
export const selectors = ({ capabilityCode }: Pick<Pledge, 'capabilityCode'>): readonly Role[] => {
  const component = capabilityCode === null ? undefined : capability(capabilityCode)?.component;
  if (component === 'military') return ['FGS'];
  return component === 'police' ? ['PD'] : ['FGS', 'PD'];
};
