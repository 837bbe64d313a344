/**
 * One subscription to the log, from its start to its drop. Until it has caught up, events are gathered to full batches; then
 * what arrives while the consumer works makes its next batch. When a batch is full the server is made to wait.
 *
 * Any number of events of others may lie before, between and after ours: the server says every so often how far it has looked,
 * and only its silence is limited, not how long it takes. Such a checkpoint is a place once everything before it has been acknowledged.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { Position, RecordedEvent } from '@pledgeline/event-sourcing';
import { subscribeToLog } from './grpc-read.ts';
import { logPositionOf, recordedEventOf, textOf } from './recorded-event.ts';

export interface SubscriptionOptions {
  readonly url: string;
  readonly prefixes: readonly string[];
  readonly after: Position | undefined;
  /** Most events in a batch. */
  readonly limit: number;
  /** Within this time the server has to confirm; until everything is read, it may be silent for so long. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** What there is to handle, or a place: everything up to there has been handed over and handled, and no event of ours is left. */
export type Handed =
  | { readonly events: readonly RecordedEvent[] }
  | {
      /** Undefined where nothing was said after the last event. */
      readonly place: Position | undefined;
      readonly caughtUp: boolean;
    };

/** Every 3,200 events of others: a server passes some 400,000 in a second. */
const CHECKPOINT_INTERVAL = 100;
/** What has been gathered for so long is handed over before the batch is full. */
const HELD_MS = 500;

/**
 * Ends when the signal aborts.
 * @throws whatever ended it otherwise, also a server that ended it without an error.
 */
export async function* subscription(options: SubscriptionOptions): AsyncGenerator<Handed> {
  const { limit, signal, timeoutMs } = options;
  // A connection of its own: closing one for its appends would silence its subscriptions without an error.
  const client = KurrentDBClient.connectionString(options.url);
  const ended = new AbortController();
  const gathered: RecordedEvent[] = [];
  let gatheredSince = 0;
  let place: Position | undefined;
  const state: { placeIsNew: boolean; caughtUp: boolean; failure?: Error } = {
    placeIsNew: false,
    caughtUp: false,
  };
  let wake = (): void => undefined;
  let makeRoom = (): void => undefined;
  let silent: NodeJS.Timeout | undefined;
  const fail = (error: unknown): void => {
    state.failure ??= error instanceof Error ? error : new Error(String(error));
    wake();
  };
  const limitSilence = (): void => {
    clearTimeout(silent);
    if (!state.caughtUp)
      silent = setTimeout(() => fail(new Error(`no word within ${timeoutMs} ms`)), timeoutMs);
  };

  const receive = async (): Promise<void> => {
    const after = options.after === undefined ? undefined : logPositionOf(options.after);
    const asked = { prefixes: options.prefixes, after, checkpointInterval: CHECKPOINT_INTERVAL };
    for await (const message of subscribeToLog(client, asked, ended.signal)) {
      if (message.is === 'event') {
        const event = recordedEventOf(message.received);
        if (event !== undefined) {
          if (gathered.push(event) === 1) gatheredSince = performance.now();
          place = undefined;
          state.placeIsNew = false;
        }
      } else if (message.is === 'checkpoint') {
        place = textOf(message.position);
        state.placeIsNew = true;
      } else if (message.is === 'caught-up') {
        state.caughtUp = true;
        state.placeIsNew = true;
      }
      // A consumer that is slow is not a server that is silent.
      clearTimeout(silent);
      wake();
      while (gathered.length >= limit && !ended.signal.aborted)
        await new Promise<void>((resolve) => (makeRoom = resolve));
      limitSilence();
    }
    throw new Error('the server ended the subscription');
  };

  const raise = (): void => wake();
  signal.addEventListener('abort', raise);
  limitSilence();
  receive().catch(fail);
  try {
    while (!signal.aborted) {
      const isHeld = performance.now() - gatheredSince < HELD_MS;
      if (
        gathered.length >= limit ||
        (gathered.length > 0 && (state.caughtUp || state.failure !== undefined || !isHeld))
      ) {
        const events = gathered.splice(0, limit);
        gatheredSince = performance.now();
        makeRoom();
        yield { events };
      } else if (state.failure !== undefined) {
        throw state.failure;
      } else if (gathered.length === 0 && state.placeIsNew) {
        state.placeIsNew = false;
        yield { place, caughtUp: state.caughtUp };
      } else {
        const held = gathered.length > 0 ? setTimeout(raise, HELD_MS) : undefined;
        await new Promise<void>((resolve) => (wake = resolve));
        clearTimeout(held);
        // What arrives in the same turn goes together.
        await nextTurn();
      }
    }
  } finally {
    clearTimeout(silent);
    signal.removeEventListener('abort', raise);
    ended.abort();
    makeRoom();
    client.dispose().catch(fail);
  }
}
