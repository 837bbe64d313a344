/**
 * Who may use a route. Each slice declares it for all of its operations in one table; the runtime enforces it before a body
 * is looked at, refuses what has no rule, and docs/access.md lists it. The deciders ask again, since commands also come from
 * policies and jobs.
 */
import { Rejected } from '@pledgeline/event-sourcing';
import { speaksForAState } from './acting-for.ts';
import type { Caller } from './command-context.ts';
import { ROLES, type Role } from './vocabulary.data.ts';

export interface AccessRule {
  readonly roles: readonly Role[];
  readonly reach: Reach;
  /** What must hold besides, in sentences for the API document: the decision is the command's own. */
  readonly when?: string;
}

/**
 * How far it reaches for callers who speak for a state. `OWN`: it changes what is the state's own alone. `OWN_ROWS`: it finds what is
 * the state's own alone. `AUDIENCE`: it finds what its audience may read, which is more of the state's own. `SAME`: the same for all.
 */
export type Reach = 'OWN' | 'OWN_ROWS' | 'AUDIENCE' | 'SAME';

/** By `operationId`, which is the name of the command where there is one. */
export type AccessRules = Readonly<Record<string, AccessRule>>;

/** Also who has not signed in. */
export const EVERYBODY: readonly Role[] = ROLES;

/** Of a command: a member state sends it for itself only. */
export const sentBy = (roles: readonly Role[]): AccessRule => ({
  roles,
  reach: roles.some(speaksForAState) ? 'OWN' : 'SAME',
});

/** @throws {Rejected} FORBIDDEN, or NO_ACCESS_RULE for what nobody has decided about. */
export const mustHaveAccess = (operation: string, rule: AccessRule | undefined, { role }: Caller): void => {
  if (rule === undefined) {
    throw new Rejected(
      'forbidden',
      'NO_ACCESS_RULE',
      `Nobody may use ${operation}: it has no rule of access.`,
    );
  }
  if (rule.roles.includes(role)) return;
  const allowed = rule.roles;
  throw new Rejected(
    'forbidden',
    'FORBIDDEN',
    `${role} may not use ${operation}; allowed: ${allowed.join(', ')}.`,
    {
      allowed,
    },
  );
};
