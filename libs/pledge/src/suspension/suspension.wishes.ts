/** What can be wished of a pledge: that it rests, and goes on. The days are the business dates of the acts. */
import type { Fields } from '../fields-of-event.ts';

export interface SuspensionWishes {
  SuspendPledge: Fields<'PledgeSuspended', 'pledgeId' | 'reason'>;
  ResumePledge: Fields<'PledgeResumed', 'pledgeId'>;
}
