/** What befalls a pledge beside its way through the statuses, told by name. */
import { fact, idOf, PLEDGE } from './named-events.ts';

export const suspended = fact('PledgeSuspended', '2026-01-06', {
  pledgeId: PLEDGE,
  reason: 'The airport is closed',
  from: '2026-01-06',
});
export const resumed = fact('PledgeResumed', '2026-01-10', { pledgeId: PLEDGE, resumedOn: '2026-01-10' });
export const reclassificationProposed = fact('ReclassificationProposed', '2026-01-08', {
  pledgeId: PLEDGE,
  capabilityCode: 'FPU',
  reason: 'They are police',
});
export const reclassified = fact('PledgeReclassified', '2026-01-09', {
  pledgeId: PLEDGE,
  oldCapabilityCode: 'INF-BN',
  capabilityCode: 'FPU',
  track: 'CAPABILITY',
  reason: 'They are police',
  level: 'L1',
  validUntil: '2026-06-01',
});
export const tagged = fact('ThemeTagged', '2026-01-08', {
  pledgeId: PLEDGE,
  themes: ['a4p-women'],
  mainTheme: null,
});
export const progressReported = fact('ProgressReported', '2026-01-08', {
  pledgeId: PLEDGE,
  reportId: idOf(91),
  author: 'MS',
  text: 'Recruits were called',
  from: '2025-07-01',
  to: '2025-09-30',
  share: 20,
  replaces: null,
});
export const countedAgainst = fact('PledgeCountedAgainst', '2026-01-08', {
  pledgeId: PLEDGE,
  kind: 'CEILING',
  totalId: idOf(95),
  quantity: null,
});
export const phasesDeclared = fact('PhasesDeclared', '2026-01-08', {
  pledgeId: PLEDGE,
  phases: [
    {
      name: 'year 1',
      quantity: { min: 3, max: 3, unit: 'units', asStated: '3' },
      from: null,
      to: null,
      condition: null,
    },
  ],
  cumulative: true,
  total: { min: 3, max: 3, unit: 'units', asStated: '3' },
});
