/** A pledge on its way into a joint one, by name. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import { exampleEvent, idOf, PLEDGE } from './named-events.ts';

export const MERGE = idOf(95);
export const JOINT = idOf(96);
const consent = { role: 'UNIT', share: 60, consentReference: 'NV/20' } as const;

export const mergeConsented = exampleEvent('MergeConsented', '2025-06-20', {
  pledgeId: PLEDGE,
  mergeId: MERGE,
  leadState: 'RWA',
  ...consent,
  consentedOn: '2025-06-20',
  others: [],
});
export const pledgesMerged = exampleEvent('PledgesMerged', '2025-07-01', {
  pledgeId: PLEDGE,
  mergeId: MERGE,
  jointPledgeId: JOINT,
  lead: 'RWA',
  capabilityCode: 'INF-BN',
  quantity: null,
  ...NOTHING_BESIDE,
  money: null,
  description: 'One battalion of two states',
  shares: [
    { pledgeId: PLEDGE, state: 'RWA', ...consent },
    { pledgeId: idOf(97), state: 'KOR', ...consent, share: 40 },
  ],
});
export const mergedInto = exampleEvent('PledgeMergedInto', '2025-07-01', {
  pledgeId: PLEDGE,
  mergeId: MERGE,
  jointPledgeId: JOINT,
  endedMatches: [],
});
