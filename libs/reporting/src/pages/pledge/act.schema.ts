/** How an act that an officer recorded for others looks in an answer: without the officers. */
import { RECORDED_ROLES } from '@pledgeline/contracts';
import { ACT_STANDINGS, type Act } from '@pledgeline/pledge';
import {
  day,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
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
