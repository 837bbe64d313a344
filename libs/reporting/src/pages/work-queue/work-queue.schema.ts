/** How the work queue looks. */
import {
  answeredAt,
  day,
  flag,
  list,
  mapOf,
  number,
  object,
  oneOf,
  oneOfSchemas,
  orNull,
  said,
  text,
  uuid,
  whole,
  type Static,
} from '../../answers/answer-schema.ts';
import { commandLink } from '../../views/tasks/command-link.schema.ts';
import { ROLES, TASK_KINDS, TASK_SENTENCE_CODES, TASK_SENTENCES, TASKS } from '@pledgeline/contracts';

/** A line for each. */
const kinds = Object.entries(TASKS)
  .map(([kind, text]) => `- ${kind}: ${text}`)
  .join('\n');

const sentences = Object.entries(TASK_SENTENCES)
  .map(([code, text]) => `- ${code}: ${text}`)
  .join('\n');

const queuedTask = object('QueuedTask', {
  taskId: said(uuid, 'the same for as long as the task waits'),
  pledgeId: uuid,
  reference: text,
  memberState: text,
  memberStateName: text,
  conference: said(orNull(text), 'where the pledge was made; null for a pledge outside any conference'),
  category: text,
  description: said(text, 'of the promise as it stands'),
  kind: said(oneOf(TASK_KINDS, 'TaskKind'), kinds),
  waitsFor: said(list(text), 'roles'),
  states: said(list(text), 'the states whose focal points and partners can act, by ISO code'),
  since: day,
  due: said(orNull(day), 'null where no rule sets a date'),
  todo: text,
  says: said(
    list(
      object('TaskSays', {
        code: said(oneOf(TASK_SENTENCE_CODES, 'TaskSentence'), sentences),
        values: said(
          mapOf(oneOfSchemas(text, number, list(text))),
          'by the names in braces; a list is of codes',
        ),
      }),
    ),
    'the same as `todo`, sentence by sentence, for pages that word it themselves',
  ),
  next: said(
    list(commandLink),
    'what the reader may send about it himself; empty where it waits for others, as `waitsFor` says',
  ),
  blockedBy: said(orNull(text), 'code of what stands in the way'),
  overdue: flag,
  about: said(orNull(text), 'the question, the visit or the like: it tells tasks of one kind apart'),
  assignee: said(
    orNull(text),
    'the subject of the officer who deals with it; null for everybody but readers of everything',
  ),
});

const taskCounts = object('TaskCounts', {
  kinds: list(object('TasksOfKind', { kind: oneOf(TASK_KINDS, 'TaskKind'), count: whole })),
  roles: said(
    list(object('TasksOfRole', { role: oneOf(ROLES), count: whole })),
    'a task that waits for several roles is counted for each',
  ),
  overdue: said(whole, 'of those that are found'),
});

export const workQueueSchema = object('WorkQueue', {
  items: list(queuedTask),
  next: orNull(text),
  total: whole,
  counts: said(taskCounts, 'of all pages; each count leaves out the filter that it is made for'),
  ...answeredAt,
  today: said(day, 'the day the queue was made for'),
});

export type TaskCounts = Static<typeof taskCounts>;
export type QueuedTask = Static<typeof queuedTask>;
export type WorkQueue = Static<typeof workQueueSchema>;
