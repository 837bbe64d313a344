/** What the thread that keeps the log of proofs and the one that serves it say to each other. */
import type { ProofLogStatus, WitnessStatus } from '@pledgeline/transparency';
import type { DistributedConfiguration } from '../configuration.ts';
import type { FormerKey } from './proof-keys.ts';

export interface SequencingData {
  /** File of the log. */
  readonly path: string;
  readonly origin: string;
  readonly signingKey: string;
  /** The key before it, as long as it signs, too. */
  readonly former: FormerKey | null;
  /** All that the log ever had, oldest first. */
  readonly verifierKeys: readonly string[];
  readonly legacySecret: string;
  readonly checkpointMs: number;
  /** A signed checkpoint that was kept elsewhere; null where there is none. */
  readonly known: string | null;
  /** Text of the policy that names the witnesses; null where there are none. */
  readonly witnesses: string | null;
  /** Its keys were drawn with this start, so that nobody can have seen it before. */
  readonly isNew: boolean;
  /** RFC 3339 where the clock stands still. */
  readonly fixedTime: string | null;
  /** File of the events; null where they are in KurrentDB. */
  readonly events: string | null;
  readonly distributed: DistributedConfiguration | null;
  /** One number: 1 while the thread sleeps, and wants to be woken by the next commit. */
  readonly asleep: SharedArrayBuffer;
}

export type ToSequencing = 'wake' | 'scrub' | 'close';

export type FromSequencing =
  | { readonly is: 'status'; readonly status: Omit<ProofLogStatus, 'witnesses'> }
  | { readonly is: 'witnesses'; readonly witnesses: readonly WitnessStatus[] }
  | {
      readonly is: 'said';
      readonly level: 'info' | 'warn' | 'error';
      readonly fields: object;
      readonly message: string;
    };
