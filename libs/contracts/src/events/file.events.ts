/** Events of the file that officers keep on a pledge: notes, and who deals with it. Accountability page, section 15. */
import { Type } from 'typebox';
import { eventsOf } from './event-contract.ts';
import { Id, orNull, Text } from './field.ts';

const fileEvent = eventsOf('file');

/** Null where it is about the pledge as a whole. The kinds of tasks are words of the work queue, and may go. */
const task = orNull(Type.Object({ kind: Text, about: orNull(Text) }));

export const NoteAdded = fileEvent({
  type: 'NoteAdded',
  owner: 'intake',
  visibility: 'INTERNAL',
  summary: 'An officer noted something about the pledge or one of its tasks, for colleagues alone.',
  data: Type.Object({ pledgeId: Id, noteId: Id, text: Text, task }),
});

export const PledgeAssigned = fileEvent({
  type: 'PledgeAssigned',
  owner: 'intake',
  visibility: 'INTERNAL',
  summary:
    'This officer deals with the pledge, or with one of its tasks, from now on; or nobody in particular.',
  data: Type.Object({ pledgeId: Id, assignee: orNull(Text), task }),
});

export const fileEvents = [NoteAdded, PledgeAssigned] as const;
