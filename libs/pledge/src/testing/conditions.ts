/** What a promise depends on, by name: declared, met, failed. */
import { CONDITION, fact, PLEDGE } from './named-events.ts';

export const conditionDeclared = fact('ConditionDeclared', '2025-01-12', {
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
export const conditionMet = fact('ConditionMet', '2025-12-20', settled);
export const conditionFailed = fact('ConditionFailed', '2025-12-20', settled);
