/**
 * The tasks of the work queue as rows: those that wait now, and those that will once their day has come. They follow from the
 * pledges, and from the visits, missions and consents to mergers around them. Decision 51.
 */
import type { FollowRows, Projection, ViewChanges, Views } from '@pledgeline/event-sourcing';
import { readsAll, speaksForAState, type Caller } from '@pledgeline/contracts';
import type { View, Where } from '../../visibility/view.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../register/register-row.ts';
import { VOID_PLEDGES } from '../register/void-pledges.view.ts';
import { everythingAround } from './everything-around.ts';
import { pledgesAffected } from './pledges-affected.ts';
import type { Around } from './task-rules.ts';
import { taskKey, taskRowsOf, type TaskRow } from './task-rows.ts';

export const TASK_LIST = 'task-list';

type Changed = ViewChanges['rows'];

const tasksAfter: FollowRows['changed'] = async (changed, views) => {
  const { pledges, around } = await pledgesAffected(changed, views);
  if (pledges.size === 0) return [];
  const kept = { where: { pledge: { in: [...pledges.keys()] } } };
  const before = new Map((await views.find<TaskRow>(TASK_LIST, kept)).map(({ key, row }) => [key, row]));
  const rows = new Map<string, TaskRow>();
  for (const row of pledges.values()) if (row !== undefined) addTasks(rows, row, around);
  const gone = [...before.keys()].filter((key) => !rows.has(key));
  const come = [...rows].filter(([key, row]) => !isAsBefore(row, before.get(key)));
  return [
    ...gone.map((key) => ({ view: TASK_LIST, key, row: null })),
    ...come.map(([key, row]) => ({ view: TASK_LIST, key, row })),
  ];
};

const isAsBefore = (row: TaskRow, before: TaskRow | undefined): boolean =>
  before !== undefined &&
  (Object.keys(row) as (keyof TaskRow)[]).every((name) =>
    name === 'waitsFor' ? row.waitsFor.join() === before.waitsFor.join() : row[name] === before[name],
  );

const PAGE = 500;

async function* allTasks(views: Views): AsyncGenerator<Changed> {
  const around = await everythingAround(views);
  let rows = new Map<string, TaskRow>();
  const made = (): Changed => [...rows].map(([key, row]) => ({ view: TASK_LIST, key, row }));
  for (const view of [PLEDGE_REGISTER, VOID_PLEDGES]) {
    for await (const { row } of views.dump(view)) {
      addTasks(rows, row as RegisterRow, around);
      if (rows.size < PAGE) continue;
      yield made();
      rows = new Map();
    }
  }
  yield made();
}

const addTasks = (rows: Map<string, TaskRow>, row: RegisterRow, around: Around): void => {
  for (const task of taskRowsOf(row, around)) rows.set(keyAmong(rows, task), task);
};

/** A task has several rows where it waits at several times, or for several states. */
const keyAmong = (rows: ReadonlyMap<string, TaskRow>, row: TaskRow): string => {
  const key = taskKey(row, row.pledgeId);
  for (let n = 1; ; n += 1) {
    const numbered = n === 1 ? key : `${key} ${n}`;
    if (!rows.has(numbered)) return numbered;
  }
};

const COUNTED = [
  ...['kind', 'roles', 'first', 'last', 'late', 'forAll', 'forBodies', 'state', 'partner'],
  ...['conference', 'promised', 'carriedBy'],
];

const projection: Projection<TaskRow> = {
  name: TASK_LIST,
  version: 5,
  columns: {
    pledge: ({ pledgeId }) => pledgeId,
    place: ({ place }) => place,
    kind: ({ kind }) => kind,
    /** With blanks between. */
    roles: ({ waitsFor }) => waitsFor.join(' '),
    first: ({ first }) => first,
    last: ({ last }) => last,
    late: ({ late }) => late,
    forAll: ({ forAll }) => Number(forAll),
    forBodies: ({ forBodies }) => Number(forBodies),
    state: ({ state }) => state,
    partner: ({ partner }) => partner,
    conference: ({ conference }) => conference,
    promised: ({ promised }) => promised,
    carriedBy: ({ carriedBy }) => carriedBy,
  },
  sparse: ['state', 'partner'],
  indexes: [
    ['pledge'],
    // What has not begun yet lies between what waits: it is passed over in the index, without looking at rows.
    ['place', 'first', 'last', 'forAll'],
    ['state'],
    ['partner'],
    // Whatever is counted of all tasks stands in the index.
    ['kind', 'roles', 'first', 'last', 'late', 'forAll', 'forBodies', 'conference', 'promised', 'carriedBy'],
  ],
  counted: COUNTED,
  handles: [],
  keyOf: ({ stream }) => stream,
  apply: (row) => row,
  follow: { changed: tasksAfter, all: allTasks },
};

/** The rows that the caller's queue holds; null for who has none here. */
export const queueOf = (caller: Caller): Where | null => {
  const { role, state } = caller;
  if (readsAll(caller)) return { forAll: 1 };
  if (role === 'IMPL') return { forBodies: 1 };
  if (!speaksForAState(role) || state === null) return null;
  return role === 'MS' ? { state } : { partner: state };
};

export const taskList: View<TaskRow> = { category: null, projection, readers: { where: queueOf } };
