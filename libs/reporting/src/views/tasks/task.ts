/** A task of the work queue: what a pledge waits for, for whom, since when and until when. */
import {
  isPossible,
  onDay,
  rolesSending,
  statesSending,
  transitions,
  type Pledge,
  type PledgeCommandType,
} from '@pledgeline/pledge';
import { withoutStacks, type Rejected } from '@pledgeline/event-sourcing';
import { pledgeCommandLinks } from './command-links.ts';
import type { CommandLink } from './command-link.schema.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { sentencesInWords, type Sentence } from './sentence.ts';
import type { TASKS } from '@pledgeline/contracts';
import type { Days } from './turning-days.ts';

export type TaskKind = keyof typeof TASKS;

export interface Task {
  readonly kind: TaskKind;
  readonly waitsFor: readonly string[];
  /** Whose focal points and partners can act, by ISO code; none where it waits for neither. */
  readonly states: readonly string[];
  readonly since: string;
  readonly due: string | null;
  readonly todo: string;
  /** The same by codes and values. */
  readonly says: readonly Sentence[];
  readonly next: readonly CommandLink[];
  /** Code of what stands in the way, where the act would be refused now. */
  readonly blockedBy: string | null;
  /** The question or the visit: it distinguishes tasks of one kind. */
  readonly about: string | null;
}

/**
 * A task answered by one of these commands. It waits for nobody who may send none of its links; a command that status or track
 * do not allow is no link.
 */
export const task = (
  { pledge, statusSince }: RegisterRow,
  kind: TaskKind,
  commands: PledgeCommandType | readonly PledgeCommandType[],
  todo: Sentence | readonly Sentence[],
  more: Partial<Task> = {},
): Task => {
  const says = 'code' in todo ? [todo] : todo;
  const answers = typeof commands === 'string' ? [commands] : commands;
  const next = (more.next ?? answers.flatMap((command) => pledgeCommandLinks(command, pledge))).filter(
    ({ command }) => !isOfPledge(command) || isPossible(command, pledge),
  );
  const asked = more.waitsFor ?? [...new Set(answers.flatMap((command) => rolesFor(command, pledge)))];
  const waitsFor = asked.filter((role) => next.some(({ command }) => isFor(command, pledge, role)));
  const senders = next.flatMap(({ command }) =>
    isOfPledge(command) ? statesSending(command, pledge, waitsFor) : [],
  );
  return {
    kind,
    states: [...new Set(senders)].sort(),
    since: statusSince,
    due: null,
    todo: sentencesInWords(says),
    says,
    blockedBy: null,
    about: null,
    ...more,
    waitsFor,
    next,
  };
};

/**
 * Many tasks that are answered by the same command, each with what it says, its days and its links: whom they wait for is asked once.
 */
export const tasksAlike = (
  row: RegisterRow,
  kind: TaskKind,
  command: PledgeCommandType,
  each: readonly (Pick<Task, 'since' | 'due' | 'about' | 'next'> & { readonly todo: Sentence })[],
): readonly Task[] => {
  const [one] = each;
  if (one === undefined) return [];
  const { waitsFor, states, next } = task(row, kind, command, one.todo, { next: one.next });
  if (next.length === 0) return [];
  return each.map(({ todo, ...its }) => {
    const says = [todo];
    return { kind, states, todo: sentencesInWords(says), says, blockedBy: null, ...its, waitsFor };
  });
};

/** The roles that the decider allows: nobody is asked for what he may not do. */
export const rolesFor = rolesSending;

/** Whether somebody in this role may follow the link; visits have a decider of their own. */
const isFor = (command: string, pledge: Pledge, role: string): boolean =>
  !isOfPledge(command) || rolesFor(command, pledge).includes(role);

/** Rather than of a visit. */
export const isOfPledge = (command: string): command is PledgeCommandType =>
  Object.hasOwn(transitions, command);

/** Why the command would be refused if it were sent now, as far as that is known without its body. */
export const obstacleTo = (
  command: PledgeCommandType,
  pledge: Pledge,
  role: string,
  { today, earliest }: Days,
): Rejected | undefined =>
  withoutStacks(() => transitions[command].precondition?.(pledge, onDay(today, role, earliest), null));
