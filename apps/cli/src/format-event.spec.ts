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
  [
    'PledgeMatched',
    { quantity: 1, unit: 'unit', units: 1, persons: 140, aircraft: null, mission: 'UNMISS', fit: 'FULL' },
    '1 unit, 140 persons for UNMISS (full)',
  ],
  [
    'PledgeMatched',
    { quantity: 400, unit: 'troops', units: 0, persons: 400, aircraft: 3, mission: 'UNMISS', fit: 'PARTIAL' },
    '400 troops, 0 units, 3 aircraft for UNMISS (partial)',
  ],
  ['PledgeMatched', { quantity: 2, mission: 'UNMISS', fit: 'FULL' }, '2 for UNMISS (full)'],
  [
    'PledgeAnnounced',
    {
      memberState: 'GHA',
      capabilityCode: 'HEL-UTL',
      quantity: { min: 1, max: 1, unit: 'unit', asStated: '1' },
      strength: { min: 0, max: 60, unit: 'persons', asStated: 'up to 60' },
      aircraft: { min: 3, max: 4, unit: 'aircraft', asStated: null },
      money: null,
      description: 'Lift',
    },
    'Ghana: Utility helicopter unit, 1 unit, up to 60 persons, 3-4 aircraft ("Lift")',
  ],
  ['ImprovementPlanClosed', { evidence: 'Course report' }, 'Course report'],
  ['FindingsShared', { states: ['CAN'], bodies: ['UNITAR'] }, 'CAN, UNITAR'],
  ['FindingsConsentWithdrawn', { states: ['CAN'], bodies: [] }, 'CAN'],
] as const)('%s of %j', (type, data, words) => {
  expect(said(type, data)).toBe(words);
});
