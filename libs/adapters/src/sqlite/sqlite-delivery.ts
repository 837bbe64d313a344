/**
 * Hands the log to groups: each reads it from its own checkpoint, batch by batch, as fast as its handler goes.
 *
 * Guarantees: at least once, in the order of the log; the checkpoint moves after the handler; a batch that fails is read
 * again from the checkpoint after a growing delay, and after the last attempt only its own group stops; while a store
 * cannot be reached (`StoreUnavailable`) attempts are not counted, and the group goes on when it is back. Limits: the
 * groups run in this process and share its thread.
 */
import { GaveUp, wholeStreams } from '@pledgeline/event-sourcing';
import type { Checkpoints, Delivery, EventStore, Position, RecordedEvent } from '@pledgeline/event-sourcing';
import { deliveryGroups } from '../delivery-groups.ts';
import type { DeliveryGroupsOptions, RunGroup } from '../delivery-groups.ts';
import { batchRetries, failureOf } from '../delivery-retries.ts';
import type { RetryLimits } from '../delivery-retries.ts';

export interface SqliteDeliveryOptions extends RetryLimits, DeliveryGroupsOptions {
  readonly store: EventStore;
  /** Where a group's checkpoint lives: with its rows when it has any. */
  readonly checkpoints: (group: string) => Checkpoints;
  /** Most events in a batch; 1,000 when absent. */
  readonly batchSize?: number;
}

export const sqliteDelivery = (options: SqliteDeliveryOptions): Delivery => {
  const { store, batchSize = 1000 } = options;

  const run: RunGroup = async (name, handle, report, signal, setAside) => {
    const checkpoints = options.checkpoints(name);
    const tries = batchRetries(options);
    let first: RecordedEvent | undefined;

    const deliver = async (): Promise<void> => {
      const whole = wholeStreams(store, setAside);
      const after = await checkpoints.load(name);
      report({ state: await stateAt(after), position: after ?? null });
      // In a log of many it is a long way to the next event: who is stopped on it goes on there.
      const onPlace = async (place: Position): Promise<void> => {
        await checkpoints.save(name, place);
        tries.succeeded();
        report({ position: place, failure: null });
      };
      for await (const batch of store.follow(after, { signal, limit: batchSize, onPlace })) {
        const carried = await whole(batch);
        first = carried[0];
        const last = batch.at(-1);
        if (last === undefined) continue;
        if (carried.length > 0) await handle(carried);
        await checkpoints.save(name, last.position);
        tries.succeeded();
        first = undefined;
        const state = batch.length < batchSize ? 'live' : await stateAt(last.position);
        report({ state, position: last.position, failure: null });
      }
    };

    try {
      while (!signal.aborted) {
        await tries.untilDone(
          deliver,
          ({ error, failures }) => report({ state: 'retrying', failure: failureOf(error, first, failures) }),
          signal,
        );
      }
      report({ state: 'closed' });
    } catch (error) {
      if (!(error instanceof GaveUp)) throw error;
      report({ state: 'stopped', failure: failureOf(error.cause, first, error.failures) });
    }
  };

  const stateAt = async (position: Position | undefined): Promise<'catching-up' | 'live'> => {
    const more = await store.readAll({ after: position, limit: 1 });
    return more.length > 0 ? 'catching-up' : 'live';
  };

  return deliveryGroups(run, options);
};
