/** How answers about the unit in the field look: what its state keeps it from, and how it does. */
import { CAVEAT_KINDS, PERFORMANCE_RESULTS, PERFORMANCE_TOOLS } from '@pledgeline/contracts';
import type { Assessment } from '@pledgeline/pledge';
import { day, flag, list, object, oneOf, orNull, said, text, uuid } from '../../answers/answer-schema.ts';
import type { ReadCaveat } from '../../views/register/caveats.ts';

export const caveat = object<ReadCaveat>('Caveat', {
  caveatId: uuid,
  text,
  kind: oneOf(CAVEAT_KINDS),
  blocking: flag,
  undeclared: said(flag, 'true for one that showed in the field before the state named it'),
  since: orNull(day),
  liftedOn: orNull(day),
});

export const assessment = object<Assessment>('Assessment', {
  assessmentId: uuid,
  assessedOn: day,
  tool: said(oneOf(PERFORMANCE_TOOLS), 'where its findings come from'),
  reportReference: text,
  result: oneOf(PERFORMANCE_RESULTS),
  findings: list(
    object<Assessment['findings'][number]>('Finding', {
      findingId: uuid,
      text,
      needId: said(orNull(uuid), 'the training need it led to'),
      ledToPledgeId: said(orNull(uuid), 'the pledge it led to'),
    }),
  ),
  improvementPlan: orNull(
    object<NonNullable<Assessment['improvementPlan']>>('ImprovementPlan', {
      text,
      dueOn: day,
      closedOn: orNull(day),
    }),
  ),
});
