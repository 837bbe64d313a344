/** How answers about what a promise rests on look: its conditions. */
import type { Condition } from '@pledgeline/pledge';
import { day, object, oneOf, orNull, text, uuid } from './answer-schema.ts';

export const condition = object<Condition>({
  conditionId: uuid,
  text,
  declaredOn: orNull(day),
  outcome: orNull(oneOf(['MET', 'FAILED'])),
  settledOn: orNull(day),
  evidence: orNull(text),
});
