/** A tree with its tiles in memory, for tests of what is computed from tiles. */
import { frontier } from '../frontier.ts';
import type { TileReader } from '../nodes.ts';
import { TILE_HEIGHT, TILE_WIDTH } from '../tiles.ts';

export interface TiledTree {
  readonly tile: TileReader;
  readonly root: Uint8Array;
}

export const tiledTree = (entries: readonly Uint8Array[]): TiledTree => {
  const tree = frontier();
  const levels: Uint8Array[][] = [];
  for (const entry of entries)
    tree.add(entry).forEach((hash, level) => {
      if (level % TILE_HEIGHT === 0) (levels[level / TILE_HEIGHT] ??= []).push(hash);
    });
  return {
    root: tree.root(),
    tile: (level, index) =>
      Buffer.concat((levels[level] ?? []).slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH)),
  };
};
