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
import { itemsApart } from './items-apart.ts';
import { pledgesAffected } from './pledges-affected.ts';
import { rowsOfItems, rowsOfPledge, taskKey, taskRowsOf, type TaskRow } from './task-rows.ts';

export const TASK_LIST = 'task-list';

type Changed = ViewChanges['rows'];

const tasksAfter: FollowRows['changed'] = async (changed, views) => {
  const { pledges, outside, around } = await pledgesAffected(changed, views);
  if (pledges.size === 0) return [];
  const wereThere = new Map(
    changed.flatMap(({ view, key, before }) =>
      view === PLEDGE_REGISTER && before !== null ? [[key, before as RegisterRow] as const] : [],
    ),
  );
  const [before, rows] = [new Map<string, TaskRow>(), new Map<string, TaskRow>()];
  const [whole, inPart]: [string[], string[]] = [[], []];
  for (const [key, row] of pledges) {
    const was = outside.has(key) ? undefined : wereThere.get(key);
    const apart = was === undefined || row === undefined ? null : itemsApart(was, row);
    if (row === undefined || apart === null) {
      whole.push(key);
      if (row !== undefined) addTasks(rows, taskRowsOf(row, around));
    } else {
      inPart.push(key);
      addTasks(before, rowsOfItems(apart[0], around));
      addTasks(rows, rowsOfPledge(row, around));
      addTasks(rows, rowsOfItems(apart[1], around));
    }
  }
  await readInto(before, views, { pledge: { in: whole } }, whole.length);
  await readInto(before, views, { pledge: { in: inPart }, ofItem: 0 }, inPart.length);
  const gone = [...before.keys()].filter((key) => !rows.has(key));
  const come = [...rows].filter(([key, row]) => !isAsBefore(row, before.get(key)));
  return [
    ...gone.map((key) => ({ view: TASK_LIST, key, row: null })),
    ...come.map(([key, row]) => ({ view: TASK_LIST, key, row })),
  ];
};

const readInto = async (
  rows: Map<string, TaskRow>,
  views: Views,
  where: Where,
  pledges: number,
): Promise<void> => {
  if (pledges === 0) return;
  for (const { key, row } of await views.find<TaskRow>(TASK_LIST, { where })) rows.set(key, row);
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
      addTasks(rows, taskRowsOf(row as RegisterRow, around));
      if (rows.size < PAGE) continue;
      yield made();
      rows = new Map();
    }
  }
  yield made();
}

const addTasks = (rows: Map<string, TaskRow>, tasks: readonly TaskRow[]): void => {
  for (const task of tasks) rows.set(keyAmong(rows, task), task);
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
  version: 6,
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
    ofItem: ({ ofItem }) => Number(ofItem),
  },
  sparse: ['state', 'partner'],
  indexes: [
    // Of a pledge of which one item changed, what follows from the others is not looked at.
    ['pledge', 'ofItem'],
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
