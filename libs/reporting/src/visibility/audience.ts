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

/** @throws {Rejected} FORBIDDEN where the caller does not read everything. */
export const mustReadAll = (caller: Caller): void => {
  if (!readsAll(caller)) throw forbidden(caller, READERS_OF_ALL);
};

/** @throws {Rejected} FORBIDDEN where the caller reads public things only. */
export const mustReadAmongStates = (caller: Caller): void => {
  if (!readsAmongStates(caller)) throw forbidden(caller, READERS_AMONG_STATES);
};

/**
 * For answers that are internal row by row. Null for readers of all; for others the one state whose rows they may see.
 * @throws {Rejected} FORBIDDEN for readers who speak for no state.
 */
export const onlyStateOf = (caller: Caller): string | null => {
  if (readsAll(caller)) return null;
  if (caller.role === 'MS' && caller.state !== null) return caller.state;
  throw forbidden(caller, ['MS', ...READERS_OF_ALL]);
};

/** @throws {Rejected} FORBIDDEN for readers who act on no pledge, and for a state that the sign-in does not name. */
export const mustAct = (caller: Caller): void => {
  if (!readsAmongStates(caller) || (caller.role === 'MS' && caller.state === null)) {
    throw forbidden(caller, READERS_AMONG_STATES);
  }
};

const forbidden = ({ role }: Caller, allowed: readonly Role[]): Rejected =>
  forbiddenTo(`${role} may not read this`, allowed);
