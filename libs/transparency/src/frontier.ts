/** The right edge of a growing tree: all that is needed to add leaves and to tell the root. */
import { EMPTY_ROOT, leafHash, nodeHash } from './merkle.ts';
import type { NodeReader } from './nodes.ts';

export interface Frontier {
  /** @returns every hash that is final with it, lowest first: the leaf's own, and of each subtree that it completes. */
  add(entry: Uint8Array): readonly Uint8Array[];
  size(): number;
  root(): Uint8Array;
}

/** @param size of a tree whose complete subtrees can be read; 0 needs none. */
export const frontier = (size = 0, nodes: NodeReader = none): Frontier => {
  let count = size;
  /** Of the complete subtrees, smallest first; each is as large as a bit of the size. */
  const edge = levelsOf(size).map((level) => nodes(level, subtreesBefore(size, level)));

  return {
    add: (entry) => {
      let hash: Uint8Array = leafHash(entry);
      const final = [hash];
      for (let before = count; before % 2 === 1; before = (before - 1) / 2) {
        const left = edge.shift();
        if (left === undefined) throw new Error('the edge of a tree has a subtree for each bit of its size');
        hash = nodeHash(left, hash);
        final.push(hash);
      }
      edge.unshift(hash);
      count += 1;
      return final;
    },
    size: () => count,
    root: () => {
      const [smallest, ...larger] = edge;
      return smallest === undefined
        ? EMPTY_ROOT
        : larger.reduce((right, left) => nodeHash(left, right), smallest);
    },
  };
};

/** Of the bits of a size, lowest first. */
const levelsOf = (size: number): number[] => {
  const levels: number[] = [];
  for (let level = 0, rest = size; rest > 0; level += 1, rest = Math.floor(rest / 2))
    if (rest % 2 === 1) levels.push(level);
  return levels;
};

/** A subtree at the edge stands after all others of its size. */
const subtreesBefore = (size: number, level: number): number => Math.floor(size / 2 ** level) - 1;

const none: NodeReader = () => {
  throw new Error('a tree that goes on needs its nodes');
};
