/**
 * Whose queue holds a task: the Secretariat sees all that waits; a state, a partner and an implementing body see what they can do
 * themselves, with the commands that they may send. Issue 15, point 4.
 */
import { PARTNERSHIP_KINDS, readsAll, speaksForAState, type Caller } from '@pledgeline/contracts';
import type { Condition, ViewQuery, Views } from '@pledgeline/event-sourcing';
import { maySend } from '@pledgeline/pledge';
import { mustAct } from '../../visibility/audience.ts';
import { concerning, type SetOfStates } from '../../views/register/carried-by.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { isOfPledge, type Task } from './task.ts';

type Where = NonNullable<ViewQuery['where']>;

/** Of the pledges asked for, those on which something may wait for the caller. @throws {Rejected} FORBIDDEN for who acts on none. */
export const pledgesFor = async (caller: Caller, views: Views, asked: Where): Promise<Where> => {
  if (readsAll(caller)) return asked;
  mustAct(caller);
  if (!speaksForAState(caller.role)) return asked;
  if (caller.state === null) return { ...asked, partnership: { in: PARTNERSHIP_KINDS } };
  const own = await concerning(views, caller.state);
  return { ...asked, states: asked.states === undefined ? own : inBoth(own, asked.states) };
};

/**
 * Of the pledges asked for, those that name the caller's state as a partner, which carries nothing of them; all, for who sees what
 * waits for anybody. Null where there can be none.
 */
export const namedIn = (caller: Caller, asked: Where): Where | null => {
  if (readsAll(caller)) return { ...asked, named: { from: 'A' } };
  const { role, state } = caller;
  return speaksForAState(role) && state !== null ? { ...asked, named: { anyWord: [state] } } : null;
};

/** Sets of states, as `carriedBy` gives them. */
const inBoth = (own: SetOfStates, asked: Condition): SetOfStates => {
  const others = typeof asked === 'object' && asked !== null && 'in' in asked ? asked.in : [];
  return { in: own.in.filter((states) => others.includes(states)) };
};

/** Who left a pledge does nothing about it, on no day of the past either: the present decides whose it is. */
export const tasksFor = (
  caller: Caller,
  { pledge, formerOwner }: RegisterRow,
  tasks: readonly Task[],
): readonly Task[] => {
  if (readsAll(caller)) return tasks;
  if (formerOwner === true) return [];
  return tasks
    .filter(({ waitsFor, states }) => waitsFor.includes(caller.role) && isOf(caller, states))
    .map((task) => ({
      ...task,
      next: task.next.filter(({ command }) => isOfPledge(command) && maySend(command, pledge, caller)),
    }))
    .filter(({ next }) => next.length > 0);
};

const isOf = ({ role, state }: Caller, states: readonly string[]): boolean =>
  !speaksForAState(role) || state === null || states.includes(state);
