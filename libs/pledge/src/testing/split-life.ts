/** A pledge that became two, and one that was a part, told by name. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import { exampleEvent, idOf, PLEDGE } from './named-events.ts';
import { splitCommands } from './commands/split-commands.ts';

const { records: carried, partnership: _, ...part } = splitCommands.DerivePledge.data;

export const splitUp = exampleEvent('PledgeSplit', '2026-01-10', {
  pledgeId: PLEDGE,
  children: [60, 61].map((n) => ({
    pledgeId: idOf(n),
    capabilityCode: 'INF-BN',
    quantity: { min: 1, max: 1, unit: 'units', asStated: '1' },
    ...NOTHING_BESIDE,
    money: null,
    description: 'A battalion',
    level: 'L1',
    isRest: n === 60,
  })),
  consentReference: null,
  endedMatches: [],
});
export const derived = exampleEvent('PledgeDerived', '2026-01-10', part);
export const recordsCarried = exampleEvent('RecordsCarriedOver', '2026-01-10', {
  pledgeId: PLEDGE,
  ...carried,
});
