/** A reservation becomes a match or a recorded refusal, also when the process that reserved has crashed. */
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
