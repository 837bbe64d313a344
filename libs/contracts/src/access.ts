/**
 * Who may use a route: what each declares, the runtime enforces before a body is looked at, and docs/access.md lists. The
 * deciders ask again, since commands also come from policies and jobs.
 */
import { ROLES } from './vocabulary.ts';
import type { Role } from './vocabulary.ts';

export interface AccessRule {
  readonly roles: readonly Role[];
  /** What is asked of those who speak for a state; what is not said is not asked. */
  readonly states?: StateRule;
}

/**
 * `OWN`: a member state uses it for what is its own alone. `OWN_ROWS`: anybody may, and finds only what is its own. `AUDIENCE`: anybody
 * may, and finds more of what is its own than of what is not.
 */
export type StateRule = 'OWN' | 'OWN_ROWS' | 'AUDIENCE';

/** Name of the metadata of a route that holds its {@link AccessRule}. */
export const ACCESS_RULE = 'pledgeline:access-rule';

/** Also who has not signed in. */
export const EVERYBODY: readonly Role[] = ROLES;
