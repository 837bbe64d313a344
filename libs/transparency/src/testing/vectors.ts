/**
 * Test vectors that share no code with this project: made in Go with golang.org/x/mod v0.43.0 (`sumdb/tlog`, `sumdb/note`) and
 * github.com/gowebpki/jcs v1.0.2, checked with github.com/transparency-dev/merkle v0.0.2 and formats v0.1.1, and with Python's
 * hashlib and rfc8785 0.1.4. The keys and secrets in them are public.
 */
import { readFileSync } from 'node:fs';
import type { LeafEvent } from '../event-leaf.ts';
import type { Opening } from '../event-rule.ts';
import { hashOf } from '../hash.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`vectors/${name}.json`, import.meta.url), 'utf8'));

export const canonicalVectors = read('canonical') as { cases: { given: string; canonical: string }[] };

export const merkleVectors = read('merkle') as {
  roots: { size: number; root: string }[];
  leaves: { index: number; entry: string; leafHash: string }[];
  inclusion: { index: number; size: number; path: string[] }[];
  consistency: { from: number; to: number; path: string[] }[];
};

interface Resource {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const tileVectors = read('tiles') as {
  paths: { level: number; index: number; width: number; path: string }[];
  sizes: { size: number; tiles: Resource[]; entries: Resource[] }[];
};

export const eventVectors = read('events') as {
  legacySecret: string;
  events: {
    event: LeafEvent;
    digests: string[];
    entry: string;
    leafHash: string;
    opening: Opening;
    inPart?: Opening;
    erased?: unknown;
  }[];
  refused: { opening: unknown; why: string }[];
};

export const checkpointVectors = read('checkpoints') as {
  checkpoints: { size: number; note: string }[];
  cosigned: { size: number; note: string };
  refused: { note: string; why: string }[];
  seed: string;
  signerKey: string;
  verifierKey: string;
  witness: { seed: string; verifierKey: string };
};

export const proofVectors = read('tlog-proofs') as {
  entry: string;
  extra: string;
  plain: string;
  withExtra: string;
};

/** Entry i of the trees of the vectors. */
export const vectorEntry = (i: number): Buffer => hashOf(`pledgeline vector entry ${i}`);

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64');
