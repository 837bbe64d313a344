import fc from 'fast-check';
import { frontier } from './frontier.ts';
import { leafHash, rootOf } from './merkle.ts';
import { nodesOf } from './nodes.ts';
import { tiledTree } from './testing/tiled-tree.ts';
import { base64, fromBase64, merkleVectors, vectorEntry } from './testing/vectors.ts';

const entries = (size: number): Buffer[] => Array.from({ length: size }, (_, n) => vectorEntry(n));
const anySize = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 1100 }));

describe('the tree', () => {
  it.each(merkleVectors.leaves)('hashes leaf $index', ({ index, entry, leafHash: expected }) => {
    expect(base64(vectorEntry(index))).toBe(entry);
    expect(base64(leafHash(fromBase64(entry)))).toBe(expected);
  });

  it('has the roots of the vectors, by its edge', () => {
    const tree = frontier();
    for (const { size, root } of merkleVectors.roots) {
      while (tree.size() < size) tree.add(vectorEntry(tree.size()));
      expect(base64(tree.root())).toBe(root);
    }
  });

  it('has the root of the definition, for any size', () => {
    fc.assert(
      fc.property(anySize, (size) => {
        const tree = frontier();
        for (const entry of entries(size)) tree.add(entry);
        expect(base64(tree.root())).toBe(base64(rootOf(entries(size).map(leafHash))));
      }),
      { numRuns: 40 },
    );
  });

  it('goes on from its tiles as if it had never stopped', () => {
    fc.assert(
      fc.property(anySize, fc.integer({ min: 0, max: 300 }), (size, more) => {
        const tree = frontier(size, nodesOf(tiledTree(entries(size)).tile));
        for (let n = size; n < size + more; n += 1) tree.add(vectorEntry(n));
        expect(base64(tree.root())).toBe(base64(tiledTree(entries(size + more)).root));
      }),
      { numRuns: 40 },
    );
  });

  it('hashes an entry of any length as a leaf', () => {
    // RFC 6962: the hash of the leaf that says nothing is SHA-256 of one zero byte.
    expect(leafHash(new Uint8Array()).toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });
});
