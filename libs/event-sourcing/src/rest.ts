/** How long a relay rests between two transactions, so that its broker has time for the readers too. */

/** Two thirds of the time are the readers', until the longest rest is reached. */
const TIMES_THE_WORK = 2;

export interface RestLimits {
  /** Milliseconds from the beginning of one batch to that of the next, at least. */
  readonly restMs: number;
  /** Most milliseconds from the end of one batch to the beginning of the next, unless `restMs` is longer. */
  readonly maxRestMs: number;
}

export interface PublishedBatch {
  readonly tookMs: number;
  /** From nearly 0 to 1: how much of what fits into a batch it was. */
  readonly fullness: number;
}

/**
 * Milliseconds to wait now. It follows the load: a broker that is busy, or slow, takes longer for a batch, is left alone for
 * longer, and the next batch is larger. The fuller a batch was, the less there is to gain by waiting, and after a full one
 * there is no rest: a log that is being caught up with is not held back.
 */
export const restAfter = ({ tookMs, fullness }: PublishedBatch, { restMs, maxRestMs }: RestLimits): number =>
  Math.max(restMs - tookMs, Math.min(TIMES_THE_WORK * tookMs, maxRestMs), 0) * (1 - fullness);
