/** How answers about the unit in the field look: what its state keeps it from, and how it does. */
import {
  CAVEAT_FINDERS,
  CAVEAT_KINDS,
  LIFTING_CONFIRMERS,
  PERFORMANCE_RESULTS,
  PERFORMANCE_TOOLS,
} from '@pledgeline/contracts';
import type { Assessment } from '@pledgeline/pledge';
import {
  day,
  flag,
  list,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  type Properties,
  object,
} from '../../answers/answer-schema.ts';
import type { ReadCaveat } from '../../views/register/caveats.ts';

export const caveat = object('Caveat', {
  caveatId: uuid,
  text,
  kind: oneOf(CAVEAT_KINDS),
  blocking: flag,
  undeclared: said(flag, 'true for one that showed in the field before the state named it'),
  foundBy: said(orNull(oneOf(CAVEAT_FINDERS, 'CaveatFinder')), 'who found what was not declared'),
  foundIn: said(orNull(text), 'the mission in which it was found'),
  since: orNull(day),
  lifting: said(
    orNull(
      object('CaveatLifting', {
        givenUpOn: day,
        reference: text,
        confirmed: list(
          object('LiftingConfirmation', { by: oneOf(LIFTING_CONFIRMERS, 'LiftingConfirmer'), on: day }),
        ),
        waitsFor: said(
          list(oneOf(LIFTING_CONFIRMERS, 'LiftingConfirmer')),
          'the roles that must still confirm it',
        ),
        refused: orNull(
          object('LiftingRefusal', {
            by: oneOf(LIFTING_CONFIRMERS, 'LiftingConfirmer'),
            on: day,
            reason: said(orNull(text), 'for the state and the Secretariat'),
          }),
        ),
      } satisfies Properties<NonNullable<ReadCaveat['lifting']>>),
    ),
    'what came of a blocking caveat since the state last gave it up',
  ),
  liftedOn: said(orNull(day), 'since when it holds nothing up'),
} satisfies Properties<ReadCaveat>);

export const assessment = object('Assessment', {
  assessmentId: uuid,
  assessedOn: day,
  tool: said(oneOf(PERFORMANCE_TOOLS), 'where its findings come from'),
  reportReference: text,
  result: oneOf(PERFORMANCE_RESULTS),
  findings: list(
    object('Finding', {
      findingId: uuid,
      text,
      needId: said(orNull(uuid), 'the training need it led to'),
      ledToPledgeId: said(orNull(uuid), 'the pledge it led to'),
    } satisfies Properties<Assessment['findings'][number]>),
  ),
  improvementPlan: orNull(
    object('ImprovementPlan', {
      text,
      dueOn: day,
      closedOn: orNull(day),
    } satisfies Properties<NonNullable<Assessment['improvementPlan']>>),
  ),
} satisfies Properties<Assessment>);
