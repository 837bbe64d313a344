/** One chapter of the life of a pledge: how its events change the pledge, and a row for each of its commands. */
import { LISTED_STATUSES, OPEN_STATUSES } from '@pledgeline/contracts';
import type { DataOf, PledgeEvent, Role, Status, Track } from '@pledgeline/contracts';
import type { AppendedEvent, Rejected } from '@pledgeline/event-sourcing';
import type { Decision, Precondition } from './decision-context.ts';
import type { RuleSet } from './rule-set.ts';
import type { CommandOf, Pledge, PledgeCommandType } from './state.ts';

/** How each event changes the pledge. Plain functions as properties, so that each is checked against the data of its own event. */
export type Folds<Types extends PledgeEvent['type'] = PledgeEvent['type']> = {
  readonly [Type in Types]: (pledge: Pledge, data: DataOf<Type>, event: AppendedEvent) => Pledge;
};

/** One row of the table of transitions: when a command is possible, by whom, and what follows. */
export interface Transition<Type extends PledgeCommandType = PledgeCommandType> {
  /** Null: before the announcement. */
  readonly from: readonly (Status | null)[];
  /** The one track it belongs to; null when it is common. A pledge not yet registered is on neither, and passes. */
  readonly track: Track | null;
  /** A member state acts for itself only, in every row. */
  readonly roles: readonly Role[];
  /**
   * Whose focal point sends it, where that is not the state of the pledge; `ANY_STATE` where each acts for itself.
   * Asked without a command ("what may I do now?") it answers for the pledge as it is.
   */
  readonly stateOf?: (pledge: Pledge, command: CommandOf<Type> | null) => string | readonly string[];
  /** The roles that may send it for this pledge, where it depends on the pledge. */
  readonly rolesFor?: (pledge: Pledge) => readonly Role[];
  /** Whether the act needs its business date; otherwise it may be null. */
  readonly requiresDate: boolean;
  /** The condition by name, for people. */
  readonly needs?: string;
  readonly precondition?: Precondition<Type>;
  /**
   * Whether the command changes nothing. It is asked before status and date are checked, because jobs and policies send commands
   * again after a crash, or when the matter was settled meanwhile. It may throw its own refusal.
   */
  readonly isNoop?: (command: CommandOf<Type>, pledge: Pledge) => boolean;
  readonly decide: Decision<Type>;
  /** The events that answer in place of a refusal, for a command that waits for an answer; undefined lets the refusal stand. */
  readonly refusedAs?: (
    command: CommandOf<Type>,
    refusal: Rejected,
    rules: RuleSet,
  ) => readonly PledgeEvent[] | undefined;
  readonly events: readonly PledgeEvent['type'][];
  /** The status from then on, in words where it depends; left out when it stays. */
  readonly to?: string;
}

/** The rows of some commands. */
export type Rows<Types extends PledgeCommandType> = { readonly [Type in Types]: Transition<Type> };

/** Checks each row against its command, each fold against its event, and keeps which they are. */
export const chapter = <Command extends PledgeCommandType, Event extends PledgeEvent['type']>(parts: {
  readonly evolve: Folds<Event>;
  readonly commands: Rows<Command>;
}) => parts;

export const ANY_STATE = 'any state';

/** Every status but these. A pledge that was not announced has none, and of one that is void there is nothing to do. */
export const except = (...statuses: readonly Status[]): readonly Status[] =>
  LISTED_STATUSES.filter((status) => !statuses.includes(status));
export const ANY_STATUS: readonly Status[] = LISTED_STATUSES;
export const OFFERED: readonly Status[] = ['REGISTERED', 'MATCHED'];
export const UNTIL_READY: readonly Status[] = [...OFFERED, 'SELECTED', 'MOU_SIGNED', 'READY'];

export const CAPABILITY = { track: 'CAPABILITY', requiresDate: true } as const;
export const CAPABILITY_UNDATED = { track: 'CAPABILITY', requiresDate: false } as const;
export const IMPLEMENTATION = { track: 'IMPLEMENTATION', requiresDate: true } as const;
export const IMPLEMENTATION_UNDATED = { track: 'IMPLEMENTATION', requiresDate: false } as const;
export const COMMON = { track: null, requiresDate: true } as const;
export const COMMON_UNDATED = { track: null, requiresDate: false } as const;
export const OPEN = { ...COMMON_UNDATED, from: OPEN_STATUSES } as const;
export const OPEN_CAPABILITY = { ...CAPABILITY, from: OPEN_STATUSES } as const;
