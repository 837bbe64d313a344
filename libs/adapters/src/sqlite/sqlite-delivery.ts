/**
 * Hands the log to groups: each reads it from its own checkpoint, batch by batch, as fast as its handler goes.
 *
 * Guarantees: at least once, in the order of the log; the checkpoint moves after the handler; a batch that fails is read
 * again from the checkpoint after a growing delay, and after the last attempt only its own group stops; while a store
 * cannot be reached (`StoreUnavailable`) attempts are not counted, so that everything goes on by itself. Limits: the
 * groups run in this process and share its thread.
 */
import type { Checkpoints, Delivery, EventStore, Position, RecordedEvent } from '@pledgeline/event-sourcing';
import { deliveryGroups } from '../delivery-groups.ts';
import type { DeliveryGroupsOptions, RunGroup } from '../delivery-groups.ts';
import { backoff, failureOf, isPassing, timer } from '../delivery-retries.ts';
import type { RetryLimits } from '../delivery-retries.ts';

export interface SqliteDeliveryOptions extends RetryLimits, DeliveryGroupsOptions {
  readonly store: EventStore;
  /** Where a group's checkpoint lives: with its rows when it has any. */
  readonly checkpoints: (group: string) => Checkpoints;
  /** Most events in a batch; 1,000 when absent. */
  readonly batchSize?: number;
  /** Waits, or returns early when the signal aborts; a timer when absent. */
  readonly delay?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export const sqliteDelivery = (options: SqliteDeliveryOptions): Delivery => {
  const { store, batchSize = 1000, attempts = 8, delay = timer } = options;

  const run: RunGroup = async (name, handle, tell, signal) => {
    const checkpoints = options.checkpoints(name);
    let failures = 0;
    let first: RecordedEvent | undefined;

    const deliver = async (): Promise<void> => {
      const after = await checkpoints.load(name);
      tell({ state: await stateAt(after), position: after ?? null });
      for await (const batch of store.follow(after, { signal, limit: batchSize })) {
        first = batch[0];
        const last = batch.at(-1);
        if (last === undefined) continue;
        await handle(batch);
        await checkpoints.save(name, last.position);
        failures = 0;
        first = undefined;
        const state = batch.length < batchSize ? 'live' : await stateAt(last.position);
        tell({ state, position: last.position, failure: null });
      }
    };

    while (!signal.aborted) {
      try {
        await deliver();
      } catch (error) {
        failures += 1;
        const failure = failureOf(error, first, failures);
        if (failures >= attempts && !isPassing(error)) {
          tell({ state: 'stopped', failure });
          return;
        }
        tell({ state: 'retrying', failure });
        await delay(backoff(failures, options), signal);
      }
    }
    tell({ state: 'closed' });
  };

  const stateAt = async (position: Position | undefined): Promise<'catching-up' | 'live'> => {
    const more = await store.readAll({ after: position, limit: 1 });
    return more.length > 0 ? 'catching-up' : 'live';
  };

  return deliveryGroups(run, options);
};
