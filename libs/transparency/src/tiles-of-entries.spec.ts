/** Every hash of every tile is looked at, however high it stands. */
import fc from 'fast-check';
import { HASH_BYTES } from './hash-texts.ts';
import { tiledTree } from './testing/tiled-tree.ts';
import { vectorEntry } from './testing/vectors.ts';
import { mustHaveTiles } from './tiles-of-entries.ts';

/** Two levels of whole tiles, and the beginning of others. */
const SIZE = 65_536 + 300;
const BLOCKS = Math.ceil(SIZE / 256);
const entries = Array.from({ length: SIZE }, (_, n) => vectorEntry(n));
const tree = tiledTree(entries);

const log = {
  entries: (block: number) => Buffer.concat(entries.slice(block * 256, (block + 1) * 256)),
  tile: tree.tile,
};

const compareAll = (tile: typeof tree.tile): void => {
  for (let block = 0; block < BLOCKS; block += 1) mustHaveTiles({ ...log, tile }, block);
};

it('the tiles of a tree are those of its entries', () => {
  expect(() => compareAll(tree.tile)).not.toThrow();
});

it('any hash of a tile that is another is found, and its tile named', () => {
  const place = fc.oneof(
    fc.tuple(fc.constant(0), fc.nat(SIZE - 1)),
    fc.tuple(fc.constant(1), fc.nat(BLOCKS - 2)),
    fc.constant([2, 0] as const),
  );
  fc.assert(
    fc.property(place, fc.nat(HASH_BYTES - 1), ([level, n], byte) => {
      const index = Math.floor(n / 256);
      const changed = Buffer.from(tree.tile(level, index));
      const at = (n % 256) * HASH_BYTES + byte;
      changed[at] = (changed[at] ?? 0) ^ 1;
      const tile: typeof tree.tile = (l, i) => (l === level && i === index ? changed : tree.tile(l, i));
      // The block whose leaves the hash is of is enough, or the last of them.
      const block = Math.floor((level === 0 ? n : (n + 1) * 256 ** level - 1) / 256);
      expect(() => mustHaveTiles({ ...log, tile }, block)).toThrow(
        expect.objectContaining({
          name: 'HistoryChanged',
          message: `tile ${level}/${index} of the log is not what its leaves make`,
        }),
      );
    }),
    { numRuns: 60 },
  );
});
