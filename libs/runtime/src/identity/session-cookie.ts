/**
 * The cookies of a browser. Cookies know no ports: what one server of a machine sets is sent to all of them. Where there is
 * TLS their names begin with `__Host-` or `__Secure-`, which are only set over TLS (RFC 6265bis); elsewhere they have the port in
 * them, so that no server takes the session of another for its own.
 */
import { parseCookie, stringifySetCookie } from 'cookie';

/** What of a request says which cookie it would bring. */
export interface CookieRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As the client has it, where a trusted proxy says so; http when absent. */
  readonly protocol?: string;
  readonly socket?: { readonly localPort?: number; readonly remoteAddress?: string | undefined };
}

interface Kind {
  readonly name: string;
  readonly path: string;
  readonly sameSite: 'strict' | 'lax';
}

/** A sign-in ends with a link from the issuer's page to ours, with which browsers send no strict cookies. */
const KINDS = {
  session: { name: 'pledgeline_session', path: '/', sameSite: 'strict' },
  renewal: { name: 'pledgeline_renewal', path: '/session', sameSite: 'strict' },
  'sign-in': { name: 'pledgeline_sign_in', path: '/session', sameSite: 'lax' },
} as const satisfies Readonly<Record<string, Kind>>;
export type CookieKind = keyof typeof KINDS;

export const SECURE_SESSION_COOKIE = `__Host-${KINDS.session.name}`;

/** What the request brings in such a cookie; undefined when there is none. */
export const cookieIn = (request: CookieRequest, kind: CookieKind): string | undefined => {
  const { cookie } = request.headers;
  return typeof cookie === 'string' ? parseCookie(cookie)[nameFor(request, KINDS[kind])] : undefined;
};

/** The token of the session; undefined when there is no such cookie. */
export const sessionTokenIn = (request: CookieRequest): string | undefined => cookieIn(request, 'session');

/** For `Set-Cookie`. */
export const cookieFor = (request: CookieRequest, kind: CookieKind, value: string, expires: Date): string => {
  const { path, sameSite } = KINDS[kind];
  const name = nameFor(request, KINDS[kind]);
  return stringifySetCookie({
    ...{ name, value, expires, path, sameSite },
    httpOnly: true,
    secure: isSecure(request),
  });
};

/** For `Set-Cookie`: the browser forgets it. */
export const noCookie = (request: CookieRequest, kind: CookieKind): string =>
  cookieFor(request, kind, '', new Date(0));

const isSecure = ({ protocol }: CookieRequest): boolean => protocol === 'https';

const nameFor = (request: CookieRequest, { name, path }: Kind): string => {
  if (!isSecure(request)) return `${name}_${request.socket?.localPort ?? 0}`;
  return path === '/' ? `__Host-${name}` : `__Secure-${name}`;
};
