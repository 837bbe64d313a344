/** That a state agreed to put its pledge into a joint one. */
import type { DataOf, Money } from '@pledgeline/contracts';
import { moneyPromised } from '../amendment/amendment.state.ts';
import type { Pledge } from '../state.ts';

export type MergeConsent = Omit<DataOf<'MergeConsented'>, 'pledgeId'>;

/** What a merger has to know of each of its sources, as it stood when it was read. */
export interface MergeSource extends Pick<Pledge, 'pledgeId' | 'memberState' | 'status' | 'track'> {
  readonly consent: MergeConsent | null;
  /** As it is promised now. */
  readonly money: Money | null;
}

export const mergeSourceOf = (pledge: Pledge): MergeSource => {
  const { pledgeId, memberState, status, track, mergeConsent } = pledge;
  return { pledgeId, memberState, status, track, consent: mergeConsent, money: moneyPromised(pledge) };
};
