/** A log of proofs over a store in memory, signed with a key that is for tests only. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteProofLog, sqliteProofReader } from '@pledgeline/adapters/sqlite';
import type { EventStore } from '@pledgeline/event-sourcing';
import { bundleSignerOf, keyTexts, sequencer, signerOf } from '@pledgeline/transparency';
import type { OpenedLog } from '@pledgeline/transparency';

const ORIGIN = 'pledges.example/proof';
export const KEYS: ReturnType<typeof keyTexts> = keyTexts(ORIGIN, Buffer.alloc(32, 1));

export interface ProvedLog {
  readonly opened: OpenedLog;
  readonly path: string;
  /** Takes up all that the store holds by now, and signs it. */
  sign(): Promise<void>;
  close(): void;
}

export const aProvedLog = (store: Pick<EventStore, 'readAll'>): ProvedLog => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-proved-'));
  const path = join(folder, 'proof.sqlite');
  const log = sqliteProofLog({ path, origin: ORIGIN });
  const legacySecret = '7'.repeat(64);
  let now = 0;
  const kept = sequencer({
    source: store,
    ...{ log, legacySecret, checkpointMs: 0 },
    signers: [signerOf(KEYS.signingKey)],
    clock: () => '2026-11-30T12:00:00.000Z',
    elapsed: () => (now += 1),
  });
  const reader = sqliteProofReader(path);
  return {
    path,
    opened: {
      ...{ origin: ORIGIN, legacySecret, keyStatements: '' },
      bundleSigners: () => [bundleSignerOf(KEYS.signingKey)],
      reader: () => reader,
    },
    sign: async () => {
      while (await kept.step());
    },
    close: () => {
      reader?.close();
      log.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
