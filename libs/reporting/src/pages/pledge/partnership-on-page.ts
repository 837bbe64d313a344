/** Who carries a pledge together. Everybody may read what partners give. */
import { missingParts, type Pledge } from '@pledgeline/pledge';
import type { PartnershipOnPage } from './partnership.schema.ts';

export const partnershipOnPage = (pledge: Pledge): PartnershipOnPage | null => {
  const { partnership } = pledge;
  if (partnership === null) return null;
  const { turns, ...shown } = partnership;
  return {
    ...shown,
    turns: turns?.turns ?? [],
    missingParts: missingParts(pledge),
    proposals: pledge.partnerProposals,
  };
};
