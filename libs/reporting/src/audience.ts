/**
 * Who may read what is not public: the one seam of this slice until identity comes as an issue of its own. The Secretariat
 * and auditors read everything, a member state what is meant for states and its own.
 */
import { eventContract } from '@pledgeline/contracts';
import type { Caller, Role } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { RecordedEvent } from '@pledgeline/event-sourcing';

const READERS_OF_ALL: readonly Role[] = [
  'DESK',
  'SFGC',
  'FGS',
  'PD',
  'DOS',
  'MISSION',
  'EVAL',
  'ADMIN',
  'SYSTEM',
  'AUDITOR',
];
const AMONG_STATES: readonly Role[] = ['MS', 'PARTNER', 'IMPL'];

export const readsAll = ({ role }: Caller): boolean => READERS_OF_ALL.includes(role);

/** What the Secretariat keeps between itself and the states concerned: all that carry the pledge. */
export const readsInternalOf = (caller: Caller, states: readonly string[]): boolean =>
  readsAll(caller) || (caller.role === 'MS' && caller.state !== null && states.includes(caller.state));

/** What is meant for all states. */
export const readsAmongStates = (caller: Caller): boolean =>
  readsAll(caller) || AMONG_STATES.includes(caller.role);

/** @throws {Rejected} FORBIDDEN for whoever does not read everything. */
export const mustReadAll = (caller: Caller): void => {
  if (!readsAll(caller)) throw forbidden(caller, READERS_OF_ALL);
};

/** @throws {Rejected} FORBIDDEN for whoever reads only what is public. */
export const mustReadAmongStates = (caller: Caller): void => {
  if (readsAmongStates(caller)) return;
  throw forbidden(caller, [...AMONG_STATES, ...READERS_OF_ALL]);
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

/** @throws {Rejected} FORBIDDEN for all but records officers. */
export const mustBeAdmin = (caller: Caller): void => {
  if (caller.role !== 'ADMIN') throw forbidden(caller, ['ADMIN']);
};

export const mayReadEvent = (event: RecordedEvent, caller: Caller, states: readonly string[]): boolean => {
  if (event.metadata.visibility === 'PUBLIC' || readsAll(caller)) return true;
  if (event.metadata.visibility === 'MEMBER_STATES') return AMONG_STATES.includes(caller.role);
  return eventContract(event.type).ownStateMayRead && readsInternalOf(caller, states);
};

const forbidden = ({ role }: Caller, allowed: readonly Role[]): Rejected =>
  new Rejected('forbidden', 'FORBIDDEN', `${role} may not read this; allowed: ${allowed.join(', ')}.`, {
    allowed,
  });
