/** What the contract of a store needs of whoever opens it. */
import type { EventStore } from '../event-store.ts';
import type { Position } from '../event.ts';

export interface OpenStore {
  readonly store: EventStore;
  /** Closes the store and opens the same log again, as after a restart. */
  reopen(): Promise<EventStore>;
  close(): Promise<void>;
  /** Hides the events of a stream below a revision, past the store. @returns the store to ask then. */
  hide(stream: string, below: number): Promise<EventStore>;
  /** Takes the events of a stream below a revision, or all of them, out of the log, past the store. */
  remove(stream: string, below: number | 'all'): Promise<Removed>;
  /** What the store has told for a log, since it was opened first. */
  warnings(): readonly string[];
  /** A position that the log would have if it were longer. */
  beyond(end: Position): Position;
}

export interface Removed {
  /** To ask from now on. */
  readonly store: EventStore;
  /** False on a server that only hides the newest of them yet. */
  readonly isGone: boolean;
}
