/** How answers about ideas look. */
import { IDEA_KINDS, TAGS } from '@pledgeline/contracts';
import {
  answeredAt,
  countedPage,
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
  type Including,
  type Static,
} from '../../answers/answer-schema.ts';
import { commandsNowFields } from '../commands/commands-now.schema.ts';
import { IDEA_STATES, type Contact, type IdeaRow } from '../../views/idea-list.view.ts';

const contact = object('IdeaContact', {
  contactOn: day,
  with: said(orNull(text), 'an office; null of a talk under the Chatham House Rule'),
  note: text,
  chathamHouse: said(flag, 'true of a talk under that rule, which is kept without names'),
} satisfies Properties<Contact>);

const idea = {
  ideaId: uuid,
  kind: oneOf(IDEA_KINDS),
  memberState: said(orNull(text), 'whose promise it would be; null while that is open'),
  memberStateName: orNull(text),
  conference: said(orNull(text), 'where it was raised'),
  themes: list(oneOf(TAGS)),
  text,
  source: text,
  state: oneOf(IDEA_STATES, 'IdeaState'),
  raisedOn: orNull(day),
  pledges: said(list(uuid), 'that came of it'),
  droppedFor: orNull(text),
  internal: said(
    orNull(object('IdeaInternal', { contacts: list(contact) })),
    'for the Secretariat; null for others',
  ),
  revision: whole,
} satisfies Including<IdeaRow['idea']>;

const item = object('Idea', idea);
export const ideaList = countedPage('IdeaPage', item);
export const ideaPage = object('IdeaDetails', { ...idea, ...commandsNowFields, ...answeredAt });

export type IdeaAnswer = Static<typeof item>;
export type IdeaList = Static<typeof ideaList>;
export type IdeaPage = Static<typeof ideaPage>;
