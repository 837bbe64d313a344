/** Questions that only some may ask, where the rule of the route does not tell: by what they ask for. */
import {
  readsAll,
  READERS_AMONG_STATES,
  READERS_OF_ALL,
  readsAmongStates,
  type Caller,
  type Role,
} from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';

/** @throws {Rejected} FORBIDDEN for whoever does not read everything. */
export const mustReadAll = (caller: Caller): void => {
  if (!readsAll(caller)) throw forbidden(caller, READERS_OF_ALL);
};

/** @throws {Rejected} FORBIDDEN for whoever reads only what is public. */
export const mustReadAmongStates = (caller: Caller): void => {
  if (!readsAmongStates(caller)) throw forbidden(caller, READERS_AMONG_STATES);
};

/**
 * For answers that are internal row by row: null for readers of all, else the one state whose rows may be shown.
 * @throws {Rejected} FORBIDDEN for readers who speak for no state.
 */
export const onlyStateOf = (caller: Caller): string | null => {
  if (readsAll(caller)) return null;
  if (caller.role === 'MS' && caller.state !== null) return caller.state;
  throw forbidden(caller, ['MS', ...READERS_OF_ALL]);
};

const forbidden = ({ role }: Caller, allowed: readonly Role[]): Rejected =>
  new Rejected('forbidden', 'FORBIDDEN', `${role} may not read this; allowed: ${allowed.join(', ')}.`, {
    allowed,
  });
