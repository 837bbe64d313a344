/** The languages of an offer: those that it states, and those that its capability is by itself. */
import { termsPromised, type Pledge } from '@pledgeline/pledge';

/** ISO 639-1. The taxonomy knows one unit by its language. */
const OF_CAPABILITY: ReadonlyMap<string | null, string> = new Map([['FPU-FR', 'fr']]);

export const languagesOf = (pledge: Pledge): readonly string[] => {
  const inherent = OF_CAPABILITY.get(pledge.capabilityCode);
  const stated = termsPromised(pledge)?.languages ?? [];
  return [...new Set([...stated, ...(inherent === undefined ? [] : [inherent])])];
};
