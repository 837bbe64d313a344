/** How answers about ideas look. */
import { IDEA_KINDS, TAGS } from '@pledgeline/contracts';
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
import { IDEA_STATES, type Contact } from '../../views/idea-list.view.ts';
import type { IdeaAnswer } from './ideas.ts';

const contact = object<Contact>('IdeaContact', { contactOn: day, with: said(text, 'an office'), note: text });

const idea: Properties<IdeaAnswer> = {
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
    orNull(object<NonNullable<IdeaAnswer['internal']>>('IdeaInternal', { contacts: list(contact) })),
    'for the Secretariat; null for others',
  ),
  revision: whole,
};

export const ideaListSchema = countedPage('IdeaPage', object<IdeaAnswer>('Idea', idea));
export const ideaPage = object<IdeaAnswer & AnsweredAt>('IdeaDetails', { ...idea, ...answeredAt });
