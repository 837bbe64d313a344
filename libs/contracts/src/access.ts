/**
 * Who may use a route. Each slice declares it for all of its operations in one table; the runtime enforces it before a body
 * is looked at, refuses what has no rule, and docs/access.md lists it. The deciders ask again, since commands also come from
 * policies and jobs.
 */
import { Rejected } from '@pledgeline/event-sourcing';
import { RECORDED_ROLES, RECORDERS, speaksForAState } from './acting-for.ts';
import type { Caller } from './command-context.ts';
import { forbiddenTo, peopleAmong } from './people.ts';
import { ROLES, type Role } from './vocabulary.data.ts';

export interface AccessRule {
  readonly roles: readonly Role[];
  readonly reach: Reach;
  /** They record it for others only, whom their body names (`onBehalfOf`); absent where nobody does. */
  readonly recordedBy?: readonly Role[];
  /** It shows the log of proofs: an installation may keep that from who has not signed in. */
  readonly showsTheLog?: true;
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

/** The same where officers may record it for those who send it. */
export const recordable = (rule: AccessRule): AccessRule =>
  rule.roles.some((role) => RECORDED_ROLES.some((one) => one === role))
    ? { ...rule, recordedBy: RECORDERS }
    : rule;

/**
 * Whoever may only record it says for whom; who may not record at all names nobody.
 * @throws {Rejected} FORBIDDEN
 */
export const mustRecordForOthers = (
  operation: string,
  { roles, recordedBy }: AccessRule,
  { role }: Caller,
  isForOthers: boolean,
): void => {
  const field = 'onBehalfOf';
  if (!isForOthers) {
    if (roles.includes(role)) return;
    const message = `${role} may record ${operation} only for others: name the state or body and its paper in onBehalfOf.`;
    throw new Rejected('forbidden', 'FORBIDDEN', message, { allowed: peopleAmong(roles), field });
  }
  if (recordedBy?.includes(role) === true) return;
  throw forbiddenTo(`${role} may not record ${operation} for others`, recordedBy ?? [], { field });
};

/** @throws {Rejected} FORBIDDEN, or NO_ACCESS_RULE for what nobody has decided about. */
export const mustHaveAccess = (operation: string, rule: AccessRule | undefined, { role }: Caller): void => {
  if (rule === undefined) {
    throw new Rejected(
      'forbidden',
      'NO_ACCESS_RULE',
      `Nobody may use ${operation}: it has no rule of access.`,
    );
  }
  if (rule.roles.includes(role) || rule.recordedBy?.includes(role) === true) return;
  throw forbiddenTo(`${role} may not use ${operation}`, rule.roles);
};
