/** The consent of a state to put its pledge into a joint one. */
import type { DataOf, Money, Quantity } from '@pledgeline/contracts';
import { moneyPromised, type AmendmentState } from '../amendment/amendment.state.ts';
import type { AnnouncementState } from '../announcement/announcement.state.ts';
import type { CoreState } from '../core.state.ts';
import type { Fields } from '../fields-of-event.ts';
import { aircraftStated, personsStated } from '../measures/side-by-side.ts';
import { statePart } from '../state-part.ts';

export interface MergeState {
  readonly mergeConsent: MergeConsent | null;
}

export type MergeConsent = Omit<DataOf<'MergeConsented'>, 'pledgeId'>;

/** A source of a merger, as it stood when it was read. */
export interface MergeSource extends Pick<CoreState, 'pledgeId' | 'memberState' | 'status' | 'track'> {
  readonly consent: MergeConsent | null;
  /** As it is promised now. */
  readonly money: Money | null;
  readonly strength: Quantity | null;
  readonly aircraft: Quantity | null;
}

export interface MergeCommands {
  ConsentToMerge: Omit<DataOf<'MergeConsented'>, 'consentedOn'>;
  /** Sent to the source of the lead, which decides for all. */
  MergePledges: Fields<
    'PledgesMerged',
    | 'pledgeId'
    | 'mergeId'
    | 'jointPledgeId'
    | 'capabilityCode'
    | 'quantity'
    | 'strength'
    | 'aircraft'
    | 'description'
  > & { readonly sources: readonly MergeSource[] };
  /** By policy: takes each other source out of the count. */
  MarkMerged: Omit<DataOf<'PledgeMergedInto'>, 'endedMatches'>;
}

export const mergeState = statePart<MergeState, MergeCommands>({ mergeConsent: null });

export const mergeSourceOf = (
  pledge: MergeState & CoreState & AmendmentState & AnnouncementState,
): MergeSource => {
  const { pledgeId, memberState, status, track, mergeConsent } = pledge;
  return {
    pledgeId,
    memberState,
    status,
    track,
    consent: mergeConsent,
    money: moneyPromised(pledge),
    strength: personsStated(pledge),
    aircraft: aircraftStated(pledge),
  };
};
