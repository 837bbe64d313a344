/** How an act that an officer recorded for others looks in an answer: without the officers. */
import { RECORDED_ROLES } from '@pledgeline/contracts';
import { ACT_STANDINGS, type Act, type Objection } from '@pledgeline/pledge';
import {
  anything,
  day,
  flag,
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

type ActOnPage = Omit<Act, 'officers' | 'proposed' | 'commandId'>;

export const act = object('RecordedAct', {
  actId: uuid,
  command: said(text, 'that it would have been from their own hand'),
  role: said(oneOf(RECORDED_ROLES, 'ActingRoleOfOthers'), 'in which they acted'),
  state: orNull(text),
  body: orNull(text),
  paper: object('PaperOfRecordedAct', { reference: text, date: day } satisfies Properties<
    ActOnPage['paper']
  >),
  events: said(list(text), 'types of its events; none before it is approved'),
  about: said(list(text), 'ids that its events name'),
  recordedOn: day,
  standing: oneOf(ACT_STANDINGS, 'ActStanding'),
  ground: said(orNull(text), 'why a second officer is needed; null where none is'),
} satisfies Properties<ActOnPage>);

export const actOnPage = ({ officers: _, proposed: _body, commandId: _id, ...shown }: Act): ActOnPage =>
  shown;

type ObjectionOnPage = Omit<Objection, 'visibility'>;

/** What was asked and what stands in the way is for the Secretariat and the states concerned. */
export const objection = object('Objection', {
  actId: uuid,
  events: said(list(uuid), 'ids of the events that it marks'),
  wholeAct: said(flag, 'the state did nothing of it'),
  reason: text,
  objectedOn: day,
  asked: list(object('AskedField', { field: text, new: anything })),
  blocked: said(
    list(object('EventInTheWay', { eventId: uuid, event: text, revision: whole, code: text, message: text })),
    'why no records officer was asked to put it right',
  ),
} satisfies Properties<ObjectionOnPage>);

export const objectionOnPage = ({ visibility: _, ...shown }: Objection): ObjectionOnPage => ({
  ...shown,
  asked: [...shown.asked],
});
