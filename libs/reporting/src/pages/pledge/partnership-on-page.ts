/** Who carries a pledge together, for everybody to read: what partners give is said in public. */
import { missingParts, type Pledge } from '@pledgeline/pledge';
import type { PartnershipOnPage } from './partnership.schema.ts';

export const partnershipOnPage = (pledge: Pledge): PartnershipOnPage | null => {
  const { partnership } = pledge;
  if (partnership === null) return null;
  const { takenIn: _, turns, ...shown } = partnership;
  return { ...shown, turns: turns?.turns ?? [], missingParts: missingParts(pledge) };
};
