/** Who carries a pledge together, for everybody to read: what partners give is said in public. */
import type { Partnership, Pledge } from '@pledgeline/pledge';

export interface PartnershipOnPage extends Omit<Partnership, 'turns'> {
  readonly turns: NonNullable<Partnership['turns']>['turns'];
}

export const partnershipOnPage = ({ partnership }: Pledge): PartnershipOnPage | null =>
  partnership && { ...partnership, turns: partnership.turns?.turns ?? [] };
