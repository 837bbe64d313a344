/**
 * The client, replaced when it has gone bad, and the way of asking it: every call has a deadline of its own, because the
 * client sets none for appends and reads; what may pass is tried again until then, and only then reported as "not available".
 */
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { backoff, GaveUp, retries, StoreUnavailable } from '@pledgeline/event-sourcing';
import { insideOf } from './client-inside.ts';
import { isCluster } from './connection-string.ts';
import { describe, heals, errorClassOf } from './error-classification.ts';
import { refusalOf } from './refusal.ts';
import type { Wanted } from './refusal.ts';
import { checkServerVersion } from './server-version.ts';

export interface Connection {
  readonly client: KurrentDBClient;
}

export interface Connections {
  /**
   * The work may be done more than once, and may still be under way when this rejects.
   * @param work starts nothing more once the signal aborts.
   * @throws {StoreUnavailable} after the deadline or the last attempt, and when closed.
   * @throws {StoreRefuses} where a right is missing for what is wanted; whatever else it refuses, as an error.
   */
  ask<Result>(
    wanted: Wanted,
    work: (connection: Connection, signal: AbortSignal) => Promise<Result>,
  ): Promise<Result>;
  /** An error of a call that was made beside, as `ask` would throw it. */
  failureOf(error: unknown, wanted: Wanted): unknown;
  /** Answers what was asked before. */
  close(): Promise<void>;
}

export interface ConnectionsOptions {
  readonly url: string;
  readonly timeoutMs: number;
  /** When to come again after a refusal. */
  readonly askAgainMs: number;
  readonly onWarning: (message: string) => void;
}

const ATTEMPTS = 5;
const FIRST_DELAY_MS = 50;
const RETRY_AFTER_SECONDS = 5;

export const connections = ({ url, timeoutMs, askAgainMs, onWarning }: ConnectionsOptions): Connections => {
  const open = (): Connection => ({ client: KurrentDBClient.connectionString(url) });
  const cluster = isCluster(url);
  let current = open();
  let closed = false;
  let versionChecked = false;
  let forbidden: typeof current | undefined;
  const asked = new Set<Promise<unknown>>();

  const replace = (bad: Connection): void => {
    if (current !== bad) return;
    current = open();
    // What others still wait for on it may be answered, and is given up by themselves otherwise.
    setTimeout(() => void bad.client.dispose().catch(ignore), timeoutMs).unref();
  };

  const attempt = async <Result>(work: Work<Result>, milliseconds: number): Promise<Result> => {
    // Only now: a client reads the file of certificates when it is made, and keeps what it was told of the server.
    if (forbidden === current) replace(current);
    const connection = current;
    const abandon = new AbortController();
    try {
      return await within(milliseconds, verified(connection, work, abandon.signal));
    } catch (error) {
      const kind = errorClassOf(error);
      if (kind === 'passing' && !heals(error, cluster)) replace(connection);
      if (kind === 'forbidden') forbidden = connection;
      throw error;
    } finally {
      abandon.abort(ABANDONED);
    }
  };

  const verified: <Result>(
    connection: Connection,
    work: Work<Result>,
    signal: AbortSignal,
  ) => Promise<Result> = async (connection, work, signal) => {
    if (!versionChecked) {
      const { serverVersion } = await insideOf(connection.client).capabilities;
      checkServerVersion(serverVersion);
      versionChecked = true;
    }
    return work(connection, signal);
  };

  const askUntil = async <Result>(wanted: Wanted, work: Work<Result>): Promise<Result> => {
    const deadline = performance.now() + timeoutMs;
    const tries = retries({
      attempts: ATTEMPTS,
      isFailure: (error) => errorClassOf(error) === 'passing',
      delayAfter: backoff({ firstDelayMs: FIRST_DELAY_MS, maxDelayMs: timeoutMs }),
    });
    // An attempt that hangs leaves time for another one.
    const attemptInTime = (): Promise<Result> =>
      attempt(work, Math.max(1, Math.min(deadline - performance.now(), timeoutMs / 2)));
    try {
      return (await tries.untilDone(attemptInTime, ({ error, delayMs, failures }) => {
        if (performance.now() + delayMs >= deadline - 1) throw new GaveUp(error, failures);
      })) as Result;
    } catch (error) {
      throw error instanceof GaveUp ? unavailable(error.cause) : refusal(error, wanted);
    }
  };

  const unavailable = (cause: unknown): StoreUnavailable => {
    const message = `the event store does not answer: ${describe(cause)}`;
    onWarning(message);
    return new StoreUnavailable(message, RETRY_AFTER_SECONDS, { cause });
  };

  const refusal = (error: unknown, wanted: Wanted): unknown => {
    const kind = errorClassOf(error);
    if (kind === 'forbidden') return refusalOf(error, wanted, askAgainMs);
    return kind === 'refused' || kind === 'gone'
      ? new Error(`the event store refuses: ${describe(error)}`, { cause: error })
      : error;
  };

  return {
    async ask(wanted, work) {
      if (closed) throw new StoreUnavailable('the store is closed', RETRY_AFTER_SECONDS);
      const answer = askUntil(wanted, work);
      asked.add(answer);
      try {
        return await answer;
      } finally {
        asked.delete(answer);
      }
    },
    failureOf: (error, wanted) =>
      errorClassOf(error) === 'passing' ? unavailable(error) : refusal(error, wanted),
    async close() {
      if (closed) return;
      closed = true;
      await Promise.allSettled([...asked]);
      await current.client.dispose();
    },
  };
};

/** Made once: the error that an abort makes by itself, with its stack, costs each call some 10 µs. */
const ABANDONED = new Error('nobody waits for it any more');

type Work<Result> = (connection: Connection, signal: AbortSignal) => Promise<Result>;

const ignore = (): void => undefined;

/** The promise goes on when the time is up; what becomes of it then is of no interest. */
const within = async <Result>(milliseconds: number, promise: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${Math.round(milliseconds)} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
