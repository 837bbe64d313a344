/** What befalls a pledge beside its way through the statuses, told by name. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import { exampleEvent, idOf, PLEDGE } from './named-events.ts';

export const suspended = exampleEvent('PledgeSuspended', '2026-01-06', {
  pledgeId: PLEDGE,
  reason: 'The airport is closed',
  from: '2026-01-06',
});
export const resumed = exampleEvent('PledgeResumed', '2026-01-10', {
  pledgeId: PLEDGE,
  resumedOn: '2026-01-10',
});
export const reclassificationProposed = exampleEvent('ReclassificationProposed', '2026-01-08', {
  pledgeId: PLEDGE,
  capabilityCode: 'FPU',
  reason: 'They are police',
});
export const reclassified = exampleEvent('PledgeReclassified', '2026-01-09', {
  pledgeId: PLEDGE,
  oldCapabilityCode: 'INF-BN',
  capabilityCode: 'FPU',
  track: 'CAPABILITY',
  reason: 'They are police',
  level: 'L1',
  validUntil: '2026-06-01',
});
export const tagged = exampleEvent('ThemeTagged', '2026-01-08', {
  pledgeId: PLEDGE,
  themes: ['a4p-women'],
  mainTheme: null,
});
export const progressReported = exampleEvent('ProgressReported', '2026-01-08', {
  pledgeId: PLEDGE,
  reportId: idOf(91),
  author: 'MS',
  text: 'Recruits were called',
  from: '2025-07-01',
  to: '2025-09-30',
  share: 20,
  replaces: null,
});
export const countedAgainst = exampleEvent('PledgeCountedAgainst', '2026-01-08', {
  pledgeId: PLEDGE,
  kind: 'CEILING',
  totalId: idOf(95),
  quantity: null,
  money: null,
});
export const phasesDeclared = exampleEvent('PhasesDeclared', '2026-01-08', {
  pledgeId: PLEDGE,
  phases: [
    {
      name: 'year 1',
      quantity: { min: 3, max: 3, unit: 'units', asStated: '3' },
      ...NOTHING_BESIDE,
      from: null,
      to: null,
      condition: null,
    },
  ],
  cumulative: true,
  total: { min: 3, max: 3, unit: 'units', asStated: '3' },
  ...NOTHING_BESIDE,
});
