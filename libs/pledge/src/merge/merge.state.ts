/** That a state agreed to put its pledge into a joint one. */
import type { DataOf } from '@pledgeline/contracts';
import type { Pledge } from '../state.ts';

export type MergeConsent = Omit<DataOf<'MergeConsented'>, 'pledgeId'>;

/** What a merger has to know of each of its sources, as it stood when it was read. */
export interface MergeSource extends Pick<Pledge, 'pledgeId' | 'memberState' | 'status' | 'track'> {
  readonly consent: MergeConsent | null;
}

export const mergeSourceOf = ({
  pledgeId,
  memberState,
  status,
  track,
  mergeConsent,
}: Pledge): MergeSource => ({
  pledgeId,
  memberState,
  status,
  track,
  consent: mergeConsent,
});
