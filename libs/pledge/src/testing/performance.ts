/** How the unit did, by name: assessed, followed up, improved. */
import { ASSESSMENT, exampleEvent, FINDING, idOf, PLEDGE } from './named-events.ts';

export const assessed = exampleEvent('PerformanceAssessed', '2025-12-10', {
  pledgeId: PLEDGE,
  assessmentId: ASSESSMENT,
  assessedOn: '2025-12-10',
  tool: 'CPAS',
  reportReference: 'CPAS/2025/4',
  result: 'NEEDS_IMPROVEMENT',
  findings: [{ findingId: FINDING, text: 'Patrols start late' }],
  improvementPlan: { text: 'New duty roster', dueOn: '2026-03-01' },
});
export const followedUp = exampleEvent('FindingFollowedUp', '2025-12-20', {
  pledgeId: PLEDGE,
  findingId: FINDING,
  needId: idOf(70),
  ledToPledgeId: null,
});
export const planClosed = exampleEvent('ImprovementPlanClosed', '2026-01-10', {
  pledgeId: PLEDGE,
  assessmentId: ASSESSMENT,
  closedOn: '2026-01-10',
  evidence: 'Inspection 12',
});
export const shared = exampleEvent('FindingsShared', '2025-12-15', {
  pledgeId: PLEDGE,
  states: ['CAN'],
  bodies: ['UNITAR'],
});
