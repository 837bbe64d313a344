/** What a gap holds for a pledge becomes a match, or a refusal on record: also when whoever reserved it has crashed. */
import { streamName } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import type { Policy } from '@pledgeline/event-sourcing';
import type { PledgeCommandData } from '@pledgeline/pledge';

export const completeMatch: Policy = {
  name: 'complete-match',
  on: ['GapReserved'],
  react: (event) => {
    const { requestedBy: _, ...held } = event.data as DataOf<'GapReserved'>;
    const data: PledgeCommandData['MatchPledge'] = { ...held, reserved: true };
    return [{ stream: streamName('pledge', held.pledgeId), type: 'MatchPledge', data }];
  },
};
