/** What comes from a simulated pledge was promised by nobody either, and says so: decision 54. */
import type { Pledge } from '../state.ts';

const SIMULATED = 'SIMULATED';
const MARK = 5;

/** Of a part of a simulated pledge, or of a joint one, by the end of its id; null where the pledge it comes from is not simulated. */
export const simulatedReference = (
  { memberState, reference }: Pick<Pledge, 'memberState' | 'reference'>,
  { pledgeId, capabilityCode }: { readonly pledgeId: string; readonly capabilityCode: string | null },
): string | null => {
  if (!reference.startsWith(`${SIMULATED}/`)) return null;
  return `${SIMULATED}/${memberState}/${capabilityCode ?? 'PART'}-${pledgeId.slice(-MARK).toUpperCase()}`;
};
