/** What a file keeps of how far the log has come into it: for who compares it with the log, and writes nothing. */
import type { DatabaseSync } from 'node:sqlite';
import { openForReading } from './sqlite-database.ts';

export interface KeptInFile {
  /** By the names of their consumers, as they are kept. */
  readonly places: ReadonlyMap<string, string>;
  /** Some of the streams that its rows know, by chance, with the last revision of each; none in a file without rows. */
  readonly applied: ReadonlyMap<string, number>;
}

const CACHE_KIB = 1024;

/**
 * @param most how many streams.
 * @throws {Error} for a file that cannot be read, or is none of ours.
 */
export const keptInFile = (path: string, most: number): KeptInFile => {
  const database = openForReading(path, CACHE_KIB);
  try {
    const places = database.prepare('SELECT consumer, position FROM checkpoints ORDER BY consumer').all();
    return {
      places: new Map(places.map(({ consumer, position }) => [String(consumer), String(position)])),
      applied: hasRows(database) ? someApplied(database, most) : new Map(),
    };
  } finally {
    database.close();
  }
};

const hasRows = (database: DatabaseSync): boolean =>
  database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'applied'").get() !== undefined;

/** Streams by chance, with the last applied revision of each. What is below all revisions is no stream's, but a mark. */
export const someApplied = (database: DatabaseSync, most: number): Map<string, number> => {
  const rows = database
    .prepare('SELECT stream, revision FROM applied WHERE revision >= 0 ORDER BY random() LIMIT ?')
    .all(most);
  return new Map(rows.map(({ stream, revision }) => [String(stream), Number(revision)]));
};
