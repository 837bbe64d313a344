/** What every delivery does when something fails: what counts, what is told, how long it waits. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryFailure, RecordedEvent } from '@pledgeline/event-sourcing';
import { HandlingFailed, StoreUnavailable } from '@pledgeline/event-sourcing';

export interface RetryLimits {
  /** How often a batch is tried before its group stops; 8 when absent. */
  readonly attempts?: number;
  /** Delay after the first failure, doubled after each further one; 100 when absent. */
  readonly firstDelayMs?: number;
  /** 10,000 when absent. */
  readonly maxDelayMs?: number;
}

export type EventName = Pick<RecordedEvent, 'id' | 'stream' | 'revision'>;

/** A store that cannot be reached comes back; whatever else fails would fail again. */
export const isPassing = (error: unknown): boolean =>
  error instanceof StoreUnavailable || (error instanceof Error && isPassing(error.cause));

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

/** Doubles, up to the limit; half of it by chance, so that groups that failed together do not retry together. */
export const backoff = (failures: number, { firstDelayMs = 100, maxDelayMs = 10_000 }: RetryLimits): number =>
  Math.min(maxDelayMs, firstDelayMs * 2 ** Math.min(failures - 1, 30)) * (0.5 + Math.random() / 2);

/** Waits, or returns early when the signal aborts. */
export const timer = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};
