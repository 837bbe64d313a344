/** Proofs that a leaf is in a tree, and that a tree goes on from an older one: RFC 6962, sections 2.1.1 and 2.1.2. */
import { hashedByNode } from './hash.ts';
import { splitOf } from './merkle.ts';
import { rootBetween } from './nodes.ts';
import type { NodeReader } from './nodes.ts';
import { consistencyCheck, inclusionCheck } from './proof-checks.ts';
import type { Consistency, Inclusion } from './proof-checks.ts';

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

/** @returns false for whatever is not a proof, too. */
export const verifyInclusion = (inclusion: Inclusion): boolean => hashedByNode(inclusionCheck(inclusion));

/** @returns false for whatever is not a proof, too. */
export const verifyConsistency = (consistency: Consistency): boolean =>
  hashedByNode(consistencyCheck(consistency));
