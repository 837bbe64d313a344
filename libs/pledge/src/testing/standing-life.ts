/** A pledge that a newer one stands in place of, by name. */
import { exampleEvent, NEWER, PLEDGE } from './named-events.ts';

export const superseded = exampleEvent('PledgeSuperseded', '2026-01-10', {
  pledgeId: PLEDGE,
  newerPledgeId: NEWER,
  endedMatches: [],
});

export const repeatDecided = exampleEvent('RepeatDecided', '2026-01-12', {
  pledgeId: PLEDGE,
  decision: 'REPEAT',
  repeats: NEWER,
  reason: 'The note verbale speaks of the same battalion',
});
