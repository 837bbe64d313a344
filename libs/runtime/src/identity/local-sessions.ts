/** Who has signed in on this machine: links that work once make sessions, sessions make callers. */
import { hash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Caller } from '@pledgeline/contracts';
import { LOCAL_ACCOUNTS, speaksForAState } from './local-accounts.ts';
import type { LocalAccount } from './local-accounts.ts';
import { NotSignedIn } from './not-signed-in.ts';
import type { Attempt } from './sign-in-attempts.ts';
import type { SignInStore, StoredSecret, StoredSession } from './sign-in-file.ts';

export interface Session {
  readonly caller: Caller;
  /** What a page sends along, to show that it is ours. */
  readonly csrf: string;
  /** RFC 3339. */
  readonly until: string;
}

export interface OneTimeLink extends LocalAccount {
  readonly secret: string;
}

export interface LocalSessions {
  /** A new link for each account; those of an earlier start no longer work. */
  newLinks(): Promise<readonly OneTimeLink[]>;
  /** @throws {NotSignedIn} SIGN_IN_REFUSED when there is no such link, or it was used. @throws {TooManyRequests} */
  open(account: string, secret: string, state: string | null): Promise<Session & { readonly token: string }>;
  of(token: string): Session | undefined;
  close(token: string): void;
}

const HOURS_12 = 12 * 3_600_000;
const MOST_SESSIONS = 200;
const derive = promisify<string, string, number, { N: number }, Buffer>(scrypt);
/** The secrets are random and long; the slow hash is for whoever reads the file. */
const SLOWNESS = { N: 16_384 };
const LENGTH = 32;
/** Under which all are counted that there are not. */
const NO_ACCOUNT = '';

/** @param attempt holds those off who try out secrets. */
export const localSessions = (store: SignInStore, attempt: Attempt): LocalSessions => {
  const stored = store.read();
  let secrets: readonly StoredSecret[] = stored.secrets;
  let sessions = new Map(stored.sessions.map((session) => [session.tokenHash, session]));
  const keep = (): void => {
    const now = Date.now();
    const open = [...sessions].filter(([, { until }]) => until > now).slice(-MOST_SESSIONS);
    sessions = new Map(open);
    store.write({ secrets, sessions: [...sessions.values()] });
  };

  return {
    newLinks: async () => {
      const links = LOCAL_ACCOUNTS.map((account) => ({ ...account, secret: randomText() }));
      secrets = await Promise.all(links.map(hashed));
      keep();
      return links;
    },
    open: async (account, secret, state) => {
      const isKnown = LOCAL_ACCOUNTS.some(({ name }) => name === account);
      await attempt(isKnown ? account : NO_ACCOUNT, async () => {
        const found = secrets.find((one) => one.account === account);
        if (found === undefined || !(await isOf(secret, found))) throw refused();
        secrets = secrets.filter((one) => one !== found);
      });
      const token = randomText();
      const session = { tokenHash: named(token), account, state, until: Date.now() + HOURS_12 };
      sessions.set(session.tokenHash, session);
      keep();
      return { ...sessionOf(session, token), token };
    },
    of: (token) => {
      const found = sessions.get(named(token));
      return found !== undefined && found.until > Date.now() ? sessionOf(found, token) : undefined;
    },
    close: (token) => {
      if (sessions.delete(named(token))) keep();
    },
  };
};

const randomText = (): string => randomBytes(LENGTH).toString('base64url');

/** Tokens are long and random: a fast hash keeps them. */
const named = (token: string): string => hash('sha256', token, 'base64url');

const hashed = async ({ name, secret }: OneTimeLink): Promise<StoredSecret> => {
  const salt = randomText();
  const derived = await derive(secret, salt, LENGTH, SLOWNESS);
  return { account: name, salt, hash: derived.toString('base64url') };
};

const isOf = async (secret: string, { salt, hash: expected }: StoredSecret): Promise<boolean> =>
  timingSafeEqual(await derive(secret, salt, LENGTH, SLOWNESS), Buffer.from(expected, 'base64url'));

const sessionOf = ({ account, state, until }: StoredSession, token: string): Session => {
  const role = LOCAL_ACCOUNTS.find(({ name }) => name === account)?.role ?? 'PUBLIC';
  const subject = speaksForAState(role) && state !== null ? `${account}.${state.toLowerCase()}` : account;
  return {
    caller: { subject, role, state: speaksForAState(role) ? state : null },
    csrf: named(`csrf ${token}`),
    until: new Date(until).toISOString(),
  };
};

const refused = (): NotSignedIn =>
  new NotSignedIn(
    'SIGN_IN_REFUSED',
    'This link was used, or is of an earlier start: a new start of the server prints new ones.',
  );
