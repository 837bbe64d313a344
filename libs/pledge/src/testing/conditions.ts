/** What a promise depends on, by name: declared, met, failed. */
import { CONDITION, exampleEvent, PLEDGE } from './named-events.ts';

export const conditionDeclared = exampleEvent('ConditionDeclared', '2025-01-12', {
  pledgeId: PLEDGE,
  conditionId: CONDITION,
  text: 'The command of the force goes to the state',
});
const settled = {
  pledgeId: PLEDGE,
  conditionId: CONDITION,
  settledOn: '2025-12-20',
  evidence: 'Letter of appointment',
};
export const conditionMet = exampleEvent('ConditionMet', '2025-12-20', settled);
export const conditionFailed = exampleEvent('ConditionFailed', '2025-12-20', settled);
