/**
 * Who reads what: the three visibilities of events, and whom each is for. What histories, read models, reports, problems and
 * topics show is decided here and nowhere else. Lifecycle page, sections 2 and 10.5.
 */
import type { Visibility } from '@pledgeline/event-sourcing';
import { speaksForAState } from './acting-for.ts';
import type { Caller } from './command-context.ts';
import type { Role } from './vocabulary.data.ts';

/** The Secretariat in its parts, the missions, and who audits: they read everything. */
export const READERS_OF_ALL: readonly Role[] = [
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

/** They read what is meant for all states as well. */
export const READERS_AMONG_STATES: readonly Role[] = ['MS', 'PARTNER', 'IMPL', ...READERS_OF_ALL];

export const readsAll = ({ role }: Caller): boolean => READERS_OF_ALL.includes(role);

/** What is meant for all states. */
export const readsAmongStates = ({ role }: Caller): boolean => READERS_AMONG_STATES.includes(role);

/** Whether the caller speaks for one of these states: what the Secretariat shares with the states concerned is his to read. */
export const isOneOf = (states: readonly string[], { role, state }: Caller): boolean =>
  speaksForAState(role) && state !== null && states.includes(state);

/** What is between the Secretariat and these states. */
export const readsInternalOf = (caller: Caller, states: readonly string[]): boolean =>
  readsAll(caller) || isOneOf(states, caller);

/** Whom the caller reads with: all that is for them is for him. */
export const audienceOf = (caller: Caller, states: readonly string[]): Visibility => {
  if (readsInternalOf(caller, states)) return 'INTERNAL';
  return readsAmongStates(caller) ? 'MEMBER_STATES' : 'PUBLIC';
};

/** @param sharedWith the states that may read it although it is internal. */
export const mayRead = (caller: Caller, visibility: Visibility, sharedWith: readonly string[]): boolean =>
  visibility === 'PUBLIC' ||
  (visibility === 'MEMBER_STATES' && readsAmongStates(caller)) ||
  readsInternalOf(caller, sharedWith);
