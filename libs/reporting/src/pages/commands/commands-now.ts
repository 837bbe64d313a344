/**
 * What a reader may do about the thing on the page now, with the addresses, and what he may not do now although it is his, with the
 * reason. Decision 62: both follow from what he reads of it, and from nothing else.
 */
import type { Caller } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import { standingOf, type Acts } from '@pledgeline/pledge';
import type { QueryContext } from '../../answers/query-context.ts';
import { commandLink } from '../../views/tasks/command-links.ts';
import type { CommandLink } from '../../views/tasks/command-link.schema.ts';
import type { CommandNotNow } from './commands-now.schema.ts';

export interface CommandsNow {
  readonly commands: readonly CommandLink[];
  readonly notNow: readonly CommandNotNow[];
}

/** A thing, or a part of it such as an offer to a need, with what may be done about it. */
export interface Offered<Thing> {
  readonly acts: Acts<Thing>;
  readonly thing: Thing;
  /** Of the addresses of its commands. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** An offer of whatever kind: the thing is asked with its own acts, and with no others. */
export type AnyOffered = (caller: Caller, now: string) => readonly Found[];

interface Found {
  readonly command: string;
  /** The refusal where there is one now. */
  readonly found: CommandLink | Rejected;
}

export const offered =
  <Thing>({ acts, thing, parameters }: Offered<Thing>): AnyOffered =>
  ({ role, state: onBehalfOf, body = null }, now) =>
    Object.entries(acts).flatMap(([command, act]) => {
      const standing = standingOf(act, thing, { role, onBehalfOf, body, now });
      if (standing === 'IDLE') return [];
      return [{ command, found: standing === 'OPEN' ? commandLink(command, parameters) : standing }];
    });

/** Nobody acts in the past. */
export const NO_COMMANDS: CommandsNow = { commands: [], notNow: [] };

/**
 * A command that can be sent about one part of the thing is possible now; where it can be sent about none, the first part says why.
 */
export const commandsNow = (
  parts: readonly AnyOffered[],
  caller: Caller,
  { now, isPast }: Pick<QueryContext, 'now' | 'isPast'>,
): CommandsNow => {
  if (isPast) return NO_COMMANDS;
  const all = parts.flatMap((part) => part(caller, now));
  const commands = all.flatMap(({ found }) => (found instanceof Error ? [] : [found]));
  const possible = new Set(commands.map(({ command }) => command));
  const refused = new Map<string, CommandNotNow>();
  for (const { command, found } of all) {
    if (found instanceof Error && !possible.has(command) && !refused.has(command))
      refused.set(command, notNow(command, found));
  }
  return { commands, notNow: [...refused.values()] };
};

export const notNow = (command: string, { code, message: detail }: Rejected): CommandNotNow => ({
  command,
  code,
  detail,
});
