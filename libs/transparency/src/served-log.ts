/** The log of a process as its doors see it: another thread keeps it. */
import type { ProofLogStatus } from './log-status.ts';
import type { NoteSigner } from './note-key.ts';
import type { ProofReader } from './proof-log.ts';

export interface ServedLog {
  readonly origin: string;
  /** Of the keys that sign now, the newest first. */
  readonly verifierKeys: () => readonly string[];
  /** That each key of the log has handed over to the next, as notes, oldest first; empty where there was one key only. */
  readonly keyStatements: string;
  /** Least time between two heads, in milliseconds. */
  readonly checkpointMs: number;
  /** Whether it is shown to all the world, and not only to who has signed in. */
  readonly isOpen: boolean;
  /** Undefined until the file of the log is there. */
  readonly reader: () => ProofReader | undefined;
  readonly status: () => ProofLogStatus;
  /** Begins to compare every event with its leaf, of all that there is by now. */
  readonly scrub: () => void;
}

/** The same for what answers about single events, in a thread of its own. */
export interface OpenedLog {
  /** Undefined until the file of the log is there. */
  readonly reader: () => ProofReader | undefined;
  readonly origin: string;
  /** A secret: 64 hex digits, for events that were stored without a salt. */
  readonly legacySecret: string;
  /** Sign what is exported; during a change of keys both. */
  readonly bundleSigners: () => readonly NoteSigner[];
  /** As the doors of the log serve them; empty where there was one key only. */
  readonly keyStatements: string;
}

export interface WithProofs {
  /** Null where the installation keeps no log. */
  readonly proofs: () => OpenedLog | null;
}

/** Injects it; null in a process that keeps no log. */
export const SERVED_LOG = Symbol('ServedLog');
