/**
 * A queue that is found by asking every pledge: that of a past day, which has no rows of tasks, and that of a body, which acts on the
 * few pledges that several carry.
 */
import {
  OPEN_STATUSES,
  PARTNERSHIP_KINDS,
  readsAll,
  speaksForAState,
  type Caller,
  type Status,
} from '@pledgeline/contracts';
import type { Condition, ViewQuery, Views } from '@pledgeline/event-sourcing';
import { everyRow } from '../../answers/every-row.ts';
import { answersEndedIn } from '../../views/answers-ended.ts';
import { everyRepeatUnseen } from '../../views/repeats-unseen.ts';
import { openMergers } from '../../views/open-mergers.ts';
import { openVisits } from '../../views/open-visits.ts';
import { missionsKnown } from '../../views/missions-known.ts';
import { concerning, type SetOfStates } from '../../views/register/carried-by.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import { VOID_PLEDGES } from '../../views/register/void-pledges.view.ts';
import { missionsInDoubt } from '../../views/tasks/missions-in-doubt.ts';
import type { Around, TaskRules } from '../../views/tasks/task-rules.ts';
import { placeOf, taskKey } from '../../views/tasks/task-rows.ts';
import type { Task } from '../../views/tasks/task.ts';
import { rulesOfActs } from '../../views/tasks/tasks-of-acts.ts';
import { rulesOfRepeats } from '../../views/tasks/tasks-of-decisions.ts';
import { rulesOfNeeds } from '../../views/tasks/tasks-of-needs.ts';
import { rulesOfNamed } from '../../views/tasks/tasks-of-named.ts';
import { rulesFor } from '../../views/tasks/tasks-of-pledge.ts';
import type { Days } from '../../views/tasks/turning-days.ts';
import { tasksFor } from '../../views/tasks/whose-task.ts';
import { isLate } from './queued.ts';
import { collectPage, type PageOfQueue, type QueuePart } from './queue-page.ts';

type Where = NonNullable<ViewQuery['where']>;

export interface FoundTask {
  readonly task: Task;
  readonly row: RegisterRow;
}

export interface WalkedQueue extends PageOfQueue {
  /** Of pledges. */
  readonly where: Where;
  readonly days: Days;
  readonly fits: (found: FoundTask) => boolean;
}

export const walkedQueue = async (
  views: Views,
  caller: Caller,
  asked: WalkedQueue,
): Promise<QueuePart<FoundTask>> => {
  const { where, days, fits } = asked;
  // What is asked of the desk alone.
  const answers = readsAll(caller) ? await answersEndedIn(views) : new Map<string, never>();
  const around: Around = {
    answers,
    visits: await openVisits(views),
    missions: missionsInDoubt(await missionsKnown(views)),
    mergers: await openMergers(views),
    repeats: readsAll(caller) ? await everyRepeatUnseen(views) : new Map<string, never>(),
  };
  const page = collectPage<FoundTask>(asked);
  const take = async (
    of: Where | null,
    rulesOf: (row: RegisterRow) => readonly TaskRules[],
    view = PLEDGE_REGISTER,
  ): Promise<void> => {
    if (of === null) return;
    for await (const { row } of everyRow<RegisterRow>(views, view, of)) {
      const waiting = rulesOf(row)
        .flatMap(({ tasks }) => tasks(row, days, around))
        .filter(({ next }) => next.length > 0);
      for (const task of tasksFor(caller, row, waiting)) {
        if (!fits({ task, row })) continue;
        const { kind, waitsFor } = task;
        const at = {
          kind,
          waitsFor,
          place: [placeOf(task, row), taskKey(task, row.pledge.pledgeId)] as const,
        };
        page.add({ ...at, isLate: isLate(task, days.earliest) }, { task, row });
      }
    }
  };
  const theirs = await pledgesFor(caller, views, where);
  const naming = namedIn(caller, where);
  await take({ ...theirs, ...OPEN }, rulesFor);
  await take(naming && { ...naming, ...OPEN }, () => [rulesOfNamed]);
  await take({ ...theirs, repeat: { in: ['OPEN', 'UNCHECKED'] } }, () => [rulesOfRepeats]);
  await take({ ...theirs, acts: 'SOME' }, () => rulesOfActs);
  if (answers.size > 0) {
    const answering = { key: { in: [...answers.keys()] } };
    await take({ ...theirs, ...answering }, () => [rulesOfNeeds]);
    // Filters are of the register, which has none of them.
    if (Object.keys(theirs).length === 0) await take(answering, () => [rulesOfNeeds], VOID_PLEDGES);
  }
  return page.part();
};

/** What was closed in part may still be closed in full, and what lapsed be revived. */
const WAITING: readonly Status[] = [...OPEN_STATUSES, 'PARTIALLY_FULFILLED', 'LAPSED'];

const OPEN = {
  standing: {
    in: WAITING.flatMap((status) => ['', 'L1', 'L2', 'L3', 'RDL'].map((level) => `${status}/${level}`)),
  },
};

/** Of the pledges asked for, those on which something may wait for the caller. */
const pledgesFor = async (caller: Caller, views: Views, asked: Where): Promise<Where> => {
  if (readsAll(caller) || !speaksForAState(caller.role)) return asked;
  if (caller.state === null) return { ...asked, partnership: { in: PARTNERSHIP_KINDS } };
  const own = await concerning(views, caller.state);
  return { ...asked, states: asked.states === undefined ? own : inBoth(own, asked.states) };
};

/**
 * Of the pledges asked for, those that name the caller's state as a partner, which carries nothing of them; all, for who sees what
 * waits for anybody. Null where there can be none.
 */
const namedIn = (caller: Caller, asked: Where): Where | null => {
  if (readsAll(caller)) return { ...asked, named: { from: 'A' } };
  const { role, state } = caller;
  return speaksForAState(role) && state !== null ? { ...asked, named: { anyWord: [state] } } : null;
};

/** Sets of states, as `carriedBy` gives them. */
const inBoth = (own: SetOfStates, asked: Condition): SetOfStates => {
  const others = typeof asked === 'object' && asked !== null && 'in' in asked ? asked.in : [];
  return { in: own.in.filter((states) => others.includes(states)) };
};
