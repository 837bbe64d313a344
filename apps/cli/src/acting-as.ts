/** As whom somebody signs in and then acts: a role, of a state where it speaks for one, or an account's own name. */
import { memberState, ROLES } from '@pledgeline/contracts';
import { InvalidArgumentError } from 'commander';
import { CliError, EXIT } from './exit-codes.ts';

export interface ActingAs {
  /** As in `MS`, or `second-admin`. */
  readonly name: string;
  /** ISO 3166 alpha-3; null where none is named. */
  readonly state: string | null;
}

/** Corrections need two records officers, so a server has two accounts of that role. */
const SECOND_ADMIN = 'second-admin';
const NAMES: readonly string[] = [
  ...ROLES.filter((role) => role !== 'SYSTEM' && role !== 'PUBLIC'),
  SECOND_ADMIN,
];

/** Reads `MS`, `ms:rwa`, `second-admin`. @throws {InvalidArgumentError} saying what is known */
export const actingAs = (typed: string): ActingAs => {
  const [name = '', code, ...more] = typed.split(':');
  const known = NAMES.find((one) => one.toUpperCase() === name.toUpperCase());
  const state = code?.toUpperCase();
  if (known === undefined || more.length > 0)
    throw new InvalidArgumentError(`Known are ${NAMES.join(', ')}; with a state as in MS:RWA.`);
  if (state !== undefined && memberState(state) === undefined)
    throw new InvalidArgumentError('The state is no ISO 3166 alpha-3 code, such as MS:RWA.');
  return { name: known, state: state ?? null };
};

/** What `--as` and `--state` say together. @throws {CliError} when they disagree, or a state stands alone */
export const actingAsOf = ({
  as,
  state,
}: {
  readonly as?: ActingAs;
  readonly state?: string;
}): ActingAs | undefined => {
  if (state === undefined) return as;
  if (as === undefined) throw new CliError(EXIT.usage, '--state says for which state --as acts: give both');
  if (as.state !== null && as.state !== state)
    throw new CliError(EXIT.usage, `--as names ${as.state}, and --state ${state}`);
  return { ...as, state };
};

/** How it is written and printed: `MS:RWA`. */
export const labelOf = ({ name, state }: ActingAs): string => (state === null ? name : `${name}:${state}`);
