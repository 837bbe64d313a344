/**
 * Whose queue holds a task: the Secretariat sees all that waits; a state, a partner and an implementing body see what they can do
 * themselves, with the commands that they may send. Issue 15, point 4.
 */
import { readsAll, speaksForAState, type Caller } from '@pledgeline/contracts';
import { maySend } from '@pledgeline/pledge';
import type { RegisterRow } from '../register/register-row.ts';
import { isOfPledge, type Task } from './task.ts';

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
