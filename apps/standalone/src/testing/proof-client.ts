/** Reads the log of proofs of a server over HTTP, believes nothing of it, and checks each head against all that were seen before. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@pledgeline/event-sourcing/testing';
import { openCheckpoint, verifierOf, verifyConsistency } from '@pledgeline/transparency';
import type { Checkpoint } from '@pledgeline/transparency';

export interface ProofClient {
  /** Signed by the key of the log. */
  checkpoint(): Promise<Checkpoint>;
  /** Once the newest head has that many leaves, or more. */
  covering(leaves: number): Promise<Checkpoint>;
  json<Answer>(path: string): Promise<Answer>;
  /** What stands in a tile, or in a bundle of entries. */
  bytes(path: string): Promise<Buffer>;
}

/** @param dataFolder where the key lies, which an auditor gets by another way than from the server. */
export const proofClient = (url: string, dataFolder: string): ProofClient => {
  const key = readFileSync(join(dataFolder, 'proof-keys', 'signing.vkey'), 'utf8').trim();
  const got = async (path: string): Promise<Response> => {
    const response = await fetch(`${url}/proof/${path}`);
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const checkpoint = async (): Promise<Checkpoint> =>
    openCheckpoint(await (await got('checkpoint')).text(), verifierOf(key));
  return {
    checkpoint,
    covering: async (leaves) => {
      let head: Checkpoint | undefined;
      await until(`a head of ${leaves} leaves`, async () => (head = await checkpoint()).size >= leaves);
      if (head === undefined) throw new Error('there is no head');
      return head;
    },
    json: async <Answer>(path: string) => (await (await got(path)).json()) as Answer,
    bytes: async (path) => Buffer.from(await (await got(path)).arrayBuffer()),
  };
};

interface Consistency {
  readonly path: readonly string[];
}

/** Whether a head goes on from an older one, by the proof that the server gives. */
export const goesOn = async (client: ProofClient, older: Checkpoint, newer: Checkpoint): Promise<boolean> => {
  const { path } = await client.json<Consistency>(`consistency?from=${older.size}&to=${newer.size}`);
  return verifyConsistency({
    from: older.size,
    to: newer.size,
    fromRoot: older.root,
    toRoot: newer.root,
    path: path.map((hash) => Buffer.from(hash, 'base64')),
  });
};
