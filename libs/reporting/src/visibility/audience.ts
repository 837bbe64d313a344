/** Questions that only some may ask because of what they ask for; the rule of the route does not decide that. */
import {
  forbiddenTo,
  readsAll,
  READERS_AMONG_STATES,
  READERS_OF_ALL,
  readsAmongStates,
  ROLES,
  type Caller,
  type Role,
} from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';

/** Whom the guards below let in, by whose facts an answer rests on. */
export const rolesOfReaders = {
  PUBLIC: ROLES,
  MEMBER_STATES: READERS_AMONG_STATES,
  SECRETARIAT: READERS_OF_ALL,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** The parameter that makes the question one of theirs; absent where the whole answer is. */
export interface AskedBy {
  readonly field: string;
  /** Where not every value of the parameter does. */
  readonly value?: string;
  /** With what besides the caller may ask it all the same. */
  readonly unless?: string;
}

/** @throws {Rejected} FORBIDDEN, naming the parameter, where the caller does not read everything. */
export const mustReadAll = (caller: Caller, by?: AskedBy): void => {
  if (!readsAll(caller)) throw forbidden(caller, READERS_OF_ALL, by);
};

/** @throws {Rejected} FORBIDDEN, naming the parameter, where the caller reads public things only. */
export const mustReadAmongStates = (caller: Caller, by?: AskedBy): void => {
  if (!readsAmongStates(caller)) throw forbidden(caller, READERS_AMONG_STATES, by);
};

/**
 * For answers that are internal row by row. Null for readers of all; for others the one state whose rows they may see.
 * @throws {Rejected} FORBIDDEN, naming the parameter, for readers who speak for no state.
 */
export const onlyStateOf = (caller: Caller, by?: AskedBy): string | null => {
  if (readsAll(caller)) return null;
  if (caller.role === 'MS' && caller.state !== null) return caller.state;
  throw forbidden(caller, ['MS', ...READERS_OF_ALL], by);
};

/** @throws {Rejected} FORBIDDEN for readers who act on no pledge, and for a state that the sign-in does not name. */
export const mustAct = (caller: Caller): void => {
  if (!readsAmongStates(caller) || (caller.role === 'MS' && caller.state === null)) {
    throw forbidden(caller, READERS_AMONG_STATES);
  }
};

const forbidden = ({ role }: Caller, allowed: readonly Role[], by?: AskedBy): Rejected => {
  if (by === undefined) return forbiddenTo(`${role} may not read this`, allowed);
  const { field, value, unless } = by;
  const asked = value === undefined ? field : `${field}=${value}`;
  const except = unless === undefined ? '' : `, except with ${unless}`;
  return forbiddenTo(`${role} may not ask by ${asked}${except}`, allowed, { field });
};
