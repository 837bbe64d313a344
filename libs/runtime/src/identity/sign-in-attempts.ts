/**
 * Tries of sign-in secrets, whose check is slow on purpose: one at a time for each account, so that a flood of them occupies
 * one thread and not all. Tries are counted before they are checked, so that many at once are many. Beyond the limit only a
 * secret that fits at first sight is checked: the right one is accepted behind any number of wrong ones, which then
 * cost nothing.
 */
import { TooManyRequests } from '../hardening/too-many-requests.ts';
import { NotSignedIn } from './not-signed-in.ts';

/** Those that come while as many wait are refused unchecked. */
export const MOST_WAITING = 10;

const MINUTE_MS = 60_000;
/** One check takes less. */
const SHORTLY_SECONDS = 1;

interface Tries {
  sinceMs: number;
  count: number;
  /** Under way or waiting. */
  open: number;
  last: Promise<unknown>;
}

/**
 * @param mayFit fast, and true of every secret that `check` takes.
 * @throws {TooManyRequests} when too many wait, or when there were too many within the minute and the secret is wrong.
 */
export type Attempt = <Result>(
  account: string,
  mayFit: () => boolean,
  check: () => Promise<Result>,
) => Promise<Result>;

/** @param most tries of an account in a minute; 0 sets no limit. */
export const signInAttempts = (most: number, nowMs: () => number): Attempt => {
  const accounts = new Map<string, Tries>();
  return async (account, mayFit, check) => {
    const tries = accounts.get(account) ?? { sinceMs: nowMs(), count: 0, open: 0, last: Promise.resolve() };
    accounts.set(account, tries);
    if (tries.open > MOST_WAITING) throw new TooManyRequests(SHORTLY_SECONDS);
    if (nowMs() - tries.sinceMs >= MINUTE_MS) Object.assign(tries, { sinceMs: nowMs(), count: 0 });
    tries.count += 1;
    const isOneTooMany = most > 0 && tries.count > most;
    if (isOneTooMany && !mayFit()) throw tooMany(tries, nowMs());
    tries.open += 1;
    const checked = tries.last.then(check);
    const done = (): void => {
      tries.open -= 1;
    };
    tries.last = checked.then(done, done);
    try {
      return await checked;
    } catch (error) {
      if (!isOneTooMany || !(error instanceof NotSignedIn)) throw error;
      throw tooMany(tries, nowMs());
    }
  };
};

const tooMany = ({ sinceMs }: Tries, nowMs: number): TooManyRequests =>
  new TooManyRequests(Math.max(Math.ceil((sinceMs + MINUTE_MS - nowMs) / 1000), 1));
