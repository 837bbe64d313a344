/** What a token's claims say of its bearer: who it is, in which roles, for which state. */
import { memberState, printable, ROLES } from '@pledgeline/contracts';
import type { Caller, Role } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { BadRequest } from '../bad-request.ts';
import { ROLE_HEADER } from './proof-headers.ts';
import type { OidcConfiguration } from './identity-configuration.ts';
import { speakingFor } from './identity.ts';
import { NotSignedIn } from './not-signed-in.ts';

export interface Bearer {
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly state: string | null;
  readonly body: string | null;
}

type Claims = Readonly<Record<string, unknown>>;

/** The system's own acts, and those of nobody, are no one's to sign in for. */
const GIVEN_BY_ISSUERS = ROLES.filter((role) => role !== 'SYSTEM' && role !== 'PUBLIC');

/** OpenID Connect Core 1.0, section 2; without spaces, so that no two subjects look alike. */
const SUBJECT = /^[\x21-\x7e]{1,255}$/;

/** @throws {NotSignedIn} for a subject or a state that nobody could be; @throws {Rejected} NO_ROLE */
export const bearerFrom = (
  claims: Claims,
  { subjectClaim, roleClaim, rolePrefix, stateClaim, bodyClaim }: OidcConfiguration,
): Bearer => {
  const subject = at(claims, subjectClaim);
  if (typeof subject !== 'string' || !SUBJECT.test(subject)) {
    throw new NotSignedIn('TOKEN_NOT_VALID', `The claim ${subjectClaim} names no subject.`);
  }
  const words = at(claims, roleClaim);
  const named: readonly unknown[] = Array.isArray(words) ? words : [words];
  const roles = GIVEN_BY_ISSUERS.filter((role) => named.includes(`${rolePrefix}${role}`));
  if (roles.length === 0) {
    throw new Rejected('forbidden', 'NO_ROLE', `The token gives no role in its claim ${roleClaim}.`, {
      allowed: GIVEN_BY_ISSUERS.map((role) => `${rolePrefix}${role}`),
    });
  }
  const state = stateOf(at(claims, stateClaim), stateClaim);
  return { subject, roles, state, body: bodyOf(at(claims, bodyClaim), bodyClaim) };
};

/**
 * Who has several roles says in which it acts; who has one need not.
 * @throws {BadRequest} when it must; @throws {Rejected} FORBIDDEN for a role it has not, and for an MS without a state.
 */
export const callerOfBearer = (
  { subject, roles, state, body }: Bearer,
  asked: string | readonly string[] | undefined,
): Caller => {
  const role = asked === undefined && roles.length === 1 ? roles[0] : roles.find((one) => one === asked);
  if (role === undefined) {
    const header = ROLE_HEADER;
    if (asked !== undefined) {
      throw new Rejected('forbidden', 'FORBIDDEN', `The token gives no role ${printable(String(asked))}.`, {
        field: header,
        allowed: roles,
      });
    }
    const message = 'must say in which of your roles you act';
    throw new BadRequest('ROLE_NEEDED', `${header} ${message}`, [{ field: header, message, allowed: roles }]);
  }
  if (role === 'MS' && state === null) {
    throw new Rejected('forbidden', 'NO_STATE', 'The token does not say for which state its bearer speaks.');
  }
  return speakingFor({ subject, role, state }, body);
};

/** Some issuers make a list of every attribute. */
const onlyOf = (said: unknown): unknown => (Array.isArray(said) && said.length === 1 ? said[0] : said);

const stateOf = (said: unknown, claim: string): string | null => {
  const code = onlyOf(said);
  if (code === undefined || code === null || code === '') return null;
  if (typeof code === 'string' && memberState(code) !== undefined) return code;
  throw new NotSignedIn('TOKEN_NOT_VALID', `The claim ${claim} is no ISO 3166 alpha-3 code of a state.`);
};

/** No longer than a name in a body of a request. */
const LONGEST_NAME = 200;

const bodyOf = (said: unknown, claim: string): string | null => {
  const name = onlyOf(said);
  if (name === undefined || name === null || name === '') return null;
  if (typeof name === 'string' && name.length <= LONGEST_NAME) return name;
  throw new NotSignedIn('TOKEN_NOT_VALID', `The claim ${claim} is no name of a body.`);
};

/** The claim of that very name, for names such as `https://example.org/roles`; else dots go into objects. */
const at = (claims: Claims, path: string): unknown =>
  Object.hasOwn(claims, path)
    ? claims[path]
    : path
        .split('.')
        .reduce<unknown>(
          (value, name) =>
            typeof value === 'object' && value !== null && Object.hasOwn(value, name)
              ? (value as Claims)[name]
              : undefined,
          claims,
        );
