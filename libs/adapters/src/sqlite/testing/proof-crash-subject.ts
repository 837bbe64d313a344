/** What the crash test of the log of proofs kills and then looks at: a log of events, and the tree of it, on files of one folder. */
import { join } from 'node:path';
import { keyTexts, scrub, sequencer, signerOf, verifierOf } from '@pledgeline/transparency';
import type { NoteVerifier, ProofLog, Sequencer } from '@pledgeline/transparency';
import { sqliteProofLog } from '../sqlite-proof-log.ts';
import { sqliteProofSource } from '../sqlite-proof-source.ts';

const ORIGIN = 'pledges.example/proof';
const KEYS = keyTexts(ORIGIN, Buffer.alloc(32, 1));
const legacySecret = '0'.repeat(64);

export const verifier: NoteVerifier = verifierOf(KEYS.verifierKey);

export interface ProofSubject {
  readonly log: ProofLog;
  readonly sequencer: Sequencer;
  /** @returns how many events were compared. */
  readonly compare: () => Promise<number>;
  close(): Promise<void>;
}

export const eventsIn = (folder: string): string => join(folder, 'events.sqlite');

/** Opens what a process has open. The file of the events must be there. */
export const openProofSubject = (folder: string): ProofSubject => {
  const source = sqliteProofSource({ path: eventsIn(folder) });
  const log = sqliteProofLog({ path: join(folder, 'proof.sqlite'), origin: ORIGIN });
  return {
    log,
    sequencer: sequencer({
      ...{ source, log, legacySecret, checkpointMs: 0, signers: [signerOf(KEYS.signingKey)] },
      clock: () => new Date().toISOString(),
      elapsed: () => performance.now(),
    }),
    compare: () =>
      scrub({
        ...{ source, log, legacySecret, signal: new AbortController().signal },
        breathe: () => Promise.resolve(),
      }),
    close: async () => {
      log.close();
      await source.close();
    },
  };
};
