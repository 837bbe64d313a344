/** Why a process is not ready. */
export interface Reason {
  readonly what: string;
  /** What may quote an event, a place or a failure: for those who read everything. */
  readonly why: string;
}
