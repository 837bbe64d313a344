/** Events about what a promise depends on. Conditions are said in public. The names are the storage format. */
import { Type } from 'typebox';
import { eventsOf } from './event-contract.ts';
import { Day, Id, Text } from './field.ts';

const pledgeEvent = eventsOf('pledge');

const settled = Type.Object({ pledgeId: Id, conditionId: Id, settledOn: Day, evidence: Text });

export const ConditionDeclared = pledgeEvent({
  type: 'ConditionDeclared',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'The state made its promise depend on something.',
  data: Type.Object({ pledgeId: Id, conditionId: Id, text: Text }),
});

export const ConditionMet = pledgeEvent({
  type: 'ConditionMet',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'What the promise depended on came true.',
  data: settled,
});

export const ConditionFailed = pledgeEvent({
  type: 'ConditionFailed',
  owner: 'intake',
  visibility: 'PUBLIC',
  summary: 'What the promise depended on did not come true; the state says what follows.',
  data: settled,
});

export const conditionEvents = [ConditionDeclared, ConditionMet, ConditionFailed] as const;
