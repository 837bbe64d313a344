/** What every delivery does when something fails: what counts, what is reported, how long it waits. */
import type { DeliveryFailure, RecordedEvent, Retries, RetryOptions } from '@pledgeline/event-sourcing';
import { backoff, HandlingFailed, isOutage, retries } from '@pledgeline/event-sourcing';

export interface RetryLimits extends Pick<RetryOptions, 'delay'> {
  /** How often a batch is tried before its group stops; 8 when absent. */
  readonly attempts?: number;
  /** Delay after the first failure, doubled after each further one; 100 when absent. */
  readonly firstDelayMs?: number;
  /** 10,000 when absent. */
  readonly maxDelayMs?: number;
}

export type EventName = Pick<RecordedEvent, 'id' | 'stream' | 'revision'>;

/** Half of a delay is left to chance, so that groups that failed together do not retry together. */
const JITTER = 0.5;

/** Of the batches of one group: an outage of a store is no attempt, and the group goes on when it is over. */
export const batchRetries = (
  { attempts = 8, ...limits }: RetryLimits,
  isFailure: (error: unknown) => boolean = () => true,
): Retries => retries({ ...delays(limits), attempts, counts: (error) => !isOutage(error), isFailure });

/** Of what has no end of attempts, such as joining a group. */
export const endlessRetries = (limits: RetryLimits, isFailure: (error: unknown) => boolean): Retries =>
  retries({ ...delays(limits), isFailure });

const delays = ({ firstDelayMs = 100, maxDelayMs = 10_000, delay }: RetryLimits) => ({
  delayAfter: backoff({ firstDelayMs, maxDelayMs, jitter: JITTER }),
  ...(delay !== undefined && { delay }),
});

/** The named event, or the first of its batch; none when no event was at hand. */
export const failureOf = (
  error: unknown,
  first: EventName | undefined,
  attempts: number,
): DeliveryFailure => {
  const event = error instanceof HandlingFailed ? error.event : first;
  return {
    eventId: event?.id ?? '',
    stream: event?.stream ?? '',
    revision: event?.revision ?? -1,
    attempts,
    message: error instanceof Error ? error.message : String(error),
  };
};
