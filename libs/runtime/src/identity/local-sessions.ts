/** Who has signed in on this machine: links that work once, or the word of the machine's owner, make sessions, and these callers. */
import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { speaksForAState } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import { LOCAL_ACCOUNTS } from './local-accounts.ts';
import type { LocalAccount } from './local-accounts.ts';
import { hashedSlowly, isHashOf } from './link-secrets.ts';
import { speakingFor } from './identity.ts';
import { NotSignedIn } from './not-signed-in.ts';
import type { Attempt } from './sign-in-attempts.ts';
import type { SignInStore, StoredSecret, StoredSession } from './sign-in-file.ts';

export interface Session {
  readonly caller: Caller;
  /** RFC 3339. */
  readonly until: string;
}

export interface OneTimeLink extends LocalAccount {
  readonly secret: string;
}

export interface LocalSessions {
  /** A secret of this process. A person who may read the data folder signs in with it to any account, any number of times. */
  readonly ownersSecret: string;
  /** A new link for each account, for an hour; those of an earlier start no longer work. */
  newLinks(): Promise<readonly OneTimeLink[]>;
  /**
   * @param secret that of a link of the account, or the owner's.
   * @param body that a partner without a state speaks for.
   * @throws {NotSignedIn} SIGN_IN_REFUSED when it is neither, or the link was used. @throws {TooManyRequests}
   */
  open(
    account: string,
    secret: string,
    state: string | null,
    body?: string | null,
  ): Promise<Session & { readonly token: string }>;
  of(token: string): Session | undefined;
  /** What a page of ours sends along, to show that it is one: random, and of this session alone. Undefined for no session. */
  csrfOf(token: string): string | undefined;
  isCsrfOf(token: string, given: string): boolean;
  close(token: string): void;
}

export const SESSION_MS = 12 * 3_600_000;
export const LINK_MS = 3_600_000;
const MOST_SESSIONS = 200;
/** Under which all are counted that there are not. */
const NO_ACCOUNT = '';

/** @param attempt holds those off who try out secrets. @param nowMs the clock that links and sessions end by. */
export const localSessions = (store: SignInStore, attempt: Attempt, nowMs: () => number): LocalSessions => {
  const stored = store.read();
  let secrets: readonly StoredSecret[] = stored.secrets;
  let sessions = new Map(stored.sessions.map((session) => [session.tokenHash, session]));
  /** Of sessions by the hashes of their tokens: kept in memory only, and made anew after a start. */
  const csrfs = new Map<string, string>();
  const ownersSecret = randomText();
  /** Of the links of this start, in memory only: a fast hash, by which floods of wrong secrets are told from the right one. */
  const linkNames = new Map<string, string>();

  const isOpen = ({ until }: { readonly until: number }): boolean => until > nowMs();
  const keep = (): void => {
    sessions = new Map([...sessions].filter(([, session]) => isOpen(session)).slice(-MOST_SESSIONS));
    for (const name of csrfs.keys()) if (!sessions.has(name)) csrfs.delete(name);
    store.write({ secrets, sessions: [...sessions.values()] });
  };
  const openSession = (token: string): StoredSession | undefined => {
    const found = sessions.get(named(token));
    return found !== undefined && isOpen(found) ? found : undefined;
  };
  /** @throws {NotSignedIn} */
  const useLink = async (account: string, secret: string): Promise<void> => {
    const found = secrets.find((one) => one.account === account && isOpen(one));
    if (found === undefined || !(await isHashOf(secret, found))) throw refused();
    secrets = secrets.filter((one) => one !== found);
  };

  return {
    ownersSecret,
    newLinks: async () => {
      const links = LOCAL_ACCOUNTS.map((account) => ({ ...account, secret: randomText() }));
      for (const { name, secret } of links) linkNames.set(name, named(secret));
      const until = nowMs() + LINK_MS;
      secrets = await Promise.all(
        links.map(async ({ name, secret }) => ({ account: name, until, ...(await hashedSlowly(secret)) })),
      );
      keep();
      return links;
    },
    open: async (account, secret, state, body = null) => {
      const isKnown = LOCAL_ACCOUNTS.some(({ name }) => name === account);
      if (!isKnown || !isSame(secret, ownersSecret))
        await attempt(
          isKnown ? account : NO_ACCOUNT,
          () => linkNames.get(account) === named(secret),
          () => useLink(account, secret),
        );
      const token = randomText();
      const session = {
        ...{ tokenHash: named(token), csrfHash: '', account, state, until: nowMs() + SESSION_MS },
        ...(body !== null && { body }),
      };
      sessions.set(session.tokenHash, session);
      keep();
      return { ...sessionOf(session), token };
    },
    of: (token) => {
      const found = openSession(token);
      return found === undefined ? undefined : sessionOf(found);
    },
    csrfOf: (token) => {
      const found = openSession(token);
      if (found === undefined) return undefined;
      const known = csrfs.get(found.tokenHash);
      if (known !== undefined) return known;
      const csrf = randomText();
      csrfs.set(found.tokenHash, csrf);
      sessions.set(found.tokenHash, { ...found, csrfHash: named(csrf) });
      keep();
      return csrf;
    },
    isCsrfOf: (token, given) => openSession(token)?.csrfHash === named(given),
    close: (token) => {
      if (sessions.delete(named(token))) keep();
    },
  };
};

const randomText = (): string => randomBytes(32).toString('base64url');

/** Tokens and secrets are long and random: a fast hash keeps them. */
const named = (token: string): string => hash('sha256', token, 'base64url');

const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));

const sessionOf = ({ account, state, body, until }: StoredSession): Session => {
  const role = LOCAL_ACCOUNTS.find(({ name }) => name === account)?.role ?? 'PUBLIC';
  const subject = speaksForAState(role) && state !== null ? `${account}.${state.toLowerCase()}` : account;
  return {
    caller: speakingFor({ subject, role, state: speaksForAState(role) ? state : null }, body),
    until: new Date(until).toISOString(),
  };
};

const refused = (): NotSignedIn =>
  new NotSignedIn(
    'SIGN_IN_REFUSED',
    'This link was used, is older than an hour, or is of an earlier start. "pledgeline sign-in --as ROLE" on the server’s machine signs in without one.',
  );
