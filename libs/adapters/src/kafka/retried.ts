/** Handles the batches of a group until they are done, and knows the failure of the batch at hand. */
import { GaveUp } from '@pledgeline/event-sourcing';
import type { DeliveryFailure } from '@pledgeline/event-sourcing';
import { batchRetries, failureOf } from '../delivery-retries.ts';
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

/** The rows of the group were thrown away, and its place with them: it begins again. */
export class StartOver extends Error {
  constructor(group: string) {
    super(`the rows of ${group} were thrown away`);
    this.name = 'StartOver';
  }
}

/** Failures are counted until a batch is done, also when a batch is handed over anew in between. */
export const retried = (limits: RetryLimits, onFailure: () => void): Retried => {
  const tries = batchRetries(limits, (error) => !(error instanceof StartOver));
  let failure: DeliveryFailure | null = null;

  return {
    failure: () => failure,

    async untilDone(work, signal, first) {
      const done = async (): Promise<true> => {
        await work();
        tries.succeeded();
        failure = null;
        return true;
      };
      try {
        const isDone = await tries.untilDone(
          done,
          ({ error, failures }) => {
            failure = failureOf(error, first(), failures);
            onFailure();
          },
          signal,
        );
        return isDone ?? false;
      } catch (error) {
        if (error instanceof GaveUp) failure = failureOf(error.cause, first(), error.failures);
        throw error;
      }
    },
  };
};
