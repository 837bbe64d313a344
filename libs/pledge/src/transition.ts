/** One row of the table of transitions: what can happen to a pledge, when, by whom, and what follows. */
import { STATUSES } from '@pledgeline/contracts';
import type { PledgeEvent, Role, Status, Track } from '@pledgeline/contracts';
import type { Decision, Precondition } from './circumstances.ts';
import type { CommandOf, PledgeCommandType } from './commands.ts';
import type { Pledge } from './state.ts';

export interface Transition<Type extends PledgeCommandType = PledgeCommandType> {
  /** Null: before the announcement. */
  readonly from: readonly (Status | null)[];
  /** The one track it belongs to; null when it is common. A pledge not yet registered is on neither, and passes. */
  readonly track: Track | null;
  /** A member state acts for itself only, in every row. */
  readonly roles: readonly Role[];
  /** Whose focal point sends it, where that is not the state of the pledge; `ANY_STATE` where each acts for itself. */
  readonly stateOf?: (pledge: Pledge) => string;
  /** Which of the roles, where it depends on the pledge. */
  readonly narrowed?: (pledge: Pledge) => readonly Role[];
  /** Whether the act needs its business date; otherwise it may be null. */
  readonly dated: boolean;
  /** The condition by name, for people. */
  readonly needs?: string;
  readonly precondition?: Precondition<Type>;
  /** What jobs and policies send again after a crash, or for what was settled meanwhile: it then changes nothing. */
  readonly alreadySo?: (command: CommandOf<Type>, pledge: Pledge) => boolean;
  readonly decide: Decision<Type>;
  readonly events: readonly PledgeEvent['type'][];
  /** The status from then on, in words where it depends; null when it stays. */
  readonly to: string | null;
}

export const ANY_STATE = 'any state';

/** Every status but these; a pledge that was not announced has none. */
export const except = (...statuses: readonly Status[]): readonly Status[] =>
  STATUSES.filter((status) => !statuses.includes(status));
export const OFFERED: readonly Status[] = ['REGISTERED', 'MATCHED'];
export const UNTIL_READY: readonly Status[] = [...OFFERED, 'SELECTED', 'MOU_SIGNED', 'READY'];
export const CAPABILITY = { track: 'CAPABILITY', dated: true } as const;
export const CAPABILITY_UNDATED = { track: 'CAPABILITY', dated: false } as const;
export const IMPLEMENTATION = { track: 'IMPLEMENTATION', dated: true } as const;
export const IMPLEMENTATION_UNDATED = { track: 'IMPLEMENTATION', dated: false } as const;
export const COMMON = { track: null, dated: true } as const;
export const COMMON_UNDATED = { track: null, dated: false } as const;

/** The rows of some commands, as each chapter declares its own. */
export type Rows<Types extends PledgeCommandType> = { readonly [Type in Types]: Transition<Type> };
