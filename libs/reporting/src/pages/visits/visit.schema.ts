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
  type Including,
  type Static,
} from '../../answers/answer-schema.ts';
import { commandsNowFields } from '../commands/commands-now.schema.ts';
import { VISIT_STATES, type VisitRow } from '../../views/visit-diary.view.ts';

const visit = {
  visitId: uuid,
  purpose: oneOf(VISIT_PURPOSES),
  memberState: text,
  memberStateName: text,
  from: day,
  to: day,
  mode: oneOf(VISIT_MODES),
  units: said(list(uuid), 'pledges'),
  unitsNamed: said(
    list(object('VisitedUnit', { pledgeId: uuid, reference: orNull(text) })),
    'the same with their references',
  ),
  team: list(text),
  state: oneOf(VISIT_STATES, 'VisitState'),
  conducted: orNull(object('VisitDays', { from: day, to: day })),
  outcomes: list(
    object('UnitVisitOutcome', {
      pledgeId: uuid,
      outcome: oneOf(VISIT_OUTCOMES),
      recommendations: list(text),
    } satisfies Properties<VisitRow['outcomes'][number]>),
  ),
  unitsWithoutOutcome: list(uuid),
  conflictsWith: said(list(uuid), 'other open visits to one of its units'),
  reportReference: orNull(text),
  agreementReference: orNull(text),
  revision: whole,
} satisfies Including<VisitRow['visit']>;

const item = object('Visit', visit);
export const visitList = countedPage('VisitPage', item);
export const visitPage = object('VisitDetails', { ...visit, ...commandsNowFields, ...answeredAt });

export type VisitAnswer = Static<typeof item>;
export type VisitList = Static<typeof visitList>;
export type VisitPage = Static<typeof visitPage>;
