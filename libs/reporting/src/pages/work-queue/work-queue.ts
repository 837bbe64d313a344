/** What waits for whom? Every task of every open pledge, the earliest due first, those without a date last. */
import { OPEN_STATUSES, readsAll, type Caller, type Status } from '@pledgeline/contracts';
import type { ViewQuery, Views } from '@pledgeline/event-sourcing';
import { cursorFor, DEFAULT_LIMIT, placeOf } from '../../answers/cursor.ts';
import { eachOf } from '../../answers/one-or-more.ts';
import { everyRow } from '../../answers/every-row.ts';
import { openMergers } from '../../views/open-mergers.ts';
import { assigneeOf, FILE_SHELF, type FileRow } from '../../views/file-shelf.view.ts';
import { mustReadAll } from '../../visibility/audience.ts';
import { openVisits } from '../../views/open-visits.ts';
import { missionsKnown } from '../../views/missions-known.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import { memberStateName } from '../../views/register/pledge-labels.ts';
import { pledgesWhere } from '../../views/register/pledge-filters.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import type { Days, Task } from './task.ts';
import { tasksOfActs } from './tasks-of-acts.ts';
import { repeatOf } from './tasks-of-decisions.ts';
import { missionsInDoubt } from './tasks-of-missions.ts';
import { tasksOfNamed } from './tasks-of-named.ts';
import { tasksOf } from './tasks-of-pledge.ts';
import { namedIn, pledgesFor, tasksFor } from './whose-task.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { workQueueSchema } from './work-queue.schema.ts';
import type { QueuedTask, WorkQueue } from './work-queue.schema.ts';
import type { WorkQueueRequest } from './work-queue.request.ts';

/** Due, since, reference, kind and subject: the order of the queue, and the same for a task as long as it waits. */
type TaskPlace = readonly [string, string, string, string, string];

export const workQueue = async (
  { views, answeredAt, isPast }: QueryContext,
  question: WorkQueueRequest,
  caller: Caller,
  today: string,
  earliestToday = today,
): Promise<WorkQueue> => {
  const days: Days = { today, earliest: earliestToday };
  const place = placeOf(question, question, isTaskPlace);
  const limit = question.limit ?? DEFAULT_LIMIT;
  const around = {
    visits: await openVisits(views),
    missions: missionsInDoubt(await missionsKnown(views), today),
    mergers: await openMergers(views),
  };
  if (question.assignee !== undefined) mustReadAll(caller);
  const files = readsAll(caller) ? await filesByPledge(views) : new Map<string, FileRow>();
  const assigneeFor = (row: RegisterRow, { kind, about }: Task): string | null =>
    assigneeOf(files.get(row.pledge.pledgeId), { kind, about });
  const matching = await pledgesWhere(views, question);
  const asked = await pledgesFor(caller, views, matching);
  const naming = namedIn(caller, matching);
  const first = firstOf(limit + 1);
  let total = 0;
  const add = (row: RegisterRow, tasks: readonly Task[]): void => {
    for (const found of tasksFor(caller, row, tasks)) {
      if (!fits(found, question)) continue;
      if (question.assignee !== undefined && assigneeFor(row, found) !== question.assignee) continue;
      total += 1;
      const at = taskPlace(found, row);
      if (place === undefined || compare(at, place) > 0)
        first.add(at, () =>
          queued(isPast ? { ...found, next: [] } : found, row, days, assigneeFor(row, found)),
        );
    }
  };
  const rowsOf = (where: NonNullable<ViewQuery['where']>, of = asked) =>
    everyRow<RegisterRow>(views, PLEDGE_REGISTER, { ...of, ...where });
  for await (const { row } of rowsOf(OPEN)) add(row, tasksOf(row, days, around));
  if (naming !== null) for await (const { row } of rowsOf(OPEN, naming)) add(row, tasksOfNamed(row));
  for await (const { row } of rowsOf({ repeat: 'OPEN' })) add(row, repeatOf(row));
  for await (const { row } of rowsOf({ acts: 'SOME' })) add(row, tasksOfActs(row, days));
  const found = first.sorted();
  const last = found[limit - 1];
  return {
    items: found.slice(0, limit).map(({ item }) => item()),
    next: found.length > limit && last ? cursorFor(question, last.place) : null,
    total,
    ...answeredAt,
    today,
  };
};

/** What was closed in part may still be closed in full, and what lapsed be revived. */
const WAITING: readonly Status[] = [...OPEN_STATUSES, 'PARTIALLY_FULFILLED', 'LAPSED'];

const OPEN = {
  standing: {
    in: WAITING.flatMap((status) => ['', 'L1', 'L2', 'L3', 'RDL'].map((level) => `${status}/${level}`)),
  },
};

/** Few pledges have one. */
const filesByPledge = async (views: Views): Promise<ReadonlyMap<string, FileRow>> =>
  new Map((await views.find<FileRow>(FILE_SHELF)).map(({ key, row }) => [key, row]));

const fits = (task: Task, { role, kind }: WorkQueueRequest): boolean =>
  (role === undefined || task.waitsFor.some((one) => eachOf(role).includes(one))) &&
  (kind === undefined || eachOf(kind).includes(task.kind));

const queued = (
  task: Task,
  { pledge }: RegisterRow,
  { earliest }: Days,
  assignee: string | null,
): QueuedTask => ({
  pledgeId: pledge.pledgeId,
  reference: pledge.reference,
  memberState: pledge.memberState,
  memberStateName: memberStateName(pledge.memberState),
  ...task,
  assignee,
  overdue: task.due !== null && task.due < earliest,
});

const NEVER = '9999-12-31';

const taskPlace = ({ due, since, kind, about }: Task, { pledge }: RegisterRow): TaskPlace => [
  due ?? NEVER,
  since,
  pledge.reference,
  kind,
  `${pledge.pledgeId} ${about ?? ''}`,
];

const isTaskPlace = (place: readonly unknown[]): place is TaskPlace =>
  place.length === 5 && place.every((part) => typeof part === 'string');

const compare = (one: TaskPlace, other: TaskPlace): number => {
  for (const [n, part] of one.entries()) {
    const beside = other[n] ?? '';
    if (part !== beside) return part < beside ? -1 : 1;
  }
  return 0;
};

interface Placed {
  readonly place: TaskPlace;
  readonly item: () => QueuedTask;
}

/** Keeps the first `count` tasks only, however many there are. */
const firstOf = (count: number) => {
  let kept: Placed[] = [];
  const sorted = (): readonly Placed[] => {
    kept = kept.sort((one, other) => compare(one.place, other.place)).slice(0, count);
    return kept;
  };
  return {
    add: (place: TaskPlace, item: () => QueuedTask): void => {
      kept.push({ place, item });
      if (kept.length >= count * 8) sorted();
    },
    sorted,
  };
};

export const getWorkQueue = asList(
  question('getWorkQueue', 'LIST', (context, query: WorkQueueRequest, caller) =>
    workQueue(context, query, caller, context.today, context.earliestToday),
  ),
  { name: 'work-queue', schema: workQueueSchema },
);
