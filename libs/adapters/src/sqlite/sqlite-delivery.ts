/**
 * Hands the log to groups: each reads it from its own checkpoint, batch by batch, as fast as its handler goes.
 *
 * Guarantees: at least once, in the order of the log; the checkpoint moves after the handler; a batch that fails is read
 * again from the checkpoint after a growing delay, and after the last attempt only its own group stops; while a store
 * cannot be reached (`StoreUnavailable`) attempts are not counted, and the group goes on when it is back. A place that is not
 * of this log stops the group before it is handed anything. Limits: the groups run in this process and share its thread.
 */
import {
  AnotherLog,
  GaveUp,
  mustBeIn,
  placeAfter,
  placeInText,
  textOfPlace,
  wholeStreams,
} from '@pledgeline/event-sourcing';
import type {
  Checkpoints,
  Delivery,
  EventStore,
  KeptPlace,
  Position,
  RecordedEvent,
} from '@pledgeline/event-sourcing';
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
    const tries = batchRetries(options, (error) => !(error instanceof AnotherLog));
    let first: RecordedEvent | undefined;

    const deliver = async (): Promise<void> => {
      const whole = wholeStreams(store, setAside);
      const kept = await checkpoints.load(name);
      let place = kept === undefined ? undefined : await mustBeIn(store, placeInText(kept));
      const after = place?.position;
      report({ state: await stateAt(after), position: after ?? null });
      const keep = async (reached: KeptPlace): Promise<void> => {
        await checkpoints.save(name, textOfPlace(reached));
        place = reached;
        tries.succeeded();
      };
      // In a log of many it is a long way to the next event: who is stopped on it goes on there.
      const onPlace = async (position: Position): Promise<void> => {
        await keep({ position, event: place?.event ?? null });
        report({ position, failure: null });
      };
      for await (const batch of store.follow(after, { signal, limit: batchSize, onPlace })) {
        const carried = await whole(batch);
        first = carried[0];
        const last = batch.at(-1);
        if (last === undefined) continue;
        if (carried.length > 0) await handle(carried);
        await keep(placeAfter(last, batch, place?.event ?? null));
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
      if (error instanceof AnotherLog) report({ state: 'stopped', failure: failureOf(error, undefined, 1) });
      else if (error instanceof GaveUp)
        report({ state: 'stopped', failure: failureOf(error.cause, first, error.failures) });
      else throw error;
    }
  };

  const stateAt = async (position: Position | undefined): Promise<'catching-up' | 'live'> => {
    const more = await store.readAll({ after: position, limit: 1 });
    return more.length > 0 ? 'catching-up' : 'live';
  };

  return deliveryGroups(run, options);
};
