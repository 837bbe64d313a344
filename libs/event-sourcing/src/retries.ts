/**
 * The one loop of everything that is tried again. It waits longer after each failure, begins anew after a success, and gives up
 * after a number of attempts. A store that cannot be reached comes back, so such a failure is no attempt where the caller says so.
 */
import { StoreUnavailable } from './rejected.ts';
import { pause } from './pause.ts';
import { refusalBehind } from './store-refuses.ts';

export interface Backoff {
  /** Delay after the first failure in milliseconds, doubled after each further one. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** The part of each delay that chance may take away, from 0 to 1; 0 when absent. Those that failed together then part. */
  readonly jitter?: number;
}

export interface RetryOptions {
  /** Failures in a row that count before it gives up; it never does when absent. */
  readonly attempts?: number;
  /** Whether a failure counts as an attempt; each does when absent. */
  readonly counts?: (error: unknown) => boolean;
  /** Whether it is a failure at all: anything else ends the loop as it is, unseen. Everything is when absent. */
  readonly isFailure?: (error: unknown) => boolean;
  /** Milliseconds to wait after so many failures in a row. */
  readonly delayAfter: (failures: number, error: unknown) => number;
  /** Waits, or returns early when the signal aborts; a timer when absent. */
  readonly delay?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

export interface Failed {
  readonly error: unknown;
  /** In a row, those that do not count among them. */
  readonly failures: number;
  readonly delayMs: number;
}

export interface Retries {
  /** The next failure is the first one again. */
  succeeded(): void;
  /**
   * Counts one failure.
   * @throws {GaveUp} after the last attempt; the error itself when it is no failure.
   */
  failed(error: unknown): Failed;
  /**
   * Does the work until it ends without an error. The work says by itself (`succeeded`) when it got on.
   * @param onFailure is called before each wait; what it throws ends the loop.
   * @returns undefined when the signal aborted before that.
   * @throws {GaveUp} after the last attempt; what is no failure.
   */
  untilDone<Result>(
    work: () => Promise<Result>,
    onFailure: (failed: Failed) => void,
    signal?: AbortSignal,
  ): Promise<Result | undefined>;
}

/** The attempts are used up; the last error is the cause. */
export class GaveUp extends Error {
  constructor(
    override readonly cause: unknown,
    readonly failures: number,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'GaveUp';
  }
}

/** Failures are remembered from one piece of work to the next, until one succeeds. */
export const retries = ({ attempts = Infinity, delayAfter, ...options }: RetryOptions): Retries => {
  const { counts = () => true, isFailure = () => true, delay = pause } = options;
  let failures = 0;
  let counted = 0;

  const failed = (error: unknown): Failed => {
    if (!isFailure(error)) throw error;
    failures += 1;
    if (counts(error)) counted += 1;
    if (counted >= attempts) throw new GaveUp(error, failures);
    return { error, failures, delayMs: delayAfter(failures, error) };
  };

  return {
    succeeded() {
      failures = 0;
      counted = 0;
    },
    failed,
    async untilDone(work, onFailure, signal) {
      while (signal?.aborted !== true) {
        try {
          return await work();
        } catch (error) {
          const failure = failed(error);
          onFailure(failure);
          await delay(failure.delayMs, signal);
        }
      }
      return undefined;
    },
  };
};

/** A `delayAfter` that doubles the delay up to a limit; after a refusal it is the time that the store names. */
export const backoff =
  ({ firstDelayMs, maxDelayMs, jitter = 0 }: Backoff) =>
  (failures: number, error?: unknown): number =>
    refusalBehind(error)?.askAgainMs ??
    Math.min(maxDelayMs, firstDelayMs * 2 ** Math.min(failures - 1, 30)) * (1 - Math.random() * jitter);

/** Whether a store that cannot be reached is behind it: that comes back, and whatever else fails would fail again. */
export const isOutage = (error: unknown): boolean =>
  error instanceof StoreUnavailable || (error instanceof Error && isOutage(error.cause));
