/** What the thread that keeps the log of proofs and the one that serves it say to each other. */
import type { ProofLogStatus } from '@pledgeline/transparency';
import type { DistributedConfiguration } from '../configuration.ts';

export interface SequencingData {
  /** File of the log. */
  readonly path: string;
  readonly origin: string;
  readonly signingKey: string;
  readonly legacySecret: string;
  readonly checkpointMs: number;
  /** A signed checkpoint that was kept elsewhere; null where there is none. */
  readonly known: string | null;
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
  | { readonly is: 'status'; readonly status: ProofLogStatus }
  | {
      readonly is: 'said';
      readonly level: 'info' | 'warn' | 'error';
      readonly fields: object;
      readonly message: string;
    };
