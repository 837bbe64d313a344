/** A queue of today, from the rows of the list of tasks: a page costs what it shows, and its counts are kept. */
import type { Caller } from '@pledgeline/contracts';
import type { ViewQuery, Views } from '@pledgeline/event-sourcing';
import { answersEndedIn } from '../../views/answers-ended.ts';
import { FEW } from '../../answers/page-of-view.ts';
import { NOTHING_CHANGED, repeatsAmong } from '../../views/repeats-unseen.ts';
import { openMergers } from '../../views/open-mergers.ts';
import { visitsByUnit, visitsOwing } from '../../views/open-visits.ts';
import { missionsKnown } from '../../views/missions-known.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import { rowsOfPledges } from '../../views/register/rows-of-pledges.ts';
import { missionsInDoubt } from '../../views/tasks/missions-in-doubt.ts';
import { queueOf, TASK_LIST } from '../../views/tasks/task-list.view.ts';
import { byPledgeOfTask } from '../../views/tasks/pledge-of-task.ts';
import { rulesOf, rulesWhereNamed, type TaskRow } from '../../views/tasks/task-rows.ts';
import type { Around } from '../../views/tasks/task-rules.ts';
import { keyOf, type TaskFacts } from '../../views/tasks/task-spans.ts';
import { turnOf, type Days } from '../../views/tasks/turning-days.ts';
import { tasksFor } from '../../views/tasks/whose-task.ts';
import { countsOf, isOfKind, waitsForRole, type TaskGroup } from './queue-counts.ts';
import {
  collectPage,
  type PageOfQueue,
  type PlaceInQueue,
  type Placed,
  type QueuePart,
} from './queue-page.ts';
import type { FoundTask } from './walked-queue.ts';

type Where = NonNullable<ViewQuery['where']>;

export interface StoredQueue extends PageOfQueue {
  /** Of pledges. */
  readonly where: Where;
  readonly days: Days;
  /** The pledges and tasks that an officer deals with; absent where nobody is asked for. */
  readonly dealtWith?: { readonly pledges: readonly string[]; readonly fits: (row: TaskRow) => boolean };
}

export const storedQueue = async (
  views: Views,
  caller: Caller,
  asked: StoredQueue,
): Promise<QueuePart<FoundTask>> => {
  const { dealtWith } = asked;
  const part =
    dealtWith === undefined
      ? await byIndex(views, caller, asked)
      : await ofPledges(views, caller, asked, dealtWith);
  return { ...part, first: await asTold(views, caller, asked.days, part.first) };
};

/** The rows that wait now, of those that the caller finds. */
const waitingNow = (caller: Caller, { days }: StoredQueue): Where => {
  const turn = turnOf(days);
  return { ...queueOf(caller), first: { to: turn }, last: { from: turn } };
};

const ofPledgesWhere = (where: Where): Where =>
  Object.keys(where).length === 0 ? {} : { pledge: { keyOf: PLEDGE_REGISTER, fitting: where } };

const byIndex = async (views: Views, caller: Caller, asked: StoredQueue): Promise<QueuePart<TaskRow>> => {
  const { filters, after, limit, days } = asked;
  const waiting = waitingNow(caller, asked);
  const late = { to: turnOf(days) };
  const { own, left } = byPledgeOfTask(asked.where);
  const byOwn = { ...waiting, ...own, ...ofPledgesWhere(left) };
  const tallies = await views.tally(TASK_LIST, ['kind', 'roles'], byOwn, { late });
  const groups = tallies.map(({ values: [kind, roles], count, among }): TaskGroup => {
    return { kind: String(kind), waitsFor: String(roles).split(' '), count, overdue: among };
  });
  const fitting = groups.filter((group) => isOfKind(filters, group) && waitsForRole(filters, group));
  const manyFit = countsOf(fitting, filters).total > FEW;
  const found = await views.find<TaskRow>(TASK_LIST, {
    where: {
      // Few are found by their pledges, and many by following the order.
      ...(manyFit ? byOwn : { ...waiting, ...ofPledgesWhere(asked.where) }),
      ...(filters.kind !== undefined && { kind: { in: [...new Set(fitting.map(({ kind }) => kind))] } }),
      ...(filters.role !== undefined && {
        roles: { in: [...new Set(fitting.map(({ waitsFor }) => waitsFor.join(' ')))] },
      }),
      ...(filters.overdue === 'true' && { late }),
    },
    orderBy: 'place',
    limit,
    manyFit,
    ...begunAt(after, filters.overdue === 'false' ? [days.earliest, ''] : undefined),
  });
  return { groups, first: found.map(({ key, row }) => ({ place: [row.place, key], item: row })) };
};

/** What is not overdue begins with the first day that is not over: places begin with the day. */
const begunAt = (...places: readonly (PlaceInQueue | undefined)[]): Pick<ViewQuery, 'after'> => {
  const [value, key] =
    places.reduce((last, one) => ((one?.[0] ?? '') > (last?.[0] ?? '') ? one : last)) ?? [];
  return value === undefined || key === undefined ? {} : { after: { value, key } };
};

/** Officers deal with hundreds of pledges, not with thousands. */
const ofPledges = async (
  views: Views,
  caller: Caller,
  asked: StoredQueue,
  { pledges, fits }: NonNullable<StoredQueue['dealtWith']>,
): Promise<QueuePart<TaskRow>> => {
  const page = collectPage<TaskRow>(asked);
  const turn = turnOf(asked.days);
  const isFiltered = Object.keys(asked.where).length > 0;
  const among = isFiltered ? await keysAmong(views, asked.where, pledges) : pledges;
  const where = { ...waitingNow(caller, asked), pledge: { in: among } };
  const found = await views.find<TaskRow>(TASK_LIST, { where });
  for (const { key, row } of found) {
    if (fits(row)) page.add({ ...row, place: [row.place, key], isLate: row.late <= turn }, row);
  }
  return page.part();
};

const keysAmong = async (views: Views, where: Where, keys: readonly string[]): Promise<readonly string[]> =>
  (await views.find(PLEDGE_REGISTER, { where: { ...where, key: { in: keys } } })).map(({ key }) => key);

/** What rows say in short, in the words of the day: asked of the pledges on the page, as the caller reads them. */
const asTold = async (
  views: Views,
  caller: Caller,
  days: Days,
  placed: readonly Placed<TaskRow>[],
): Promise<readonly Placed<FoundTask>[]> => {
  const ids = [...new Set(placed.map(({ item }) => item.pledgeId))];
  const rows = await rowsOfPledges(views, ids);
  const around: Around = {
    visits: visitsByUnit([...(await visitsOwing(views, ids)).values()]),
    missions: missionsInDoubt(await missionsKnown(views)),
    mergers: await openMergers(views),
    repeats: await repeatsAmong(rows.values(), views, NOTHING_CHANGED),
    answers: await answersEndedIn(views, ids),
  };
  const told = new Map<string, ReadonlyMap<string, FoundTask>>();
  for (const [id, row] of rows) told.set(id, tasksByFacts(caller, row, days, around));
  return placed.flatMap(({ place, item }) => {
    const found = told.get(item.pledgeId)?.get(keyOf(item));
    return found === undefined ? [] : [{ place, item: found }];
  });
};

const tasksByFacts = (
  caller: Caller,
  row: RegisterRow,
  days: Days,
  around: Around,
): ReadonlyMap<ReturnType<typeof keyOf>, FoundTask> => {
  const waiting = [...rulesOf(row), ...rulesWhereNamed(row)].flatMap(({ tasks }) => tasks(row, days, around));
  const possible = waiting.filter(({ next }) => next.length > 0);
  const byKey = (task: TaskFacts & FoundTask['task']) => [keyOf(task), { task, row }] as const;
  return new Map(tasksFor(caller, row, possible).map(byKey));
};
