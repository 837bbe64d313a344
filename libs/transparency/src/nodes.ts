/** Single hashes of a tree, found in its tiles, and the roots of parts of it. */
import { HASH_BYTES } from './hash-texts.ts';
import { EMPTY_ROOT, nodeHash, splitOf } from './merkle.ts';
import { TILE_HEIGHT, TILE_WIDTH } from './tiles.ts';

/** The hash of a complete subtree: the one of this index, from 0, among those with 2^level leaves. */
export type NodeReader = (level: number, index: number) => Uint8Array;

/** The hashes of a tile one after the other, or the beginning of them as far as they are known. */
export type TileReader = (level: number, index: number) => Uint8Array;

/** @throws {RangeError} when a tile does not reach as far as the subtree: the tree was smaller. */
export const nodesOf =
  (tile: TileReader): NodeReader =>
  (level, index) => {
    const tileLevel = Math.floor(level / TILE_HEIGHT);
    const width = 2 ** (level % TILE_HEIGHT);
    const first = index * width;
    const hashes = tile(tileLevel, Math.floor(first / TILE_WIDTH));
    const at = first % TILE_WIDTH;
    if (hashes.length < (at + width) * HASH_BYTES)
      throw new RangeError(`the tree has no subtree ${index} of 2^${level} leaves`);
    return folded(hashes, at, width);
  };

const MOST_REMEMBERED = 8192;

/** The same for who asks for the paths of many leaves that stand together: what they share is made once. */
export const rememberedNodes = (nodes: NodeReader): NodeReader => {
  const known = new Map<string, Uint8Array>();
  return (level, index) => {
    const name = `${level}/${index}`;
    let hash = known.get(name);
    if (hash === undefined) {
      // A part of a tile, which is not to be held whole.
      hash = Buffer.from(nodes(level, index));
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(name, hash);
    }
    return hash;
  };
};

const folded = (hashes: Uint8Array, at: number, width: number): Uint8Array => {
  if (width === 1) return hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
  const half = width / 2;
  return nodeHash(folded(hashes, at, half), folded(hashes, at + half, half));
};

/** Of the leaves from one place, which a subtree of their number could begin at, to another. */
export const rootBetween = (nodes: NodeReader, from: number, to: number): Uint8Array => {
  const size = to - from;
  if (size === 0) return EMPTY_ROOT;
  if (size === 1) return nodes(0, from);
  const split = splitOf(size);
  if (2 * split === size) return nodes(Math.log2(size), from / size);
  return nodeHash(rootBetween(nodes, from, from + split), rootBetween(nodes, from + split, to));
};
