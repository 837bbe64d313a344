/**
 * The cookie of a browser's session. Cookies know no ports: what one server of a machine sets is sent to all of them. Where
 * there is TLS its name begins with `__Host-`, which only this very host can set and only over TLS (RFC 6265bis); elsewhere it has
 * the port in it, so that no server takes the session of another for its own.
 */
import { parseCookie, stringifySetCookie } from 'cookie';

export const SECURE_SESSION_COOKIE = '__Host-pledgeline_session';

/** What of a request says which cookie it would bring. */
export interface CookieRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As the client has it, where a trusted proxy says so; http when absent. */
  readonly protocol?: string;
  readonly socket?: { readonly localPort?: number };
}

/** The token of the session; undefined when there is no such cookie. */
export const sessionTokenIn = (request: CookieRequest): string | undefined => {
  const { cookie } = request.headers;
  return typeof cookie === 'string' ? parseCookie(cookie)[nameFor(request)] : undefined;
};

/** For `Set-Cookie`. */
export const sessionCookie = (request: CookieRequest, value: string, expires: Date): string =>
  stringifySetCookie({
    name: nameFor(request),
    value,
    expires,
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(request),
  });

const isSecure = ({ protocol }: CookieRequest): boolean => protocol === 'https';

const nameFor = (request: CookieRequest): string =>
  isSecure(request) ? SECURE_SESSION_COOKIE : `pledgeline_session_${request.socket?.localPort ?? 0}`;
