/** Whether the tiles of a log are those that its entries make. */
import { HASH_BYTES } from './hash-texts.ts';
import { HistoryChanged } from './history.ts';
import { leafHash, rootOf } from './merkle.ts';
import type { ComparedLog } from './proof-log.ts';
import { TILE_WIDTH } from './tiles.ts';

const TILE_BYTES = TILE_WIDTH * HASH_BYTES;

/**
 * Of 256 leaves, as far as they are kept, and of each tile above that is whole with them: asked of all blocks one after the other,
 * it has looked at every hash.
 * @throws {HistoryChanged} naming the tile.
 */
export const mustHaveTiles = (log: Pick<ComparedLog, 'entries' | 'tile'>, block: number): void => {
  let [level, index] = [0, block];
  let tile = Buffer.concat(hashesIn(log.entries(block)).map(leafHash));
  mustBe(tile, log.tile(level, index), level, index);
  while (tile.length === TILE_BYTES) {
    const place = index % TILE_WIDTH;
    [level, index] = [level + 1, Math.floor(index / TILE_WIDTH)];
    const above = Buffer.from(log.tile(level, index));
    const made = Buffer.from(rootOf(hashesIn(tile)));
    mustBe(made, above.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES), level, index);
    // Those before it were compared with the blocks before.
    if (place < TILE_WIDTH - 1) return;
    tile = above;
  }
};

const mustBe = (made: Uint8Array, kept: Uint8Array, level: number, index: number): void => {
  if (Buffer.compare(made, kept) !== 0)
    throw new HistoryChanged(`tile ${level}/${index} of the log is not what its leaves make`);
};

const hashesIn = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: bytes.length / HASH_BYTES }, (_, n) =>
    bytes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES),
  );
