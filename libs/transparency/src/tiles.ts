/** What of a tree is served, and under which paths: C2SP tlog-tiles. */
import { HASH_BYTES } from './hash-texts.ts';

/** Hashes in a whole tile. */
export const TILE_WIDTH = 256;
/** Levels of the tree from one level of tiles to the next. */
export const TILE_HEIGHT = 8;
const HIGHEST_LEVEL = 63;

export interface Tile {
  /** `entries` for a bundle of what was hashed into the leaves. */
  readonly level: number | 'entries';
  readonly index: number;
  /** 1 to 256; fewer than 256 at the right edge only. */
  readonly width: number;
}

/** Such as `tile/0/x001/x234/067.p/12`. */
export const tilePath = ({ level, index, width }: Tile): string => {
  const partial = width === TILE_WIDTH ? '' : `.p/${width}`;
  return `tile/${level}/${groupsOf(index).join('/')}${partial}`;
};

const groupsOf = (index: number): string[] => {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  return groups.map((group, n) => (n === groups.length - 1 ? group : `x${group}`));
};

const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** @returns undefined for every other text, also for another spelling of a path. */
export const parseTilePath = (path: string): Tile | undefined => {
  const [, level = '', groups = '', partial] = PATH.exec(path) ?? [];
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  };
  if (tile.level !== 'entries' && tile.level > HIGHEST_LEVEL) return undefined;
  return tile.width <= TILE_WIDTH && tilePath(tile) === path ? tile : undefined;
};

/** How many hashes, or entries, a tree of this size has in that tile: 0 to 256. */
export const widthIn = (size: number, { level, index }: Omit<Tile, 'width'>): number => {
  const hashes = level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);
  return Math.min(TILE_WIDTH, Math.max(0, hashes - index * TILE_WIDTH));
};

const ENTRY_LENGTH = Buffer.of(0, HASH_BYTES);

/** Entries of the log, of 32 bytes each, as they are served: each after its length in two bytes. */
export const entryBundle = (entries: Uint8Array): Buffer => {
  const bundled: Uint8Array[] = [];
  for (let at = 0; at < entries.length; at += HASH_BYTES)
    bundled.push(ENTRY_LENGTH, entries.subarray(at, at + HASH_BYTES));
  return Buffer.concat(bundled);
};
