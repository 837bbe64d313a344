/** How the keeping of the log stands, for those who watch it. */

export interface ProofLogStatus {
  /**
   * `starting` before its file is open, `building` while it takes up what the store held before, `following` after that, `retrying`
   * after a failure that may pass, `stopped` after one that does not.
   */
  readonly state: 'starting' | 'building' | 'following' | 'retrying' | 'stopped';
  /** Leaves that are kept. */
  readonly leaves: number;
  /** Of the newest head; null before the first. */
  readonly signedSize: number | null;
  /** By our clock, RFC 3339. */
  readonly signedAt: string | null;
  /** Since when nothing was taken up or signed although something waits, in milliseconds since 1970; null when nothing waits. */
  readonly waitsSince: number | null;
  readonly failure: ProofLogFailure | null;
  readonly scrub: ScrubStatus;
}

export interface ProofLogFailure {
  /**
   * `HISTORY_CHANGED` and `FOREIGN_EVENT` do not pass: nothing is signed any more. `NOT_AVAILABLE` is tried again.
   */
  readonly code: 'HISTORY_CHANGED' | 'FOREIGN_EVENT' | 'NOT_AVAILABLE';
  readonly message: string;
}

/** Of the last look at every event. */
export interface ScrubStatus {
  readonly state: 'none' | 'running' | 'done' | 'failed';
  readonly compared: number;
  readonly of: number;
  /** RFC 3339, of a clock that runs also where that of the server stands still; null before the first ended. */
  readonly endedAt: string | null;
}

export const UNBEGUN: ProofLogStatus = {
  state: 'starting',
  leaves: 0,
  signedSize: null,
  signedAt: null,
  waitsSince: null,
  failure: null,
  scrub: { state: 'none', compared: 0, of: 0, endedAt: null },
};
