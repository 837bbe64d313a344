/**
 * Lists of rows that grow for as long as what the row shows goes on, kept beside the row in chunks. A row is written anew at each of
 * its events; a chunk only when one of its items has changed. Limits: items are told apart by identity, so rows must be changed as
 * values are, never in place.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { ViewTable } from './view-table.ts';

export interface LongLists {
  /** Writes what has changed of the long lists. @returns the row with their lengths in their places. */
  readonly takeOut: (key: string, row: unknown) => unknown;
  /** The same row with its lists, which are put into it. */
  readonly putBack: (key: string, row: unknown) => unknown;
  /** What was written is not stored after all, or is no longer. */
  readonly forget: () => void;
}

/** Items of a chunk. Shorter lists stay in their row. */
const CHUNK = 64;
/** Of chunks that are kept as they were read, in characters of their text. */
const KEPT_LENGTH = 4_000_000;

type Fields = Record<string, unknown>;
interface Chunk {
  readonly text: string;
  readonly items: readonly unknown[];
}

const tableOf = ({ view }: ViewTable): string => `"lists_${view}"`;

/** The chunks go with their row. */
export const createLists = (table: ViewTable): string => `
  CREATE TABLE ${tableOf(table)} (
    key TEXT NOT NULL, list INTEGER NOT NULL, chunk INTEGER NOT NULL, items TEXT NOT NULL,
    PRIMARY KEY (key, list, chunk)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER "lists_${table.view}_removed" AFTER DELETE ON ${table.name}
    BEGIN DELETE FROM ${tableOf(table)} WHERE key = old.key; END;`;

export const dropLists = (table: ViewTable): string => `DROP TABLE IF EXISTS ${tableOf(table)};`;

/**
 * @param paths of the lists, as names from the row to the list.
 * @param isWriter nobody else writes: what was written needs no reading.
 */
export const longLists = (
  database: DatabaseSync,
  table: ViewTable,
  paths: readonly (readonly string[])[],
  isWriter: boolean,
): LongLists => {
  const put = database.prepare(
    `INSERT INTO ${tableOf(table)} (key, list, chunk, items) VALUES (?, ?, ?, ?)
     ON CONFLICT (key, list, chunk) DO UPDATE SET items = excluded.items`,
  );
  const get = database.prepare(
    `SELECT items FROM ${tableOf(table)} WHERE key = ? AND list = ? AND chunk < ? ORDER BY chunk`,
  );
  const kept = newest();
  const nameOf = (key: string, list: number, chunk: number): string => `${key} ${list} ${chunk}`;

  const write = (key: string, list: number, all: readonly unknown[]): void => {
    for (let chunk = 0; chunk * CHUNK < all.length; chunk += 1) {
      const name = nameOf(key, list, chunk);
      const from = chunk * CHUNK;
      const length = Math.min(CHUNK, all.length - from);
      if (isSame(kept.get(name)?.items, all, from, length)) continue;
      const items = all.slice(from, from + length);
      const text = JSON.stringify(items);
      put.run(key, list, chunk, text);
      kept.set(name, { text, items });
    }
  };

  const keptItems = (key: string, list: number, chunks: number): readonly unknown[] | undefined => {
    const items: unknown[] = [];
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const known = kept.get(nameOf(key, list, chunk));
      if (known === undefined) return undefined;
      items.push(...known.items);
    }
    return items;
  };

  const read = (key: string, list: number, length: number): readonly unknown[] => {
    const chunks = Math.ceil(length / CHUNK);
    const written = isWriter ? keptItems(key, list, chunks) : undefined;
    if (written?.length === length) return written;
    const found = get.all(key, list, chunks) as unknown as { readonly items: string }[];
    return found.flatMap(({ items: text }, chunk) => {
      const name = nameOf(key, list, chunk);
      const known = kept.get(name);
      if (known?.text === text) return known.items;
      const items = JSON.parse(text) as readonly unknown[];
      kept.set(name, { text, items });
      return items;
    });
  };

  return {
    takeOut: (key, row) =>
      paths.reduce<unknown>((rest, path, list) => {
        const value = at(rest, path);
        if (!Array.isArray(value) || value.length <= CHUNK) return rest;
        write(key, list, value);
        return withLength(rest as Fields, path, value.length);
      }, row),
    putBack: (key, row) => {
      for (const [list, path] of paths.entries()) {
        const value = at(row, path);
        if (typeof value !== 'number') continue;
        const holder = at(row, path.slice(0, -1)) as Fields;
        holder[path.at(-1) ?? ''] = read(key, list, value);
      }
      return row;
    },
    forget: () => {
      kept.clear();
    },
  };
};

/** Chunks by name; those that nobody asked for longest go when they are too many. */
const newest = () => {
  const chunks = new Map<string, Chunk>();
  let length = 0;
  const remove = (name: string): Chunk | undefined => {
    const known = chunks.get(name);
    if (known !== undefined && chunks.delete(name)) length -= known.text.length;
    return known;
  };
  const set = (name: string, chunk: Chunk): void => {
    remove(name);
    chunks.set(name, chunk);
    length += chunk.text.length;
    for (const oldest of chunks.keys()) {
      if (length <= KEPT_LENGTH) break;
      remove(oldest);
    }
  };
  return {
    set,
    get: (name: string): Chunk | undefined => {
      const known = remove(name);
      if (known !== undefined) set(name, known);
      return known;
    },
    clear: (): void => {
      chunks.clear();
      length = 0;
    },
  };
};

const isSame = (
  known: readonly unknown[] | undefined,
  all: readonly unknown[],
  from: number,
  length: number,
): boolean => known?.length === length && known.every((item, n) => item === all[from + n]);

const at = (row: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Fields | null | undefined)?.[name], row);

const withLength = (row: Fields, [name = '', ...deeper]: readonly string[], length: number): Fields => ({
  ...row,
  [name]: deeper.length === 0 ? length : withLength(row[name] as Fields, deeper, length),
});
