/** The rows of the work queue that follow from one pledge: each task once for all who see it alike. Decision 51. */
import type { Caller } from '@pledgeline/contracts';
import { thenEntered } from '@pledgeline/event-sourcing';
import { isRepeatOpen, isUnchecked, statesOf, statesOnlyNamed, type Pledge } from '@pledgeline/pledge';
import { isOpen } from '../register/due-dates.ts';
import { hasItems } from './items-apart.ts';
import { rowVisibleTo } from '../register/pledge-register.view.ts';
import type { RegisterRow } from '../register/register-row.ts';
import type { Around, TaskRules } from './task-rules.ts';
import { pledgeOfTask, type PledgeOfTask } from './pledge-of-task.ts';
import { keyOf, spanned, spansOf, type SpannedTask, type TaskFacts, type TasksOfSpan } from './task-spans.ts';
import { rulesOfActs } from './tasks-of-acts.ts';
import { rulesOfRepeats } from './tasks-of-decisions.ts';
import { rulesOfNeeds } from './tasks-of-needs.ts';
import { rulesOfNamed } from './tasks-of-named.ts';
import { rulesFor } from './tasks-of-pledge.ts';
import { ALWAYS, isOver, type Turn } from './turning-days.ts';
import { tasksFor } from './whose-task.ts';

export interface TaskRow extends TaskFacts, PledgeOfTask {
  readonly pledgeId: string;
  readonly place: string;
  readonly first: Turn;
  readonly last: Turn;
  /** From when on it is overdue. */
  readonly late: Turn;
  /** Whether those who read everything see it in this row. */
  readonly forAll: boolean;
  /** Whether implementing bodies do. */
  readonly forBodies: boolean;
  /** The state whose focal points do, and the one whose partners do. */
  readonly state: string | null;
  readonly partner: string | null;
  /** Whether it follows from one item of a list alone. */
  readonly ofItem: boolean;
}

/**
 * Everything that may wait on any day, each with the days on which it does.
 * @param around what those know of visits, missions and mergers who read everything.
 */
export const taskRowsOf = (row: RegisterRow, around: Around): readonly TaskRow[] => [
  ...rowsOfPledge(row, around),
  ...rowsOfItems(row, around),
];

/** What follows from the pledge as a whole. */
export const rowsOfPledge = (row: RegisterRow, around: Around): readonly TaskRow[] =>
  rowsBy(row, around, false);

/** What follows from the items in its lists, from each of them by itself. */
export const rowsOfItems = (row: RegisterRow, around: Around): readonly TaskRow[] =>
  hasItems(row) ? rowsBy(row, around, true) : [];

const rowsBy = (row: RegisterRow, around: Around, ofItems: boolean): readonly TaskRow[] => {
  const isAsked = (rules: TaskRules): boolean => (rules.ofItems === true) === ofItems;
  const seen = new Map<string, Seen>();
  const see = (spans: readonly TasksOfSpan[], mark: (one: Seen) => void): void => {
    for (const task of spanned(spans)) {
      const key = `${keyOf(task)} ${task.first} ${task.last}`;
      const one = seen.get(key) ?? { task, forAll: false, forBodies: false, states: [], partners: [] };
      seen.set(key, one);
      mark(one);
    }
  };
  const whole = spansOf(rulesOf(row).filter(isAsked), row, around);
  const asked = { row, around, isAsked, whole };
  see([...whole, ...spansOf(rulesWhereNamed(row).filter(isAsked), row, around)], (one) => {
    one.forAll = true;
  });
  for (const state of statesAsked(row.pledge)) {
    see(spansFor({ subject: '', role: 'MS', state }, asked), (one) => one.states.push(state));
    see(spansFor({ subject: '', role: 'PARTNER', state }, asked), (one) => one.partners.push(state));
  }
  see(spansFor(A_BODY, asked), (one) => (one.forBodies = true));
  const more = { ...pledgeOfTask(row), ofItem: ofItems };
  return [...seen.values()].flatMap((one) => rowsFrom(one, row, more));
};

interface Asked {
  readonly row: RegisterRow;
  readonly around: Around;
  readonly isAsked: (rules: TaskRules) => boolean;
  /** As those read it who read everything. */
  readonly whole: readonly TasksOfSpan[];
}

/** Reads on every pledge what is for all states. */
const A_BODY: Caller = { subject: '', role: 'IMPL', state: null };

interface Seen {
  readonly task: SpannedTask;
  forAll: boolean;
  forBodies: boolean;
  readonly states: string[];
  readonly partners: string[];
}

/**
 * Of a pledge in whatever status: what was recorded for others, flags of before, and needs that it answered no longer, wait in each.
 * Of one that was entered by mistake only the last is anybody's.
 */
export const rulesOf = (row: RegisterRow): readonly TaskRules[] => {
  if (row.pledge.status === 'VOID') return [rulesOfNeeds];
  return [
    ...rulesFor(row),
    ...(isRepeatOpen(row.pledge) || isUnchecked(row.pledge) ? [rulesOfRepeats] : []),
    ...(row.pledge.acts.length > 0 ? rulesOfActs : []),
    rulesOfNeeds,
  ];
};

/** Those whom others name as partners are asked while it is open. */
export const rulesWhereNamed = ({ pledge }: RegisterRow): readonly TaskRules[] =>
  isOpen(pledge) && statesOnlyNamed(pledge).length > 0 ? [rulesOfNamed] : [];

/** The states that carry it, and those that have something to answer: they are invited, or are to take over. */
export const statesConcerned = (pledge: Pledge): readonly string[] => [
  ...statesOf(pledge),
  ...[pledge.partnership?.handoverTo, ...pledge.partnerProposals.map(({ state }) => state)].flatMap(
    (state) => state ?? [],
  ),
];

const statesAsked = (pledge: Pledge): ReadonlySet<string> =>
  new Set([...statesConcerned(pledge), ...statesOnlyNamed(pledge)]);

/** As the caller reads the pledge and the visits, with what he can do. */
const spansFor = (caller: Caller, { row, around, isAsked, whole }: Asked): readonly TasksOfSpan[] => {
  const { pledge } = row;
  const { state } = caller;
  const read = rowVisibleTo(row, caller, row);
  const visits = around.visits.get(pledge.pledgeId) ?? [];
  const own = visits.filter(({ visit }) => visit.memberState === state);
  const reads: Around = { ...around, visits: new Map([[pledge.pledgeId, own]]) };
  const isConcerned = state === null || statesConcerned(pledge).includes(state);
  const isNamed = state !== null && statesOnlyNamed(pledge).includes(state);
  const asWhole = read === row && own.length === visits.length;
  const isTheirs = (rules: TaskRules): boolean =>
    isAsked(rules) && (caller !== A_BODY || rules.asksBodies === true);
  const spans = [
    ...(isConcerned ? (asWhole ? whole : spansOf(rulesOf(read).filter(isTheirs), read, reads)) : []),
    ...(isNamed ? spansOf(rulesWhereNamed(read).filter(isAsked), read, reads) : []),
  ];
  return spans
    .filter(({ tasks }) => tasks.some(({ waitsFor }) => waitsFor.includes(caller.role)))
    .map((span) => ({ ...span, tasks: tasksFor(caller, read, span.tasks) }));
};

/** A row for all who read everything, bodies, the first state and the first partner; one for each other state. */
const rowsFrom = (
  { task, forAll, forBodies, states, partners }: Seen,
  row: RegisterRow,
  more: PledgeOfTask & Pick<TaskRow, 'ofItem'>,
): readonly TaskRow[] => {
  const { pledgeId } = row.pledge;
  const late = task.due === null ? ALWAYS.last : isOver(task.due);
  const place = placeOf(task, row);
  const [state = null, ...otherStates] = states;
  const [partner = null, ...otherPartners] = partners;
  const common = { ...task, ...more, pledgeId, place, late };
  const nobody = { forAll: false, forBodies: false, state: null, partner: null };
  return [
    { ...common, forAll, forBodies, state, partner },
    ...otherStates.map((other) => ({ ...common, ...nobody, state: other })),
    ...otherPartners.map((other) => ({ ...common, ...nobody, partner: other })),
  ];
};

const NEVER = '9999-12-31';

/**
 * Due, since, and the order in which pledges were entered: the order of the queue, and the same for a task as long as it waits. The
 * tasks of one pledge follow each other by `taskKey`.
 */
export const placeOf = (
  { due, since }: TaskFacts,
  { firstRecordedAt }: Pick<RegisterRow, 'firstRecordedAt'>,
): string => thenEntered(`${due ?? NEVER} ${since}`, firstRecordedAt);

export const taskKey = ({ kind, about }: TaskFacts, pledgeId: string): string =>
  `${pledgeId} ${kind} ${about ?? ''}`;
