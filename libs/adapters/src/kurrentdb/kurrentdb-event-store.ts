/**
 * The log in KurrentDB (EventStoreDB), through its official client.
 *
 * Guarantees: an append is on the server before it resolves, all or nothing, at exactly the named revision; one whose outcome
 * is not known is sent again with the same ids, and repeated by a caller is answered as the first time; every call ends within
 * the timeout, and reading the log gets on whatever others keep there; a follower is handed every event of our categories once and in order, whatever happens to its connection.
 * Limits: an event id used in another stream is not found out; `recordedAt` is the server's clock and goes
 * back when that does; a silent subscription to a frozen server is given up after some 20 s, by the client's keepalive.
 */
import {
  backoff,
  HistoryIncomplete,
  mustBeIn,
  pause,
  placeAfter,
  retries,
  StoreUnavailable,
} from '@pledgeline/event-sourcing';
import type {
  EventAt,
  EventStore,
  KeptPlace,
  Position,
  RecordedEvent,
  StreamRevision,
} from '@pledgeline/event-sourcing';
import { tellRemoved } from '../removed-events.ts';
import { appendOf } from './append.ts';
import { checkConnectionString, completed } from './connection-string.ts';
import { connections } from './connection.ts';
import { quietStretches } from './quiet-stretches.ts';
import { readAll, readStream } from './read.ts';
import { eventAt } from './event-at.ts';
import { endOfLog } from './grpc-read.ts';
import { ABOUT_A_STREAM, logPositionOf, textOf } from './recorded-event.ts';
import { refusalOf } from './refusal.ts';
import { subscription } from './subscription.ts';
import { describe, errorClassOf } from './error-classification.ts';

export interface KurrentdbEventStoreOptions {
  /** `kurrentdb://user:password@host:port?tls=true`; several hosts by commas. TLS, certificates and credentials are in it. */
  readonly url: string;
  /**
   * What the names of our streams begin with, up to the first hyphen. `all` reads every stream but the server's own, whoever wrote
   * it, and appends to none.
   */
  readonly categories: readonly string[] | 'all';
  /** Time for one call with its repetitions, and for a subscription to begin; 5,000 when absent. */
  readonly timeoutMs?: number;
  /** When to come again after the server refused a right; 30,000 when absent. */
  readonly askAgainMs?: number;
  /** Told what is being tried again, in words for a log. */
  readonly onWarning?: (message: string) => void;
}

const LOG = { act: 'read', stream: '$all' } as const;
const PAGE = 500;
const MAX_PAGE = 10_000;
const QUIET_MS = 500;
const PLACE_EVERY_MS = 1000;
const FIRST_DELAY_MS = 50;
const MAX_DELAY_MS = 5000;

/** @throws {Error} for a connection string or categories that cannot be used. Nothing is asked of the server yet. */
export const kurrentdbEventStore = (options: KurrentdbEventStoreOptions): EventStore => {
  const { timeoutMs = 5000, askAgainMs = 30_000, onWarning = () => undefined } = options;
  checkConnectionString(options.url);
  const url = completed(options.url);
  const { categories } = options;
  if (categories.length === 0) throw new Error('a KurrentDB log needs at least one category');
  const prefixes = categories === 'all' ? [] : categories.map((category) => `${category}-`);
  /** What is set about our streams, too: a deletion or a limit is seen in the order of the log. */
  const followed = [...prefixes, ...prefixes.map((prefix) => `${ABOUT_A_STREAM}${prefix}`)];
  const asking = connections({ url, timeoutMs, askAgainMs, onWarning });
  const closing = new AbortController();

  const quiet = quietStretches();
  // Before the call would be given up.
  const quietMs = Math.min(QUIET_MS, timeoutMs / 4);

  /** A page that a read does not get to in time: events of others lie in between, and their number is not limited. */
  const readOn = async (after: Position | undefined, limit: number): Promise<RecordedEvent[]> => {
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, closing.signal]);
    const found: RecordedEvent[] = [];
    try {
      for await (const handed of subscription({ url, prefixes: followed, after, limit, timeoutMs, signal })) {
        if ('events' in handed) found.push(...handed.events);
        else if (handed.place !== undefined) quiet.note(found.at(-1)?.position ?? after, handed.place);
        if (found.length >= limit || ('caughtUp' in handed && handed.caughtUp)) break;
      }
    } catch (error) {
      throw asking.failureOf(error, LOG);
    } finally {
      stop.abort();
    }
    if (closing.signal.aborted) throw new StoreUnavailable('the store is closed', 5);
    return found.slice(0, limit);
  };

  const readPage = async (after: Position | undefined, limit: number): Promise<RecordedEvent[]> => {
    const from = quiet.endOf(after);
    const { events, isWhole } = await asking.ask(LOG, ({ client }, signal) =>
      readAll(client, followed, { after: from, limit, quietMs }, signal),
    );
    if (isWhole) return events;
    const last = events.at(-1)?.position ?? from;
    const left = limit - events.length;
    const isKnown = quiet.endOf(last) !== last;
    return [...events, ...(await (isKnown ? readPage(last, left) : readOn(last, left)))];
  };

  /** A server that is too old is refused before it is followed: it would never say that nothing more comes. */
  const serverIsKnown = (): Promise<void> => asking.ask(LOG, () => Promise.resolve());

  const last = (): Promise<Position | undefined> =>
    asking.ask(LOG, async ({ client }, signal) => {
      const end = await endOfLog(client, signal);
      return end && textOf(end);
    });

  const told = tellRemoved(onWarning);

  const at = async (position: Position, stood?: StreamRevision): Promise<EventAt> => {
    const isWanted = (stream: string): boolean =>
      categories === 'all' ? !stream.startsWith('$') : prefixes.some((prefix) => stream.startsWith(prefix));
    const asked = { position, stood, isWanted };
    const found = await asking.ask(LOG, ({ client }, signal) => eventAt(client, asked, signal));
    return told(found, position, stood);
  };

  /** A server may say that it has looked as far as beyond its last event, where nothing could be compared. */
  const notBeyondTheEnd = async (place: Position): Promise<Position | undefined> => {
    const end = await last();
    return end === undefined || logPositionOf(end).commit < logPositionOf(place).commit ? end : place;
  };

  return {
    last,
    at,

    read: async (stream, { from = 0, limit = PAGE } = {}) => {
      const page = { from, limit: pageSize(limit) };
      return unlessDeleted(stream, () =>
        asking.ask({ act: 'read', stream }, ({ client }, signal) => readStream(client, stream, page, signal)),
      );
    },

    append: async (stream, expected, events) => {
      if (!prefixes.some((prefix) => stream.startsWith(prefix)))
        throw new TypeError(`${stream} is in none of the categories of this log: nobody would ever read it`);
      const append = appendOf(stream, expected, events);
      return unlessDeleted(stream, () => asking.ask({ act: 'write', stream }, append));
    },

    readAll: async ({ after, limit = PAGE } = {}) => {
      return readPage(after, pageSize(limit));
    },

    async *follow(after, { signal, limit = PAGE, onPlace = () => undefined }) {
      let place: KeptPlace | undefined = after === undefined ? undefined : { position: after, event: null };
      const size = pageSize(limit);
      const stop = AbortSignal.any([signal, closing.signal]);
      const isStopped = (): boolean => stop.aborted;
      let toldAt = -Infinity;
      const tries = retries({
        delayAfter: backoff({ firstDelayMs: FIRST_DELAY_MS, maxDelayMs: MAX_DELAY_MS }),
      });
      while (!isStopped()) {
        try {
          await serverIsKnown();
          // The server may have come back with another log.
          if (place !== undefined) place = await mustBeIn({ at, last }, place);
          const options = {
            url,
            prefixes: followed,
            after: place?.position,
            limit: size,
            timeoutMs,
            signal: stop,
          };
          for await (const handed of subscription(options)) {
            if ('events' in handed) {
              tries.succeeded();
              yield handed.events;
              // Handed over: from here on it would be a repetition.
              const newest = handed.events.at(-1);
              if (newest !== undefined) place = placeAfter(newest, handed.events, place?.event ?? null);
            } else if (handed.place !== undefined) {
              tries.succeeded();
              if (!handed.caughtUp && performance.now() - toldAt < PLACE_EVERY_MS) continue;
              toldAt = performance.now();
              // Only now ours: what is kept while the end cannot be asked for would be refused the next time.
              const position = await notBeyondTheEnd(handed.place);
              // Nothing stands in an empty log, and so no place does.
              if (position === undefined) continue;
              place = { position, event: place?.event ?? null };
              await onPlace(position);
            }
          }
        } catch (error) {
          if (isStopped()) return;
          if (errorClassOf(error) === 'forbidden') throw refusalOf(error, LOG, askAgainMs);
          if (errorClassOf(error) !== 'passing') throw errorOfFollowing(error);
          const { delayMs } = tries.failed(error);
          onWarning(`following the event store was interrupted, again in ${delayMs} ms: ${describe(error)}`);
          await pause(delayMs, stop);
        }
      }
    },

    async close() {
      closing.abort();
      await asking.close();
    },
  };
};

/** Refused rather than cut: a caller that takes a short page for the last one would miss the rest. */
const pageSize = (limit: number): number => {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE) return limit;
  throw new RangeError(`a page holds 1 to ${MAX_PAGE} events, not ${limit}`);
};

/** @throws {HistoryIncomplete} for a stream that was deleted for good. */
const unlessDeleted = async <Result>(stream: string, asked: () => Promise<Result>): Promise<Result> => {
  try {
    return await asked();
  } catch (error) {
    const isGone = error instanceof Error && errorClassOf(error.cause) === 'gone';
    throw isGone ? new HistoryIncomplete(stream, { from: 0, to: null }, { cause: error }) : error;
  }
};

const errorOfFollowing = (error: unknown): unknown =>
  errorClassOf(error) === 'ours'
    ? error
    : new Error(`the event store refuses to be followed: ${describe(error)}`, { cause: error });
