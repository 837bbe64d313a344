/** A task of the work queue: what a pledge waits for, for whom, since when and until when. */
import { onDay, transitions, type Pledge, type PledgeCommandType } from '@pledgeline/pledge';
import type { Rejected } from '@pledgeline/event-sourcing';
import { pledgeCommandLinks } from '../pledge/command-links.ts';
import type { CommandLink } from '../pledge/pledge.schema.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import type { TASK_KINDS } from './task-kinds.data.ts';

export type TaskKind = (typeof TASK_KINDS)[number];

/** The days by which tasks are judged. */
export interface Days {
  readonly today: string;
  /** A day before this one is over all over the world. */
  readonly earliest: string;
}

export interface Task {
  readonly kind: TaskKind;
  readonly waitsFor: readonly string[];
  readonly since: string;
  readonly due: string | null;
  readonly todo: string;
  readonly next: readonly CommandLink[];
  /** Code of what stands in the way, where the act would be refused now. */
  readonly blockedBy: string | null;
  /** The question or the visit: it distinguishes tasks of one kind. */
  readonly about: string | null;
}

/** A task answered by one command on the pledge. */
export const task = (
  { pledge, statusSince }: RegisterRow,
  kind: TaskKind,
  command: PledgeCommandType,
  todo: string,
  more: Partial<Task> = {},
): Task => ({
  kind,
  waitsFor: rolesFor(command, pledge),
  since: statusSince,
  due: null,
  todo,
  next: pledgeCommandLinks(command, pledge),
  blockedBy: null,
  about: null,
  ...more,
});

/** The roles that the decider allows: nobody is asked for what he may not do. */
export const rolesFor = (command: PledgeCommandType, pledge: Pledge): readonly string[] => {
  const { rolesFor, roles } = transitions[command];
  return (rolesFor?.(pledge) ?? roles).filter((role) => role !== 'SYSTEM');
};

/** Why the command would be refused if it were sent now, as far as that is known without its body. */
export const obstacleTo = (
  command: PledgeCommandType,
  pledge: Pledge,
  role: string,
  { today, earliest }: Days,
): Rejected | undefined => transitions[command].precondition?.(pledge, onDay(today, role, earliest), null);
