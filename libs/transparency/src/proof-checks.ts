/** The checks of proofs, for whoever hashes: that a leaf is in a tree, and that a tree goes on from an older one. */
import { nodeContent } from './hashing.ts';
import type { Hashing } from './hashing.ts';

export interface Inclusion {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** As RFC 9162, section 2.1.3.2, says it. @returns false for whatever is not a proof, too. */
export function* inclusionCheck({ leaf, index, size, root, path }: Inclusion): Hashing<boolean> {
  if (!isLeafOf(index, size)) return false;
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const beside of path) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = yield nodeContent(beside, hash);
      while (place % 2 === 0 && place > 0) [place, last] = [half(place), half(last)];
    } else hash = yield nodeContent(hash, beside);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && same(hash, root);
}

export interface Consistency {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** As RFC 9162, section 2.1.4.2, says it; any tree goes on from the empty one. @returns false for whatever is not a proof, too. */
export function* consistencyCheck({ from, to, fromRoot, toRoot, path }: Consistency): Hashing<boolean> {
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
      [older, newer] = [yield nodeContent(beside, older), yield nodeContent(beside, newer)];
      while (place % 2 === 0 && place > 0) [place, last] = [half(place), half(last)];
    } else newer = yield nodeContent(newer, beside);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && same(older, fromRoot) && same(newer, toRoot);
}

const isLeafOf = (index: number, size: number): boolean =>
  Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;

const half = (number: number): number => Math.floor(number / 2);

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, n) => byte === other[n]);
