/** What waits for whom? Every task of every open pledge, the earliest due first, those without a date last. */
import { readsAll, speaksForAState, type Caller } from '@pledgeline/contracts';
import type { Views } from '@pledgeline/event-sourcing';
import { cursorFor, DEFAULT_LIMIT, placeOf } from '../../answers/cursor.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { assigneeOf, FILE_SHELF, type FileRow } from '../../views/file-shelf.view.ts';
import { rowsOfPledges } from '../../views/register/rows-of-pledges.ts';
import { pledgesWhere } from '../../views/register/pledge-filters.ts';
import type { Days } from '../../views/tasks/turning-days.ts';
import { mustAct, mustReadAll } from '../../visibility/audience.ts';
import { countsOf } from './queue-counts.ts';
import type { PageOfQueue, PlaceInQueue, QueuePart } from './queue-page.ts';
import { nextFor, personsKeptFrom } from './next-for.ts';
import { queued } from './queued.ts';
import { storedQueue } from './stored-queue.ts';
import { walkedQueue, type FoundTask } from './walked-queue.ts';
import type { WorkQueueRequest } from './work-queue.request.ts';
import { workQueueSchema } from './work-queue.schema.ts';
import type { WorkQueue } from './work-queue.schema.ts';

export const workQueue = async (
  context: QueryContext,
  question: WorkQueueRequest,
  caller: Caller,
  today: string,
  earliestToday = today,
): Promise<WorkQueue> => {
  const { views, answeredAt, isPast } = context;
  if (!readsAll(caller)) mustAct(caller);
  if (question.assignee !== undefined) mustReadAll(caller, { field: 'assignee' });
  const days: Days = { today, earliest: earliestToday };
  const limit = question.limit ?? DEFAULT_LIMIT;
  const page = { filters: question, after: placeOf(question, question, isPlace), limit: limit + 1 };
  const files = readsAll(caller) ? await filesByPledge(views) : new Map<string, FileRow>();
  const { first, groups } = await tasksIn(context, question, caller, { days, files, page });
  const last = first[limit - 1];
  return {
    items: first.slice(0, limit).map(({ item: { task, row } }) => {
      const assignee = assigneeOf(files.get(row.pledge.pledgeId), task);
      const next = isPast ? [] : nextFor(task, row.pledge, caller, days);
      return queued({ ...task, next }, row, days, assignee);
    }),
    next: first.length > limit && last ? cursorFor(question, last.place) : null,
    ...countsOf(groups, question),
    ...answeredAt,
    today,
  };
};

interface Asked {
  readonly days: Days;
  readonly files: ReadonlyMap<string, FileRow>;
  readonly page: PageOfQueue;
}

const tasksIn = async (
  { views, isPast }: QueryContext,
  { assignee, memberState, conference, category, q }: WorkQueueRequest,
  caller: Caller,
  { days, files, page }: Asked,
): Promise<QueuePart<FoundTask>> => {
  const where = await pledgesWhere(views, { memberState, conference, category, q });
  const isTheirs = (pledgeId: string, task: Parameters<typeof assigneeOf>[1]): boolean =>
    assigneeOf(files.get(pledgeId), task) === assignee;
  const isOfBody = speaksForAState(caller.role) && caller.state === null;
  if (isPast || isOfBody) {
    const fits = ({ task, row }: FoundTask) => assignee === undefined || isTheirs(row.pledge.pledgeId, task);
    return walkedQueue(views, caller, { ...page, where, days, fits });
  }
  if (assignee === undefined) return storedQueue(views, caller, { ...page, where, days });
  const dealtWith = {
    pledges: [...files.keys()],
    fits: (row: { readonly pledgeId: string; readonly kind: string; readonly about: string | null }) =>
      isTheirs(row.pledgeId, row),
  };
  return storedQueue(views, caller, { ...page, where, days, dealtWith });
};

/** Those who find another `next` on this page than their colleagues. */
const personsWithOther = async (
  { views }: QueryContext,
  _: WorkQueueRequest,
  { items }: WorkQueue,
  caller: Caller,
): Promise<readonly string[]> => {
  const offering = items.filter(({ next }) => next.length > 0);
  const rows = await rowsOfPledges(views, [...new Set(offering.map(({ pledgeId }) => pledgeId))]);
  const kept = offering.flatMap(({ pledgeId, next }) => {
    const row = rows.get(pledgeId);
    return row === undefined ? [] : personsKeptFrom(next, row.pledge, caller);
  });
  return [...new Set(kept)];
};

/** Few pledges have one. */
const filesByPledge = async (views: Views): Promise<ReadonlyMap<string, FileRow>> =>
  new Map((await views.find<FileRow>(FILE_SHELF)).map(({ key, row }) => [key, row]));

const isPlace = (place: readonly unknown[]): place is PlaceInQueue =>
  place.length === 2 && place.every((part) => typeof part === 'string');

export const getWorkQueue = asList(
  question(
    'getWorkQueue',
    'LIST',
    (context, query: WorkQueueRequest, caller) =>
      workQueue(context, query, caller, context.today, context.earliestToday),
    { othersFor: personsWithOther },
  ),
  { name: 'work-queue', schema: workQueueSchema },
);
