/** Who carries a pledge together, for everybody to read: what partners give is said in public. */
import type { PartnerPart } from '@pledgeline/contracts';
import { missingParts, type Partnership, type Pledge } from '@pledgeline/pledge';

export interface PartnershipOnPage extends Omit<Partnership, 'turns' | 'takenIn'> {
  readonly turns: NonNullable<Partnership['turns']>['turns'];
  /** Of a triangular partnership: it is incomplete while this names one. */
  readonly missingParts: readonly PartnerPart[];
}

export const partnershipOnPage = (pledge: Pledge): PartnershipOnPage | null => {
  const { partnership } = pledge;
  if (partnership === null) return null;
  const { takenIn: _, turns, ...shown } = partnership;
  return { ...shown, turns: turns?.turns ?? [], missingParts: missingParts(pledge) };
};
