/** How the file of officers looks on the page of a pledge. */
import { ROLES } from '@pledgeline/contracts';
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
import type { AssignedTask, Note } from '../../views/file-shelf.view.ts';

const fileTask = object('FileTask', { kind: text, about: orNull(text) });

export const fileOnPage = object('PledgeFile', {
  assignee: said(orNull(text), 'the subject of the officer who deals with it'),
  notes: list(
    object('Note', {
      noteId: uuid,
      text,
      task: said(orNull(fileTask), 'null where it is about the pledge as a whole'),
      on: orNull(day),
      by: said(oneOf(ROLES), 'in which role it was noted'),
    } satisfies Properties<Note>),
  ),
  tasks: list(
    object('AssignedTask', {
      kind: text,
      about: orNull(text),
      assignee: orNull(text),
    } satisfies Properties<AssignedTask>),
  ),
});
