/** The sessions of an issuer's people: made from the tokens of a sign-in, which no page ever gets, renewed by the issuer, ended in both places. */
import { hash, randomBytes } from 'node:crypto';
import type { Role } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { LRUCache } from 'lru-cache';
import type { AccessTokens } from './access-tokens.ts';
import type { BrowserSession, BrowserSessions } from './browser-sessions.ts';
import { callerOfBearer } from './claims.ts';
import type { Bearer } from './claims.ts';
import { bearerOf } from './identity.ts';
import type { IdentifiedRequest } from './identity.ts';
import type { IssuedTokens, IssuerClient } from './issuer-client.ts';
import { NotSignedIn, signInNeeded } from './not-signed-in.ts';
import { ROLE_HEADER } from './proof-headers.ts';
import type { Seals } from './seals.ts';
import { cookieFor, cookieIn, noCookie } from './session-cookie.ts';
import type { CookieRequest } from './session-cookie.ts';
import type { Changed, OpenSession, Sessions } from './sessions.ts';

export interface IssuerSessions extends Pick<Sessions, 'of' | 'inRole' | 'renewed' | 'ended'> {
  /** A new session, by the tokens that a sign-in has brought. Rejects as the token's bearer would be refused. */
  opened(request: CookieRequest, tokens: IssuedTokens): Promise<Changed>;
}

/** What stays of a session when it has run out: enough to go on with it. */
interface Renewal extends Pick<BrowserSession, 'id' | 'role' | 'csrf'> {
  readonly refreshToken: string;
  /** It counts from the sign-in, and no renewal moves it. */
  readonly endsMs: number;
}

/** A day of work without signing in again; the issuer may end it sooner. */
const RENEWED_WITHIN_MS = 12 * 3_600_000;
/** Browsers keep no longer cookies. */
const LONGEST_COOKIE = 4000;
/** Pages of one browser that ask together get one answer: an issuer may take a token that is used twice for a stolen one. */
const RENEWED_TOGETHER_MS = 30_000;

/** @param client null in a service that browsers do not sign in at: it knows sessions, and renews none. @param nowMs as `Date.now`. */
export const issuerSessions = (
  tokens: AccessTokens,
  sessions: BrowserSessions,
  seals: Seals,
  client: IssuerClient | null,
  nowMs: () => number,
): IssuerSessions => {
  const renewing = new LRUCache<string, Promise<IssuedTokens>>({ max: 1000, ttl: RENEWED_TOGETHER_MS });

  const made = async (
    request: CookieRequest,
    { accessToken, refreshToken }: IssuedTokens,
    { id, csrf, endsMs, role: chosen }: Pick<Renewal, 'id' | 'csrf' | 'endsMs'> & { readonly role?: Role },
  ): Promise<Changed> => {
    const { bearer, expiresMs } = await tokens(accessToken);
    const role = roleOf(bearer, chosen);
    const kept = await renewalCookie(request, refreshToken, { id, csrf, role, endsMs });
    const session = { id, csrf, bearer, role, untilMs: expiresMs, renewable: kept !== null };
    const cookie = cookieFor(request, 'session', await sessions.sealed(session), new Date(expiresMs));
    return { session: shown(session), cookies: [cookie, kept ?? noCookie(request, 'renewal')] };
  };
  /** Null where there is nothing to renew with, or it is too long for a browser to keep. */
  const renewalCookie = async (
    request: CookieRequest,
    refreshToken: string | null,
    { id, csrf, role, endsMs }: Omit<Renewal, 'refreshToken'>,
  ): Promise<string | null> => {
    if (refreshToken === null) return null;
    const sealed = await seals.seal('renewal', { renewal: { id, csrf, role, refreshToken } }, endsMs);
    return sealed.length > LONGEST_COOKIE ? null : cookieFor(request, 'renewal', sealed, new Date(endsMs));
  };
  const renewalIn = async (request: CookieRequest): Promise<Renewal | null> => {
    const cookie = cookieIn(request, 'renewal');
    const content = cookie === undefined ? null : await seals.open('renewal', cookie);
    const renewal = content?.['renewal'] as Omit<Renewal, 'endsMs'> | undefined;
    return renewal === undefined ? null : { ...renewal, endsMs: Number(content?.['exp']) * 1000 };
  };
  const must = async (request: IdentifiedRequest): Promise<BrowserSession> => {
    const session = bearerOf(request) === undefined ? await sessions.of(request) : null;
    if (session === null) throw signInNeeded();
    return session;
  };

  return {
    opened: (request, issued) => {
      const endsMs = nowMs() + RENEWED_WITHIN_MS;
      return made(request, issued, { id: randomText(), csrf: randomText(), endsMs });
    },
    of: async (request) => {
      const token = bearerOf(request);
      if (token !== undefined) {
        const { bearer, expiresMs } = await tokens(token);
        const caller = callerOfBearer(bearer, request.headers[ROLE_HEADER]);
        return { caller, roles: bearer.roles, csrf: null, until: dateOf(expiresMs), renewable: false };
      }
      const session = await sessions.of(request);
      return session === null ? null : shown(session);
    },
    inRole: async (request, role) => {
      const session = await must(request);
      const { roles } = session.bearer;
      if (!roles.includes(role))
        throw new Rejected('forbidden', 'FORBIDDEN', `Your roles are ${roles.join(', ')}.`, {
          field: 'role',
          allowed: roles,
        });
      const changed = { ...session, role };
      const renewal = await renewalIn(request);
      const kept =
        renewal === null ? null : await renewalCookie(request, renewal.refreshToken, { ...renewal, role });
      const cookie = cookieFor(request, 'session', await sessions.sealed(changed), new Date(session.untilMs));
      return { session: shown(changed), cookies: kept === null ? [cookie] : [cookie, kept] };
    },
    renewed: async (request) => {
      const renewal = await renewalIn(request);
      if (renewal === null || client === null || sessions.hasEnded(renewal)) throw signInNeeded();
      const name = hash('sha256', renewal.refreshToken, 'base64');
      const asked = renewing.get(name) ?? client.renew(renewal.refreshToken);
      renewing.set(name, asked);
      try {
        return await made(request, await asked, renewal);
      } catch (error) {
        // A failure of the line is tried again; the issuer's refusal holds.
        renewing.delete(name);
        if (error instanceof NotSignedIn) return over(request);
        throw error;
      }
    },
    ended: async (request) => {
      const renewal = await renewalIn(request);
      const session = renewal ?? (await must(request));
      sessions.end(session);
      // Signing out works also while the issuer is away.
      if (renewal !== null) await client?.revoke(renewal.refreshToken).catch(() => undefined);
      return over(request);
    },
  };
};

/** The one that was chosen, while the issuer still gives it; else the first in which its owner can act. */
const roleOf = (bearer: Bearer, chosen: Role | undefined): Role => {
  const usable = bearer.roles.filter((role) => role !== 'MS' || bearer.state !== null);
  const role = usable.find((one) => one === chosen) ?? usable[0];
  return role ?? callerOfBearer(bearer, bearer.roles[0]).role;
};

const over = (request: CookieRequest): Changed => ({
  session: null,
  cookies: [noCookie(request, 'session'), noCookie(request, 'renewal')],
});

const shown = ({ bearer, role, csrf, untilMs, renewable }: BrowserSession): OpenSession => ({
  caller: callerOfBearer(bearer, role),
  roles: bearer.roles,
  csrf,
  until: dateOf(untilMs),
  renewable,
});

const dateOf = (ms: number): string => new Date(ms).toISOString();

const randomText = (): string => randomBytes(32).toString('base64url');
