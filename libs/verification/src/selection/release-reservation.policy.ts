/** When a match ends or is refused, the policy releases its reservation in the gap. */
import { streamName } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { Policy } from '@pledgeline/event-sourcing';

type Ended =
  | DataOf<'MatchRefused'>
  | DataOf<'MatchReleased'>
  | DataOf<'SelectionDeclined'>
  | DataOf<'PledgeWithdrawn'>
  | DataOf<'PledgeLapsed'>
  | DataOf<'PledgeSplit'>
  | DataOf<'PledgeMergedInto'>
  | DataOf<'PledgeSuperseded'>
  | DataOf<'UnitRepatriated'>;

export const releaseReservation: Policy = {
  name: 'release-reservation',
  on: [
    'MatchRefused',
    'MatchReleased',
    'SelectionDeclined',
    'PledgeWithdrawn',
    'PledgeLapsed',
    'PledgeSplit',
    'PledgeMergedInto',
    'PledgeSuperseded',
    'UnitRepatriated',
  ],
  react: ({ type, data }) => {
    const ended = data as Ended;
    const matches = 'endedMatches' in ended ? ended.endedMatches : [ended];
    return matches.map(({ gapId, reservationId }) => {
      const release: DataOf<'GapReleased'> = { gapId, reservationId, pledgeId: ended.pledgeId, reason: type };
      return { stream: streamName('gap', gapId), type: 'ReleaseGap', data: release };
    });
  },
};
