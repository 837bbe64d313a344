import fc from 'fast-check';
import { leafHash } from './merkle.ts';
import { nodesOf } from './nodes.ts';
import type { NodeReader } from './nodes.ts';
import { consistencyPath, inclusionPath, verifyConsistency, verifyInclusion } from './proofs.ts';
import { tiledTree } from './testing/tiled-tree.ts';
import { base64, fromBase64, merkleVectors, vectorEntry } from './testing/vectors.ts';

const LARGEST = 70_000;
const tree = tiledTree(Array.from({ length: LARGEST }, (_, n) => vectorEntry(n)));
const nodes = nodesOf(tree.tile);
const rootOfVector = (size: number): Buffer =>
  fromBase64(merkleVectors.roots.find((root) => root.size === size)!.root);

describe('the proofs of the vectors', () => {
  it.each(merkleVectors.inclusion)('leaf $index in $size', ({ index, size, path }) => {
    expect(inclusionPath(nodes, index, size).map(base64)).toEqual(path);
    const root = rootOfVector(size);
    const proof = { leaf: leafHash(vectorEntry(index)), index, size, root, path: path.map(fromBase64) };
    expect(verifyInclusion(proof)).toBe(true);
  });

  it.each(merkleVectors.consistency)('$from to $to', ({ from, to, path }) => {
    expect(consistencyPath(nodes, from, to).map(base64)).toEqual(path);
    const roots = { fromRoot: rootOfVector(from), toRoot: rootOfVector(to) };
    expect(verifyConsistency({ from, to, ...roots, path: path.map(fromBase64) })).toBe(true);
  });
});

const small = (size: number) => tiledTree(Array.from({ length: size }, (_, n) => vectorEntry(n)));
const sizes = fc.integer({ min: 1, max: 600 });
const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const other = Uint8Array.from(bytes);
  other[bit >> 3]! ^= 1 << (bit & 7);
  return other;
};
/** The bit of one of these hashes that a number points at. */
const changed = (hashes: readonly Uint8Array[], any: number): Uint8Array[] =>
  hashes.map((hash, n) => (n === Math.floor(any / 256) % hashes.length ? flipped(hash, any % 256) : hash));

describe('any proof', () => {
  it('of a leaf holds, and does not once one bit, the place or the size is another', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.nat({ max: 700 }), (size, anyIndex, anyBit, other) => {
        const index = anyIndex % size;
        const { tile, root } = small(size);
        const path = inclusionPath(nodesOf(tile), index, size);
        const proof = { leaf: leafHash(vectorEntry(index)), index, size, root, path };
        expect(verifyInclusion(proof)).toBe(true);
        expect(verifyInclusion({ ...proof, leaf: flipped(proof.leaf, anyBit % 256) })).toBe(false);
        expect(verifyInclusion({ ...proof, root: flipped(root, anyBit % 256) })).toBe(false);
        expect(verifyInclusion({ ...proof, path: [...path, root] })).toBe(false);
        if (other !== index) expect(verifyInclusion({ ...proof, index: other })).toBe(false);
        if (path.length > 0) {
          expect(verifyInclusion({ ...proof, path: path.slice(1) })).toBe(false);
          expect(verifyInclusion({ ...proof, path: changed(path, anyBit) })).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('that a tree goes on holds, and does not once one bit is another', () => {
    fc.assert(
      fc.property(sizes, sizes, fc.nat(), (one, other, anyBit) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const newer = small(to);
        const path = consistencyPath(nodesOf(newer.tile), from, to);
        const proof = { from, to, fromRoot: small(from).root, toRoot: newer.root, path };
        expect(verifyConsistency(proof)).toBe(true);
        expect(verifyConsistency({ ...proof, fromRoot: flipped(proof.fromRoot, anyBit % 256) })).toBe(false);
        expect(verifyConsistency({ ...proof, toRoot: flipped(proof.toRoot, anyBit % 256) })).toBe(false);
        if (path.length > 0) {
          expect(verifyConsistency({ ...proof, path: path.slice(1) })).toBe(false);
          expect(verifyConsistency({ ...proof, path: changed(path, anyBit) })).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [-1, 1],
    [1, 1],
    [0, 0],
    [0.5, 2],
    [Number.NaN, 2],
  ])('of leaf %p in a tree of %p is none', (index, size) => {
    const [leaf, root] = [leafHash(vectorEntry(0)), tree.root];
    expect(verifyInclusion({ leaf, index, size, root, path: [] })).toBe(false);
  });

  it('from a larger tree to a smaller one is none, and any tree goes on from the empty one', () => {
    const [fromRoot, toRoot] = [rootOfVector(0), rootOfVector(20)];
    expect(verifyConsistency({ from: 0, to: 20, fromRoot, toRoot, path: [] })).toBe(true);
    expect(verifyConsistency({ from: 20, to: 0, fromRoot: toRoot, toRoot: fromRoot, path: [] })).toBe(false);
    expect(consistencyPath(nodes, 0, 20)).toEqual([]);
    expect(() => consistencyPath(nodes, 21, 20)).toThrow(RangeError);
    expect(() => inclusionPath(nodes, 20, 20)).toThrow(RangeError);
  });

  it('asks for no hash that a tree of its size does not have', () => {
    const smaller: NodeReader = nodesOf(small(300).tile);
    expect(() => inclusionPath(smaller, 0, 600)).toThrow(RangeError);
  });
});
