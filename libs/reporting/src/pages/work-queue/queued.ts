/** A task as the queue shows it. */
import { derivedId } from '@pledgeline/event-sourcing';
import { categoryOf, promisedIn } from '@pledgeline/pledge';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import type { Task } from '../../views/tasks/task.ts';
import type { Days } from '../../views/tasks/turning-days.ts';
import type { QueuedTask } from './work-queue.schema.ts';

export const queued = (
  task: Task,
  { pledge }: RegisterRow,
  { earliest }: Days,
  assignee: string | null,
): QueuedTask => ({
  taskId: derivedId('task', pledge.pledgeId, task.kind, task.about ?? ''),
  pledgeId: pledge.pledgeId,
  reference: pledge.reference,
  memberState: pledge.memberState,
  memberStateName: memberStateName(pledge.memberState),
  conference: pledge.announcement?.conference ?? null,
  category: categoryOf(pledge),
  description: promisedIn(pledge),
  ...task,
  assignee,
  overdue: isLate(task, earliest),
});

/** Its day is over all over the world. */
export const isLate = ({ due }: Pick<Task, 'due'>, earliest: string): boolean =>
  due !== null && due < earliest;
