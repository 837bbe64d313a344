/** How answers about visits look. */
import { VISIT_MODES, VISIT_OUTCOMES, VISIT_PURPOSES } from '@pledgeline/contracts';
import {
  answeredAt,
  countedPage,
  day,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Properties,
} from '../../answers/answer-schema.ts';
import type { AnsweredAt } from '../../answers/query-context.ts';
import { VISIT_STATES } from '../../views/visit-diary.view.ts';
import type { VisitAnswer } from './visits-planned-and-held.ts';

const visit: Properties<VisitAnswer> = {
  visitId: uuid,
  purpose: oneOf(VISIT_PURPOSES),
  memberState: text,
  memberStateName: text,
  from: day,
  to: day,
  mode: oneOf(VISIT_MODES),
  units: said(list(uuid), 'pledges'),
  team: list(text),
  state: oneOf(VISIT_STATES, 'VisitState'),
  conducted: orNull(object<NonNullable<VisitAnswer['conducted']>>('VisitDays', { from: day, to: day })),
  outcomes: list(
    object<VisitAnswer['outcomes'][number]>('UnitVisitOutcome', {
      pledgeId: uuid,
      outcome: oneOf(VISIT_OUTCOMES),
      recommendations: list(text),
    }),
  ),
  unitsWithoutOutcome: list(uuid),
  conflictsWith: said(list(uuid), 'other open visits to one of its units'),
  reportReference: orNull(text),
  agreementReference: orNull(text),
  revision: whole,
};

export const visitList = countedPage('VisitPage', object<VisitAnswer>('Visit', visit));
export const visitPage = object<VisitAnswer & AnsweredAt>('VisitDetails', { ...visit, ...answeredAt });
