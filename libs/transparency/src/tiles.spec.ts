import fc from 'fast-check';
import { hexHash } from './hash.ts';
import { entryBundle, parseTilePath, tilePath, widthIn } from './tiles.ts';
import { tiledTree } from './testing/tiled-tree.ts';
import { tileVectors, vectorEntry } from './testing/vectors.ts';

const HASH = 32;

describe('the tiles of the vectors', () => {
  it.each(tileVectors.paths)('$path', ({ path, ...tile }) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each(tileVectors.sizes)('of a tree of $size', ({ size, tiles, entries }) => {
    const all = Array.from({ length: size }, (_, n) => vectorEntry(n));
    const tree = tiledTree(all);
    for (const { path, bytes, sha256 } of tiles) {
      const { level, index, width } = parseTilePath(path)!;
      const hashes = tree.tile(Number(level), index).subarray(0, width * HASH);
      expect({ path, bytes: hashes.length, sha256: hexHash(hashes) }).toEqual({ path, bytes, sha256 });
      // A path without a width is served of a tree that fills it only.
      expect(widthIn(size, { level, index })).toBe(width);
    }
    for (const { path, bytes, sha256 } of entries) {
      const { index, width } = parseTilePath(path)!;
      const bundle = entryBundle(Buffer.concat(all.slice(index * 256, index * 256 + width)));
      expect({ path, bytes: bundle.length, sha256: hexHash(bundle) }).toEqual({ path, bytes, sha256 });
    }
  });
});

describe('the path of a tile', () => {
  it('names any tile, and that one alone', () => {
    const level = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const));
    const tile = fc.record({
      level,
      index: fc.oneof(fc.nat({ max: 2000 }), fc.nat({ max: 10 ** 12 })),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(fc.property(tile, (one) => expect(parseTilePath(tilePath(one))).toEqual(one)));
  });

  it.each([
    ['a level beyond the last', 'tile/64/000'],
    ['a level with a zero before it', 'tile/01/000'],
    ['no width', 'tile/0/000.p/0'],
    ['the width of a whole tile', 'tile/0/000.p/256'],
    ['a width with a zero before it', 'tile/0/000.p/01'],
    ['two digits', 'tile/0/00'],
    ['a first group without x', 'tile/0/001/234'],
    ['a last group with x', 'tile/0/x001'],
    ['a group of zeroes before it', 'tile/0/x000/001'],
    ['a slash after it', 'tile/0/000/'],
    ['more before it', '/tile/0/000'],
    ['upper case', 'tile/0/X001/234'],
    ['a sign', 'tile/-1/000'],
    ['a newline after it', 'tile/0/000\n'],
    ['more digits than a log has leaves', `tile/0/${'x999/'.repeat(6)}999`],
    ['another kind', 'tile/data/000'],
    ['nothing', ''],
  ])('is not one with %s', (_, path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });
});
