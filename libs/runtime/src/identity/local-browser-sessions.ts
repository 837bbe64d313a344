/** The sessions of this machine as browsers are told of them: one role each, by the link that it was opened with. */
import { memberState, speaksForAState } from '@pledgeline/contracts';
import type { Role } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { bearerOf } from './identity.ts';
import type { IdentifiedRequest } from './identity.ts';
import { LOCAL_ACCOUNTS } from './local-accounts.ts';
import type { LocalSessions } from './local-sessions.ts';
import { signInNeeded } from './not-signed-in.ts';
import { isLoopback } from './safe-address.ts';
import { cookieFor, noCookie, sessionTokenIn } from './session-cookie.ts';
import type { OpenSession, Sessions } from './sessions.ts';

/** @param howToSignIn a sentence. */
export const localBrowserSessions = (local: LocalSessions, howToSignIn: string): Sessions => {
  const found = (request: IdentifiedRequest): { token: string; session: OpenSession } | undefined => {
    const bearer = bearerOf(request);
    const token = bearer ?? sessionTokenIn(request);
    const session = token === undefined ? undefined : local.of(token);
    if (token === undefined || session === undefined) return undefined;
    const csrf = bearer === undefined ? (local.csrfOf(token) ?? null) : null;
    return { token, session: { ...session, roles: [session.caller.role], csrf, renewable: false } };
  };
  const must = (request: IdentifiedRequest): { token: string; session: OpenSession } => {
    const one = found(request);
    if (one === undefined) throw signInNeeded();
    return one;
  };
  return {
    atIssuer: null,
    byLink: async (request, { account, secret, state = null, body = null, as }) => {
      mustBeHere(request);
      mustNameItsState(account, state);
      const { token, ...session } = await local.open(account, secret, state, body);
      if (as === 'TOKEN') return { session: { ...session, token }, cookies: [] };
      const cookie = cookieFor(request, 'session', token, new Date(session.until));
      return { session: { ...session, csrf: local.csrfOf(token) }, cookies: [cookie] };
    },
    waysIn: () => Promise.resolve([{ kind: 'LOCAL', page: '/sign-in', description: howToSignIn }]),
    of: (request) => Promise.resolve(found(request)?.session ?? null),
    inRole: async (request, role) => {
      const { session } = must(request);
      if (session.roles.includes(role)) return Promise.resolve({ session, cookies: [] });
      throw new Rejected(
        'forbidden',
        'FORBIDDEN',
        'A link signs in to one role: follow the link of the other one.',
        { field: 'role', allowed: session.roles },
      );
    },
    renewed: async () => Promise.reject(signInNeeded()),
    ended: async (request) => {
      const { token } = must(request);
      local.close(token);
      return Promise.resolve({ session: null, cookies: [noCookie(request, 'session')] });
    },
  };
};

/** Also where something on this machine hands on what comes from others, or a name of theirs leads here. */
const mustBeHere = ({ socket, headers }: IdentifiedRequest): void => {
  const from = (socket?.remoteAddress ?? '').replace(/^::ffff:/, '');
  const host = URL.parse(`http://${String(headers['host'])}`)?.hostname.replace(/^\[(.*)\]$/, '$1') ?? '';
  if (isLoopback(from) && isLoopback(host)) return;
  throw new Rejected('forbidden', 'LOOPBACK_ONLY', 'Sign-in links work on this machine only.');
};

const mustNameItsState = (account: string, state: string | null): void => {
  const role = LOCAL_ACCOUNTS.find(({ name }) => name === account)?.role;
  if (role === undefined) return;
  const problem = problemWithState(role, state);
  if (problem === undefined) return;
  throw new Rejected('invalid', 'STATE_NEEDED', `${account} ${problem}`, { field: 'state' });
};

const problemWithState = (role: Role, state: string | null): string | undefined => {
  if (!speaksForAState(role)) return state === null ? undefined : 'speaks for no state, and so names none.';
  if (state === null ? role !== 'MS' : memberState(state) !== undefined) return undefined;
  return 'names the state it speaks for, by ISO 3166 alpha-3 code.';
};
