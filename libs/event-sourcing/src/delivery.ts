/** The port that hands the log to subscribers: at least once, in order per stream, one batch of a group at a time. */
import type { Position, RecordedEvent } from './event.ts';

export type BatchHandler = (batch: readonly RecordedEvent[]) => Promise<void>;

export interface Delivery {
  /** Starts a group from its durable checkpoint. The checkpoint moves after the handler, never before. */
  subscribe(group: string, handle: BatchHandler): void;
  status(): readonly GroupStatus[];
  /** Waits for the handlers at work, then stops all groups. */
  close(): Promise<void>;
}

export interface GroupStatus {
  readonly group: string;
  /** `stopped`: retries are used up; it goes on after a restart, or without the event when an operator says so. Readiness is red. */
  readonly state: 'starting' | 'catching-up' | 'live' | 'retrying' | 'stopped' | 'closed';
  readonly position: Position | null;
  readonly failure: DeliveryFailure | null;
  /** Messages after its position, when it last looked; null until it is known, absent where the delivery does not say. */
  readonly lag?: number | null;
  /** What this process has set aside for the group; absent while that is nothing. */
  readonly setAside?: SetAside;
}

/** What a group has left out without stopping. Each is told once. */
export interface SetAside {
  readonly count: number;
  /** At most ten, the last one at the end. */
  readonly newest: readonly SetAsideItem[];
}

export type SetAsideItem = SetAsideMessage | SetAsideEvent;

/** What stands in the log and is not carried: what others wrote in our streams, and events of streams that are not whole. */
export interface SetAsideEvent {
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  /** Its type in the store. */
  readonly type: string;
  readonly recordedAt: string;
  /** Never quotes the event. */
  readonly why: string;
}

/** A message that others wrote where the events of the log are carried. Nothing is missing without it: the log does not have it. */

export interface SetAsideMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  /** Never quotes the message. */
  readonly why: string;
}

export interface DeliveryFailure {
  /** The event the handler named, or the first of its batch. */
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly attempts: number;
  readonly message: string;
}

/** The events that operators have groups skip, because they can never be handled. */
export interface Skips {
  /** Ids of events. @throws {StoreUnavailable} while that cannot be known. */
  of(group: string): Promise<ReadonlySet<string>>;
}

/** Thrown by `project` and `react` to name the event that could not be handled. */
export class HandlingFailed extends Error {
  constructor(
    readonly event: RecordedEvent,
    cause: unknown,
  ) {
    super(`${event.type} ${event.stream}@${event.revision} (${event.id}): ${messageOf(cause)}`, { cause });
    this.name = 'HandlingFailed';
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
