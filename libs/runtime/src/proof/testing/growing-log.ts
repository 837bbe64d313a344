/** A log of proofs on disk over a store in memory, which a test lets grow, shrink and change. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteProofLog } from '@pledgeline/adapters/sqlite';
import { keyTexts, nodesOf, rootBetween, sequencer, signerOf } from '@pledgeline/transparency';
import type { BeforeFirst, ProofLog } from '@pledgeline/transparency';

export const ORIGIN = 'pledges.example/proof';
export const KEYS: ReturnType<typeof keyTexts> = keyTexts(ORIGIN, Buffer.alloc(32, 1));

export interface GrowingLog {
  readonly log: ProofLog;
  /** What the events of the store say, in their order. */
  readonly texts: string[];
  /** Takes up the store and signs it. @throws as the sequencer. */
  sign(): Promise<void>;
  /** The same with so many more events. */
  grow(count: number): Promise<void>;
  /** Of the first leaves, as far as they are taken up. */
  rootAt(size: number): Uint8Array;
  readonly close: () => void;
}

const eventOf = (text: string, n: number) => ({
  ...{ id: `event ${n}`, type: 'CaveatDeclared', schemaVersion: 1, stream: 'pledge-1', revision: n },
  ...{ recordedAt: '2027-01-04T08:00:00.000Z', data: { text }, position: String(n) },
  metadata: { actor: 'ms.jpn', role: 'MS', salt: '5a17'.repeat(8) },
});

/** @param beforeFirst made for the log. */
export const growingLog = (beforeFirst?: (log: ProofLog) => BeforeFirst): GrowingLog => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-growing-'));
  const log = sqliteProofLog({ path: join(folder, 'proof.sqlite'), origin: ORIGIN });
  const texts: string[] = [];
  let now = 0;
  const kept = sequencer({
    source: {
      readAll: ({ after, limit }) => {
        const from = after === undefined ? 0 : Number(after) + 1;
        return Promise.resolve(texts.map(eventOf).slice(from, from + limit));
      },
    },
    ...{ log, legacySecret: '0'.repeat(64), checkpointMs: 0, signers: [signerOf(KEYS.signingKey)] },
    clock: () => '2027-01-04T08:00:00.000Z',
    elapsed: () => (now += 1),
    beforeFirst: beforeFirst?.(log) ?? null,
  });
  const sign = async (): Promise<void> => {
    while (await kept.step());
  };
  const nodes = nodesOf((level, index) => log.tile(level, index));
  return {
    ...{ log, texts, sign },
    grow: async (count) => {
      for (let n = 0; n < count; n += 1) texts.push(`event ${texts.length}`);
      await sign();
    },
    rootAt: (size) => rootBetween(nodes, 0, size),
    close: () => {
      log.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
