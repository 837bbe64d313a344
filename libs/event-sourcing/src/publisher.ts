/**
 * The port through which the log leaves the system: events, and the place in the log they came from, are kept together or
 * not at all, by one process at a time. What it promises is in `testing/publisher.contract.ts`.
 */
import type { RecordedEvent } from './event.ts';
import type { KeptPlace } from './kept-place.ts';

export interface Publisher {
  /**
   * Waits until this process is the one that publishes. The former leader can publish nothing more once this resolves.
   * @returns undefined when the signal aborts first.
   */
  lead(signal: AbortSignal): Promise<Leadership | undefined>;
  close(): Promise<void>;
}

export interface Leadership {
  /** Up to here, inclusive, everything has been published; undefined at the very beginning. */
  readonly checkpoint: KeptPlace | undefined;
  /** Aborts when this process no longer leads. */
  readonly lost: AbortSignal;
  /**
   * Durable before it resolves, together with the checkpoint that it moves to. When it rejects it is not known whether
   * the batch was published: only leading again, with the checkpoint read anew, shows it.
   * @param batch may be empty: the checkpoint alone moves then.
   * @param upTo the checkpoint where events after the batch were left out; the last event of the batch when absent.
   * @throws {LeadershipLost} when another process leads.
   */
  publish(batch: readonly RecordedEvent[], upTo?: KeptPlace): Promise<void>;
  /** Lets another process lead, or this one lead again. */
  release(): Promise<void>;
}

/** Another process leads: not a failure, this one is a standby again. */
export class LeadershipLost extends Error {
  readonly code = 'LEADERSHIP_LOST';

  constructor(options?: ErrorOptions) {
    super('another process publishes now', options);
    this.name = 'LeadershipLost';
  }
}
