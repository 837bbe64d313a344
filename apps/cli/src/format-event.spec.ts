import type { PledgeEvent } from '@pledgeline/contracts';
import { formatEvent } from './format-event.ts';

const said = (type: PledgeEvent['type'], data: object): string =>
  formatEvent({ type, data } as unknown as PledgeEvent);

it.each([
  ['CaveatDeclared', { kind: 'TIME', blocking: true, text: 'Not at night' }, 'time, blocking: Not at night'],
  ['CaveatDiscovered', { kind: 'TASK', blocking: false, text: 'No patrols' }, 'task: No patrols'],
  ['CaveatLifted', { confirmationReference: 'FGS-12' }, 'FGS-12'],
  ['SupportRequested', { kind: 'STUDY', text: 'Which engines?' }, 'study: Which engines?'],
  ['SupportRequestAnswered', { answer: 'Sent' }, 'Sent'],
  ['SupportRequestDeclined', { reason: 'No team' }, 'No team'],
  ['CaveatTalkNoted', { text: 'There is room' }, 'There is room'],
  [
    'PerformanceAssessed',
    { tool: 'COMMANDER_EVALUATION', result: 'NEEDS_IMPROVEMENT' },
    'Evaluation by the Force Commander or the Police Commissioner: needs improvement',
  ],
  ['FindingFollowedUp', { needId: 'n', ledToPledgeId: null }, 'to a training need'],
  ['FindingFollowedUp', { needId: null, ledToPledgeId: 'p' }, 'to a pledge'],
  [
    'PledgeRenewed',
    { validUntil: '2026-05-01', previousValidUntil: '2025-05-01', level: 'L2' },
    'until 2026-05-01 (was 2025-05-01), L2',
  ],
  [
    'PledgeRenewed',
    { validUntil: '2026-05-01', previousValidUntil: '2025-05-01', level: null },
    'until 2026-05-01 (was 2025-05-01)',
  ],
  ['ImprovementPlanClosed', { evidence: 'Course report' }, 'Course report'],
  ['FindingsShared', { states: ['CAN'], bodies: ['UNITAR'] }, 'CAN, UNITAR'],
  ['FindingsConsentWithdrawn', { states: ['CAN'], bodies: [] }, 'CAN'],
] as const)('%s of %j', (type, data, words) => {
  expect(said(type, data)).toBe(words);
});
