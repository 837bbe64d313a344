/** The hashes of a Merkle tree as RFC 6962, section 2.1, defines them: leaves and nodes never look alike. */
import { HASH_BYTES } from './hash-texts.ts';
import { hashOf, hexHash } from './hash.ts';
import { leafContent } from './hashing.ts';

/** Of the tree without leaves. */
export const EMPTY_ROOT: Uint8Array = hashOf('');

const leaf = Buffer.alloc(1 + HASH_BYTES);
const node = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** @param entry of any length; those of the log have 32 bytes. */
export const leafHash = (entry: Uint8Array): Buffer => {
  if (entry.length !== HASH_BYTES) return hashOf(leafContent(entry));
  leaf.set(entry, 1);
  return Buffer.from(hexHash(leaf), 'hex');
};

export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return Buffer.from(hexHash(node), 'hex');
};

/** Of the smaller tree on the left: the largest power of two below the size, which is 2 or more. */
export const splitOf = (size: number): number => {
  let split = 1;
  while (2 * split < size) split *= 2;
  return split;
};

/** By the recursive definition. @param hashes of all leaves in their order. */
export const rootOf = (hashes: readonly Uint8Array[]): Uint8Array => {
  const [only] = hashes;
  if (only === undefined) return EMPTY_ROOT;
  if (hashes.length === 1) return only;
  const split = splitOf(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
};
