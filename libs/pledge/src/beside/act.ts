/**
 * What may be done about a thing beside the pledges, such as a gap or a visit: by whom, and what refuses it whatever its body says. The
 * decider of the thing asks these rules before it decides, and pages ask them ahead, so that nobody is offered what he would be
 * refused.
 */
import type { Role } from '@pledgeline/contracts';
import { Rejected, type CommandMeta } from '@pledgeline/event-sourcing';

export type Sender = Pick<CommandMeta, 'role' | 'onBehalfOf' | 'body' | 'now'>;

export interface Act<Thing> {
  readonly roles: readonly Role[];
  /** For whom it is, where the role alone does not say. @throws {Rejected} */
  readonly mustBeTheirs?: (thing: Thing, sender: Sender) => void;
  /** Whether it changes nothing now. It is not refused then, and nobody need send it. */
  readonly isNoop?: (thing: Thing) => boolean;
  /** What stands in its way now, for everybody. @throws {Rejected} */
  readonly mustStand?: (thing: Thing) => void;
}

/** By the names of their commands. */
export type Acts<Thing> = Readonly<Record<string, Act<Thing>>>;

/**
 * How an act stands for somebody, asked ahead of any command. `IDLE`: it is another's, or it would change nothing.
 * @returns the refusal that the decider would give where the thing is not as the act needs it.
 */
export const standingOf = <Thing>(
  act: Act<Thing>,
  thing: Thing,
  sender: Sender,
): 'OPEN' | 'IDLE' | Rejected => {
  const isTheirs =
    act.roles.some((role) => role === sender.role) &&
    refusalOf(() => act.mustBeTheirs?.(thing, sender)) === undefined;
  if (!isTheirs || act.isNoop?.(thing) === true) return 'IDLE';
  return refusalOf(() => act.mustStand?.(thing)) ?? 'OPEN';
};

const refusalOf = (check: () => void): Rejected | undefined => {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof Rejected) return error;
    throw error;
  }
};
