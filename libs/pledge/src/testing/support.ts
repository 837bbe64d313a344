/** What a state asked of the Secretariat, by name. */
import { exampleEvent, PLEDGE, SUPPORT } from './named-events.ts';

const one = { pledgeId: PLEDGE, requestId: SUPPORT };

export const supportRequested = exampleEvent('SupportRequested', '2025-02-01', {
  ...one,
  kind: 'SURVEY',
  text: 'What do the units need most?',
  neededBy: '2025-06-30',
});
export const supportAnswered = exampleEvent('SupportRequestAnswered', '2025-03-01', {
  ...one,
  answer: 'The survey is attached',
  reference: null,
});
export const supportDeclined = exampleEvent('SupportRequestDeclined', '2025-03-01', {
  ...one,
  reason: 'No team is free',
});
