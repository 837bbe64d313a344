/**
 * Carries the log to subscribers: while this process leads, everything after the publisher's checkpoint, in the order of
 * the log. It never gives up: what fails is tried again from the checkpoint, with a growing delay, and is
 * reported meanwhile. A batch that fails comes again as smaller ones, until the event is alone that cannot be carried: an
 * operator may have it skipped. What is not ours, and events of streams that are not whole, are set aside. Only a log that is
 * not the one of the checkpoint ends its work: nothing is published then, until an operator has started it anew.
 * Several relays may run; the others stand by.
 */
import { once } from 'node:events';
import type { SetAside, Skips } from './delivery.ts';
import type { Position, RecordedEvent } from './event.ts';
import type { EventStore } from './event-store.ts';
import { pause } from './pause.ts';
import { AnotherLog, mustBeIn } from './another-log.ts';
import { placeAfter } from './kept-place.ts';
import type { KeptPlace, KnownEvent } from './kept-place.ts';
import { LeadershipLost } from './publisher.ts';
import type { Leadership, Publisher } from './publisher.ts';
import { restAfter } from './rest.ts';
import { backoff, isOutage, retries } from './retries.ts';
import { setAsideCount } from './set-aside.ts';
import { wholeStreams } from './whole-streams.ts';

export interface RelayOptions {
  readonly store: Pick<EventStore, 'follow' | 'read' | 'at' | 'last'>;
  readonly publisher: Publisher;
  /** The events that operators have it skip, by the name of `RELAY_GROUP`; none when absent. */
  readonly skips?: Skips;
  /** Told of what it sets aside, each once. */
  readonly onSetAside?: (setAside: SetAside) => void;
  /** Most events published at once; 1,000 when absent. What gathers while one batch is published makes the next. */
  readonly batchSize?: number;
  /**
   * Least time from one batch to the next, less the fuller the one before was; 20 when absent. What comes after a quiet
   * moment goes at once; in a stream of events each transaction carries more of them, and the broker has time for its readers.
   */
  readonly restMs?: number;
  /** A broker that takes long for a batch is left alone for longer, up to so long; 100 when absent. */
  readonly maxRestMs?: number;
  /** Delay after the first failure, doubled after each further one; 100 when absent. */
  readonly firstDelayMs?: number;
  /** 5,000 when absent. */
  readonly maxDelayMs?: number;
  /** Told whenever the state changes, and at each failure. */
  readonly onStatus?: (status: RelayStatus) => void;
}

/** As which consumer of the log operators know it. */
export const RELAY_GROUP = 'relay';

export interface RelayStatus {
  /** `stopped`: the log is not that of the checkpoint; see `AnotherLog`. */
  readonly state: 'standby' | 'leading' | 'retrying' | 'stopped' | 'closed';
  /** Of the last event this process published, or of the checkpoint it began from. */
  readonly position: Position | null;
  /** Published by this process. */
  readonly published: number;
  readonly failure: RelayFailure | null;
  /** Since this process started; absent while that is nothing. */
  readonly setAside?: SetAside;
}

export interface RelayFailure {
  /** The first event of the batch that could not be published; empty when the log itself could not be read. */
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  /** True once the event was tried alone and more than once: it waits for an operator, or for a broker that takes it. */
  readonly alone: boolean;
  readonly attempts: number;
  readonly message: string;
}

export interface Relay {
  status(): RelayStatus;
  /** Finishes the batch at hand, then closes the publisher, so that another relay leads. */
  close(): Promise<void>;
}

/** Starts at once. */
export const relay = (options: RelayOptions): Relay => {
  const { store, publisher, batchSize = 1000, restMs = 20, maxRestMs = 100 } = options;
  const { firstDelayMs = 100, maxDelayMs = 5000 } = options;
  const stop = new AbortController();
  const isStopped = (): boolean => stop.signal.aborted;
  let status: RelayStatus = { state: 'standby', position: null, published: 0, failure: null };
  let atHand: RecordedEvent | undefined;
  /** Most events in a batch now: halved by each failure, doubled by each success. */
  let most = batchSize;
  let skipped: ReadonlySet<string> = new Set();
  const setAside = setAsideCount((all) => {
    status = { ...status, setAside: all };
    options.onSetAside?.(all);
  });
  const tries = retries({
    isFailure: (error) => !(error instanceof LeadershipLost || error instanceof AnotherLog),
    delayAfter: backoff({ firstDelayMs, maxDelayMs }),
  });

  const report = (change: Partial<RelayStatus>): void => {
    const before = status;
    status = { ...status, ...change };
    if (status.state !== before.state || (status.failure !== null && status.failure !== before.failure))
      options.onStatus?.(status);
  };

  const publish = async (leadership: Leadership, batch: readonly RecordedEvent[], upTo: KeptPlace) => {
    [atHand] = batch;
    await leadership.publish(batch, upTo);
    atHand = undefined;
    most = Math.min(batchSize, most * 2);
    tries.succeeded();
    report({ position: upTo.position, published: status.published + batch.length, failure: null });
  };

  const publishFrom = async (leadership: Leadership): Promise<void> => {
    const { checkpoint } = leadership;
    const begin = checkpoint === undefined ? undefined : await mustBeIn(store, checkpoint);
    let known: KnownEvent | null = begin?.event ?? null;
    report({ state: 'leading', position: begin?.position ?? null, failure: null });
    const signal = AbortSignal.any([stop.signal, leadership.lost]);
    // Anew each time, since what the store shows may have changed meanwhile.
    const whole = wholeStreams(store, setAside);
    // Events of others lie before it: a restart does not read them again.
    const onPlace = (position: Position): Promise<void> =>
      publish(leadership, [], { position, event: known });
    for await (const batch of store.follow(begin?.position, { signal, limit: batchSize, onPlace })) {
      const last = batch.at(-1);
      if (last === undefined) continue;
      const began = performance.now();
      const carried = (await whole(batch)).filter(({ id }) => !skipped.has(id));
      while (carried.length > most) {
        const part = carried.splice(0, most);
        await publish(leadership, part, placeAfter(part.at(-1) ?? last, part, known));
      }
      const place = placeAfter(last, batch, known);
      await publish(leadership, carried, place);
      known = place.event;
      const tookMs = performance.now() - began;
      const rest = restAfter({ tookMs, fullness: batch.length / batchSize }, { restMs, maxRestMs });
      if (rest > 0) await pause(rest, signal);
    }
  };

  const leadOnce = async (): Promise<void> => {
    atHand = undefined;
    skipped = (await options.skips?.of(RELAY_GROUP)) ?? skipped;
    const leadership = await publisher.lead(stop.signal);
    if (leadership !== undefined) {
      try {
        await publishFrom(leadership);
      } finally {
        await leadership.release();
      }
    }
    report({ state: 'standby' });
  };

  const run = async (): Promise<void> => {
    while (!isStopped()) {
      try {
        await tries.untilDone(
          leadOnce,
          ({ error, failures }) => {
            const alone = atHand !== undefined && most === 1 && failures > ALONE_AFTER && !isOutage(error);
            report({ state: 'retrying', failure: { ...failureOf(error, atHand, failures), alone } });
            if (atHand !== undefined) most = Math.max(1, Math.floor(most / 2));
          },
          stop.signal,
        );
      } catch (error) {
        if (error instanceof AnotherLog) {
          report({ state: 'stopped', failure: { ...failureOf(error, undefined, 1), alone: false } });
          // It keeps the lock: another relay would find the same.
          if (!isStopped()) await once(stop.signal, 'abort');
        } else if (error instanceof LeadershipLost) report({ state: 'standby' });
        else throw error;
      }
    }
  };

  const running = run();
  return {
    status: () => status,
    async close() {
      stop.abort();
      await running;
      await publisher.close();
      report({ state: 'closed' });
    },
  };
};

/** A broker that is away for a moment does not make an event one that cannot be carried. */
const ALONE_AFTER = 3;

const failureOf = (
  error: unknown,
  first: RecordedEvent | undefined,
  attempts: number,
): Omit<RelayFailure, 'alone'> => ({
  eventId: first?.id ?? '',
  stream: first?.stream ?? '',
  revision: first?.revision ?? -1,
  attempts,
  message: error instanceof Error ? error.message : String(error),
});
