/** Who carries a pledge together, for everybody to read: what partners give is said in public. */
import type { Partnership, Pledge } from '@pledgeline/pledge';

export interface PartnershipOnPage extends Omit<Partnership, 'turns' | 'takenIn'> {
  readonly turns: NonNullable<Partnership['turns']>['turns'];
}

export const partnershipOnPage = ({ partnership }: Pledge): PartnershipOnPage | null => {
  if (partnership === null) return null;
  const { takenIn: _, turns, ...shown } = partnership;
  return { ...shown, turns: turns?.turns ?? [] };
};
