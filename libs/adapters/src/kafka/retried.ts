/** Handles a batch until it is done: again after a growing delay, and no more after the last attempt. */
import type { DeliveryFailure } from '@pledgeline/event-sourcing';
import { backoff, failureOf, isPassing, timer } from '../delivery-retries.ts';
import type { EventName, RetryLimits } from '../delivery-retries.ts';

export interface Retried {
  /**
   * @param first of the batch at work, named when the failure names no event.
   * @returns false when the signal aborted before the work was done.
   * @throws {GaveUp} after the last attempt.
   * @throws {StartOver} when the work throws it.
   */
  untilDone(
    work: () => Promise<void>,
    signal: AbortSignal,
    first: () => EventName | undefined,
  ): Promise<boolean>;
  /** Of the batch at hand; null once it is done. */
  failure(): DeliveryFailure | null;
}

/** Retries are used up. */
export class GaveUp extends Error {
  constructor(readonly failure: DeliveryFailure) {
    super(failure.message);
    this.name = 'GaveUp';
  }
}

/** The rows of the group were thrown away, and its place with them: it begins again. */
export class StartOver extends Error {
  constructor(group: string) {
    super(`the rows of ${group} were thrown away`);
    this.name = 'StartOver';
  }
}

/** Failures are counted until a batch is done, also when a batch is handed over anew in between. */
export const retried = (limits: RetryLimits, onFailure: () => void): Retried => {
  const { attempts = 8 } = limits;
  let failures = 0;
  let counted = 0;
  let failure: DeliveryFailure | null = null;

  return {
    failure: () => failure,

    async untilDone(work, signal, first) {
      for (;;) {
        try {
          await work();
          [failures, counted, failure] = [0, 0, null];
          return true;
        } catch (error) {
          if (error instanceof StartOver) throw error;
          failures += 1;
          if (!isPassing(error)) counted += 1;
          failure = failureOf(error, first(), failures);
          if (counted >= attempts) throw new GaveUp(failure);
          onFailure();
          await timer(backoff(failures, limits), signal);
          if (signal.aborted) return false;
        }
      }
    },
  };
};
