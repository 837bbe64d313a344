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
  /** Those that the policy names and that have an address, in its order. */
  readonly witnesses: readonly WitnessStatus[];
}

export interface WitnessStatus {
  /** As the policy calls it. */
  readonly name: string;
  /** Leaves of the newest head of ours that it has signed; null before the first that is known here. */
  readonly cosignedSize: number | null;
  /** By its own clock, RFC 3339. */
  readonly cosignedAt: string | null;
  /** Of its last answer; null while it signs. */
  readonly failure: WitnessFailure | null;
}

export interface WitnessFailure {
  /**
   * `AWAY`: no answer that says anything. `REFUSED`: it does not sign for this log, or what it signed is not ours. `AHEAD`: it has
   * signed a larger tree, as another instance may have shown it a moment ago. `CONTRADICTED`: to it this is not the log that it
   * signed before.
   */
  readonly code: 'AWAY' | 'REFUSED' | 'AHEAD' | 'CONTRADICTED';
  readonly message: string;
  /** Since when it fails, by our clock, RFC 3339. */
  readonly since: string;
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
  witnesses: [],
};
