/** What can be wished of a pledge: that it is put under another code. */
import type { DataOf } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';

export interface ReclassificationWishes {
  ProposeReclassification: DataOf<'ReclassificationProposed'>;
  /** Decides what is proposed; the code is named, so that nobody confirms another. */
  ReclassifyPledge: Fields<'PledgeReclassified', 'pledgeId' | 'capabilityCode'>;
}
