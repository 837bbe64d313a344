/** What can be wished of a pledge: papers, visits and levels. */
import type { DataOf, Level } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';

export interface ReadinessWishes {
  ReceiveDocumentation: Omit<DataOf<'DocumentationReceived'>, 'receivedOn'>;
  /** By policy, from the outcome of a visit. */
  NoteVisitOutcome: Omit<DataOf<'VisitOutcomeNoted'>, 'validUntil'>;
  AttainLevel: Fields<
    'LevelAttained',
    | 'pledgeId'
    | 'surReference'
    | 'alignmentReference'
    | 'agreementReference'
    | 'deployWithinDays'
    | 'confirmedBy'
  > & { readonly level: Exclude<Level, 'L1'> };
  DowngradeLevel: Fields<'LevelDowngraded', 'pledgeId' | 'level' | 'reason' | 'consentReference'>;
}
