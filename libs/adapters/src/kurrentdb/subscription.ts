/**
 * One subscription to the log, from its start to its drop. What arrives while the consumer works is gathered and makes its
 * next batch; when a batch is full the server is made to wait.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { KurrentDBClient, streamNameFilter } from '@kurrent/kurrentdb-client';
import type { Position, RecordedEvent } from '@pledgeline/event-sourcing';
import { logPositionOf, recordedEventOf } from './recorded-event.ts';

export interface SubscriptionOptions {
  readonly url: string;
  readonly prefixes: readonly string[];
  readonly after: Position | undefined;
  /** Most events in a batch. */
  readonly limit: number;
  /** Within this time the server has to confirm. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Checkpoints report events of others; we resume from our own, so they may come seldom: every 32 times as many events. */
const CHECKPOINT_INTERVAL = 1000;

/**
 * Ends when the signal aborts.
 * @throws whatever ended it otherwise, also a server that ended it without an error.
 */
export async function* subscription(options: SubscriptionOptions): AsyncGenerator<readonly RecordedEvent[]> {
  const { limit, signal } = options;
  // A connection of its own: closing one for its appends would silence its subscriptions without an error.
  const client = KurrentDBClient.connectionString(options.url);
  const subscribed = client.subscribeToAll({
    fromPosition: options.after === undefined ? 'start' : logPositionOf(options.after),
    filter: streamNameFilter({ prefixes: [...options.prefixes], checkpointInterval: CHECKPOINT_INTERVAL }),
  });
  const gathered: RecordedEvent[] = [];
  let failure: Error | undefined;
  let wake = (): void => undefined;
  const raise = (): void => wake();
  const fail = (error: unknown): void => {
    failure ??= error instanceof Error ? error : new Error(String(error));
    raise();
  };
  const unconfirmed = setTimeout(
    () => fail(new Error(`no subscription within ${options.timeoutMs} ms`)),
    options.timeoutMs,
  );

  subscribed
    .on('confirmation', () => clearTimeout(unconfirmed))
    .on('data', (resolved) => {
      try {
        const event = recordedEventOf(resolved);
        if (event !== undefined) gathered.push(event);
      } catch (error) {
        fail(error);
      }
      if (gathered.length >= limit) subscribed.pause();
      raise();
    })
    .on('error', fail)
    .on('end', () => fail(new Error('the server ended the subscription')))
    .on('close', () => fail(new Error('the subscription was closed')));
  signal.addEventListener('abort', raise);

  try {
    while (!signal.aborted) {
      if (gathered.length > 0) {
        yield gathered.splice(0, limit);
        subscribed.resume();
      } else if (failure !== undefined) {
        throw failure;
      } else {
        await new Promise<void>((resolve) => (wake = resolve));
        // What arrives in the same turn goes together.
        await nextTurn();
      }
    }
  } finally {
    clearTimeout(unconfirmed);
    signal.removeEventListener('abort', raise);
    subscribed.unsubscribe().catch(fail);
    client.dispose().catch(fail);
  }
}
