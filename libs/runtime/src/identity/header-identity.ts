/**
 * Callers name themselves in headers and are trusted: for tests, load and tries on one machine. Whoever reaches such a
 * server can be anyone, so it does not start where NODE_ENV is production.
 */
import { memberState, ROLES } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import { BadRequest } from '../bad-request.ts';
import { NOBODY, onlyReads, speakingFor } from './identity.ts';
import { ROLE_HEADER } from './proof-headers.ts';
import type { Identity } from './identity.ts';

export const IDENTITY_HEADERS = {
  actor: 'x-pledgeline-actor',
  role: ROLE_HEADER,
  state: 'x-pledgeline-state',
  body: 'x-pledgeline-body',
} as const;

export const headerIdentity: Identity = {
  callerOf: ({ headers, method }) => callerFrom(headers, !onlyReads(method)),
};

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const PRINTABLE = /^[\x20-\x7e]{1,200}$/;

/**
 * @param writes whether the request wants to change something: it then must say who it is. A reader may be nobody.
 * @throws {BadRequest} naming the header and what is allowed.
 */
export const callerFrom = (headers: Headers, writes: boolean): Caller => {
  const actor = one(headers, IDENTITY_HEADERS.actor);
  const role = one(headers, IDENTITY_HEADERS.role);
  const state = one(headers, IDENTITY_HEADERS.state);
  if (!writes && actor === undefined && role === undefined) {
    return NOBODY;
  }
  const subject = actor?.trim() ?? '';
  if (subject === '') throw wrong(IDENTITY_HEADERS.actor, 'must name who acts');
  const known = ROLES.find((one) => one === role);
  if (known === undefined) throw wrong(IDENTITY_HEADERS.role, 'must be a role', ROLES);
  return speakingFor(
    { subject, role: known, state: stateOf(state, known) },
    one(headers, IDENTITY_HEADERS.body),
  );
};

const stateOf = (code: string | undefined, role: Caller['role']): string | null => {
  if (code === undefined || code === '') {
    if (role === 'MS') throw wrong(IDENTITY_HEADERS.state, 'must name the state that an MS speaks for');
    return null;
  }
  if (memberState(code) === undefined) {
    throw wrong(IDENTITY_HEADERS.state, 'must be an ISO 3166 alpha-3 code or that of a listed organisation');
  }
  return code;
};

const one = (headers: Headers, name: string): string | undefined => {
  const value = headers[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !PRINTABLE.test(value)) {
    throw wrong(name, 'must be given once, in at most 200 printable ASCII characters');
  }
  return value;
};

const wrong = (header: string, message: string, allowed?: readonly string[]): BadRequest =>
  new BadRequest('IDENTITY_HEADER', `${header} ${message}`, [
    { field: header, message, ...(allowed === undefined ? {} : { allowed }) },
  ]);
