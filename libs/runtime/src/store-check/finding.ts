/** What was compared with the log, and what came of it. */
export interface Finding {
  /** The file or the topic, and whose place it is. */
  readonly what: string;
  /** Null where it could not be compared. */
  readonly fits: boolean | null;
  /** The place, or why it does not fit. */
  readonly says: string;
}
