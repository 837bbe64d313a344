/**
 * Sessions of browsers that have signed in at the issuer. The cookie is the session: sealed, so that every service that has
 * the key knows who calls without asking another, and no store is needed.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Role } from '@pledgeline/contracts';
import type { Bearer } from './claims.ts';
import type { Seals } from './seals.ts';
import { sessionTokenIn } from './session-cookie.ts';
import type { CookieRequest } from './session-cookie.ts';

export interface BrowserSession {
  /** Random; by it a session is known that has ended. */
  readonly id: string;
  readonly bearer: Bearer;
  /** In which of his roles its owner acts, unless a request says another. */
  readonly role: Role;
  /** Random and of this session alone; it stays when the session is renewed, so that open pages go on. */
  readonly csrf: string;
  readonly untilMs: number;
  readonly renewable: boolean;
}

export interface BrowserSessions {
  isShownBy(request: CookieRequest): boolean;
  /** Null where there is none, or none any more. */
  of(request: CookieRequest): Promise<BrowserSession | null>;
  /** For the cookie. */
  sealed(session: BrowserSession): Promise<string>;
  hasEnded(session: Pick<BrowserSession, 'id'>): boolean;
  /** A copy of its cookie opens nothing in this process any more; elsewhere it ends by its time, which is short. */
  end(session: Pick<BrowserSession, 'id'>): void;
}

const REMEMBERED = 10_000;
/** A tenth of what Node reads of headers: it is ours only when shorter. */
const LONGEST_COOKIE = 4096;

/** @param nowMs as `Date.now`. */
export const browserSessions = (seals: Seals, nowMs: () => number): BrowserSessions => {
  /** By the hashes of their cookies: a page asks often, and need not be decrypted each time. */
  const opened = new LRUCache<string, BrowserSession>({ max: REMEMBERED });
  const ended = new LRUCache<string, true>({ max: REMEMBERED });
  const isOpen = ({ id, untilMs }: BrowserSession): boolean => !ended.has(id) && nowMs() < untilMs;

  return {
    isShownBy: (request) => sessionTokenIn(request) !== undefined,
    of: async (request) => {
      const cookie = sessionTokenIn(request);
      if (cookie === undefined || cookie.length > LONGEST_COOKIE) return null;
      const name = hash('sha256', cookie, 'base64');
      const content = opened.get(name) ?? (await seals.open('session', cookie))?.['session'];
      // Nobody else can have sealed it: it has the shape that we gave it.
      const session = content as BrowserSession | undefined;
      if (session === undefined || !isOpen(session)) return null;
      opened.set(name, session);
      return session;
    },
    sealed: (session) => seals.seal('session', { session }, session.untilMs),
    hasEnded: ({ id }) => ended.has(id),
    end: ({ id }) => {
      ended.set(id, true);
    },
  };
};
