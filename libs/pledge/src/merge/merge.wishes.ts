/** What can be wished of a pledge: that it goes into a joint one. */
import type { DataOf } from '@pledgeline/contracts';
import type { Fields } from '../fields-of-event.ts';
import type { MergeSource } from './merge.state.ts';

export interface MergeWishes {
  ConsentToMerge: Omit<DataOf<'MergeConsented'>, 'consentedOn'>;
  /** Sent to the source of the lead, which decides for all. */
  MergePledges: Fields<
    'PledgesMerged',
    'pledgeId' | 'mergeId' | 'jointPledgeId' | 'capabilityCode' | 'quantity' | 'description'
  > & { readonly sources: readonly MergeSource[] };
  /** By policy: takes each other source out of the count. */
  MarkMerged: Omit<DataOf<'PledgeMergedInto'>, 'endedMatches'>;
}
