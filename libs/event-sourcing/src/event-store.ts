/**
 * The port to the log. What it promises is in `testing/event-store.contract.ts`; an adapter that cannot keep a promise
 * is not an adapter.
 */
import type { AppendedEvent, EventToAppend, Position, RecordedEvent } from './event.ts';
import type { StreamRevision } from './kept-place.ts';

/** Always named: there is no "any". */
export type ExpectedRevision = number | 'no-stream';

export interface AppendResult {
  /** Of the last event of the append. */
  readonly revision: number;
  /** As a read shows them, but for position and time: finding those out would cost a read, and few need them. */
  readonly events: readonly AppendedEvent[];
}

export interface StreamsPage {
  readonly events: readonly RecordedEvent[];
  /** Undefined when there are no more. */
  readonly after: string | undefined;
}

export interface EventStore {
  /** One page of a stream, oldest first; empty when the stream does not exist or has no more. */
  read(stream: string, page?: { readonly from?: number; readonly limit?: number }): Promise<RecordedEvent[]>;
  /**
   * Durable before it resolves, all or nothing. Ids are drawn once for one append and kept when it is sent again: events with
   * these ids at the places asked for are this append, done before, and answered so.
   * @throws {WrongExpectedRevision} when the stream is elsewhere; nothing was written.
   * @throws {AppendTooLarge} for more than `MAX_APPEND_BYTES`, before anything is sent.
   * @throws {StoreUnavailable} when it is not known whether it was written; repeat it with the same ids.
   */
  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult>;
  /** One page of the whole log in commit order, after a position (exclusive) or from the start. */
  readAll(page?: {
    readonly after?: Position | undefined;
    readonly limit?: number;
  }): Promise<RecordedEvent[]>;
  /**
   * Where a store keeps the events of a stream together: one page of the whole log, stream by stream, each in its own order. A stream
   * that goes on beyond its page begins the next one. What is appended to a stream that was passed is in no later page: who reads so
   * asks for the `end` first, and goes on from there in the order of the log.
   */
  readonly readStreams?: (page?: {
    /** As the page before answers it; from the first stream on when absent. */
    readonly after?: string | undefined;
    readonly limit?: number;
  }) => Promise<StreamsPage>;
  /**
   * The position of the last event of the log, of whomever; undefined when there is none. It costs the same however long the log
   * is, and needs the same rights as following it.
   */
  last(): Promise<Position | undefined>;
  /**
   * What stands at a position. It costs the same wherever that is, and needs the same rights as following the log.
   * @param stood the event of ours that is known to have stood there: its stream is looked at where nothing does now.
   * @throws {TypeError} for a text that is no position of this kind of store.
   */
  at(position: Position, stood?: StreamRevision): Promise<EventAt>;
  /**
   * Batches from a position on, first the past, then what comes; ends when the signal aborts.
   * @throws {AnotherLog} when the log ends before the position, or is another one after an interruption.
   */
  follow(after: Position | undefined, options: FollowOptions): AsyncIterable<readonly RecordedEvent[]>;
  close(): Promise<void>;
}

/**
 * - `event`: one of ours.
 * - `others`: what others wrote, or a place between two events.
 * - `nothing`: no event begins there, and none can be followed from there.
 * - `removed`: the event that stood there is gone with the beginning of its stream, or with all of it, which an administrator deleted,
 *   truncated or limited. The log can be followed from there.
 */
export type EventAt =
  | { readonly is: 'event'; readonly event: RecordedEvent }
  | { readonly is: 'others' | 'nothing' | 'removed' | 'beyond-the-end'; readonly event?: undefined };

/** The part of it that a reader needs. */
export type EventReader = Pick<EventStore, 'read' | 'readAll' | 'readStreams' | 'close'>;

export interface FollowOptions {
  readonly signal: AbortSignal;
  /** Most events in one batch. */
  readonly limit?: number;
  /**
   * Told, in a log that others share, of a place without an event: every event before it has been handled, since the next batch
   * was asked for, and following may begin again there. It is waited for. At most one in a second.
   */
  readonly onPlace?: (place: Position) => Promise<void> | void;
}

/** Injection token for the event store of this process. */
export const EVENT_STORE = Symbol('EventStore');
