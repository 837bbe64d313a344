/** The other code that was proposed for a pledge, on which another person decides. */
import type { DataOf } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';
import { statePart } from '../state-part.ts';

export interface ReclassificationState {
  readonly reclassification: ProposedReclassification | null;
}

export interface ProposedReclassification {
  readonly capabilityCode: string;
  readonly reason: string;
  /** Subject of the person who proposed it, and so may not decide it. Not for readers. */
  readonly proposedBy: string;
}

export interface ReclassificationCommands {
  ProposeReclassification: DataOf<'ReclassificationProposed'>;
  /** Decides what is proposed; the code is named, so that nobody confirms another. */
  ReclassifyPledge: Fields<'PledgeReclassified', 'pledgeId' | 'capabilityCode'>;
}

export const reclassificationState = statePart<ReclassificationState, ReclassificationCommands>({
  reclassification: null,
});
