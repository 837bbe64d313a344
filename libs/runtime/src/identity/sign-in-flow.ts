/** One sign-in at the issuer, from our address to its page and back: what was begun in a browser is finished in that browser, once. */
import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { BegunSignIn, IssuerClient } from './issuer-client.ts';
import type { IssuerSessions } from './issuer-sessions.ts';
import { ownPath } from './own-path.ts';
import type { Seals } from './seals.ts';
import { cookieFor, cookieIn, noCookie } from './session-cookie.ts';
import type { CookieRequest } from './session-cookie.ts';
import { SignInRefused } from './sign-in-refused.ts';
import type { SignInFlow } from './sessions.ts';

interface Begun extends BegunSignIn {
  readonly id: string;
  readonly next: string;
  /** When it is too late to finish it, in milliseconds since 1970. */
  readonly endsMs: number;
}

/** Time to type a password, and to find the telephone that the issuer asks for. */
const WITHIN_MS = 600_000;
/** Whoever comes back too late still goes on to where he wanted. */
const REMEMBERED_MS = 24 * 3_600_000;

/** @param nowMs as `Date.now`. */
export const signInFlow = (
  client: IssuerClient,
  sessions: IssuerSessions,
  seals: Seals,
  nowMs: () => number,
): SignInFlow => {
  const finished = new LRUCache<string, true>({ max: 10_000, ttl: WITHIN_MS });
  const begunIn = async (request: CookieRequest): Promise<Begun | undefined> => {
    const cookie = cookieIn(request, 'sign-in');
    const content = cookie === undefined ? null : await seals.open('sign-in', cookie);
    return content?.['begun'] as Begun | undefined;
  };
  return {
    begin: async (request, next) => {
      const { begun, page } = await client.begin();
      const id = randomBytes(16).toString('base64url');
      const content: Begun = { ...begun, id, next: ownPath(next), endsMs: nowMs() + WITHIN_MS };
      const untilMs = nowMs() + REMEMBERED_MS;
      const sealed = await seals.seal('sign-in', { begun: content }, untilMs);
      return { to: page, cookies: [cookieFor(request, 'sign-in', sealed, new Date(untilMs))] };
    },
    finish: async (request, query) => {
      const begun = await begunIn(request);
      if (begun === undefined || nowMs() >= begun.endsMs || finished.has(begun.id)) throw notBegun();
      const tokens = await client.finish(query, begun);
      finished.set(begun.id, true);
      const { cookies } = await sessions.opened(request, tokens);
      return { to: begun.next, cookies: [...cookies, noCookie(request, 'sign-in')] };
    },
    leadsTo: async (request) => (await begunIn(request))?.next ?? '/',
  };
};

const notBegun = (): SignInRefused =>
  new SignInRefused(
    'EXPIRED',
    'This sign-in was not begun in this browser, more than ten minutes ago, or is finished already. Begin again.',
  );
