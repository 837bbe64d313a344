/** Proofs that a leaf is in a tree, and that a tree goes on from an older one: RFC 6962, sections 2.1.1 and 2.1.2. */
import { nodeHash, splitOf } from './merkle.ts';
import { rootBetween } from './nodes.ts';
import type { NodeReader } from './nodes.ts';

/**
 * The hashes beside the way from a leaf to the root, lowest first.
 * @throws {RangeError} when the tree of that size has no such leaf.
 */
export const inclusionPath = (nodes: NodeReader, index: number, size: number): Uint8Array[] => {
  if (index < 0 || index >= size) throw new RangeError(`a tree of ${size} has no leaf ${index}`);
  return pathBetween(nodes, index, 0, size);
};

const pathBetween = (nodes: NodeReader, index: number, from: number, to: number): Uint8Array[] => {
  if (to - from === 1) return [];
  const split = from + splitOf(to - from);
  return index < split
    ? [...pathBetween(nodes, index, from, split), rootBetween(nodes, split, to)]
    : [...pathBetween(nodes, index, split, to), rootBetween(nodes, from, split)];
};

/**
 * The hashes by which both roots can be made. Empty from a tree to itself, and from the empty tree, which all others go on from.
 * @throws {RangeError} when the older tree is larger.
 */
export const consistencyPath = (nodes: NodeReader, from: number, to: number): Uint8Array[] => {
  if (from < 0 || from > to) throw new RangeError(`a tree of ${to} does not go on from one of ${from}`);
  return from === 0 || from === to ? [] : restBetween(nodes, from, 0, to, true);
};

/** @param whole whether the older tree begins where this part does, so that its root is known already. */
const restBetween = (
  nodes: NodeReader,
  older: number,
  from: number,
  to: number,
  whole: boolean,
): Uint8Array[] => {
  if (older === to) return whole ? [] : [rootBetween(nodes, from, to)];
  const split = from + splitOf(to - from);
  return older <= split
    ? [...restBetween(nodes, older, from, split, whole), rootBetween(nodes, split, to)]
    : [...restBetween(nodes, older, split, to, false), rootBetween(nodes, from, split)];
};

export interface Inclusion {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** As RFC 9162, section 2.1.3.2, says it. @returns false for whatever is not a proof, too. */
export const verifyInclusion = ({ leaf, index, size, root, path }: Inclusion): boolean => {
  if (!isLeafOf(index, size)) return false;
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const beside of path) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(beside, hash);
      while (place % 2 === 0 && place > 0) [place, last] = [half(place), half(last)];
    } else hash = nodeHash(hash, beside);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && same(hash, root);
};

export interface Consistency {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** As RFC 9162, section 2.1.4.2, says it; any tree goes on from the empty one. @returns false for whatever is not a proof, too. */
export const verifyConsistency = ({ from, to, fromRoot, toRoot, path }: Consistency): boolean => {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to) return false;
  if (from === to) return path.length === 0 && same(fromRoot, toRoot);
  if (from === 0) return path.length === 0;
  let [place, last] = [from - 1, to - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  // A tree of a power of two is a subtree of the newer one: its root is where the path begins.
  const [first, ...rest] = place === 0 ? [fromRoot, ...path] : path;
  if (first === undefined) return false;
  let [older, newer] = [first, first];
  for (const beside of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      [older, newer] = [nodeHash(beside, older), nodeHash(beside, newer)];
      while (place % 2 === 0 && place > 0) [place, last] = [half(place), half(last)];
    } else newer = nodeHash(newer, beside);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && same(older, fromRoot) && same(newer, toRoot);
};

const isLeafOf = (index: number, size: number): boolean =>
  Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;

const half = (number: number): number => Math.floor(number / 2);

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
