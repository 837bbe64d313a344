/** What can be wished of a pledge: set against a gap, and chosen for it. */
import type { Fields } from '../fields-of-event.ts';

export interface SelectionWishes {
  MatchPledge: Fields<'PledgeMatched', 'pledgeId' | 'gapId' | 'reservationId' | 'mission' | 'quantity'> & {
    /** Codes that fill the gap, its own first. */
    readonly acceptedCodes: readonly string[];
    /** True when a reservation waits for the answer: a refusal is then recorded as an event instead of thrown. */
    readonly reserved: boolean;
  };
  ReleaseMatch: Fields<'MatchReleased', 'pledgeId' | 'gapId' | 'reason'>;
  SelectUnit: Fields<
    'UnitSelected',
    'pledgeId' | 'gapId' | 'decisionReference' | 'hostConsent' | 'acceptedCaveats'
  >;
  DeclineSelection: Fields<'SelectionDeclined', 'pledgeId' | 'reason'>;
}
