/**
 * Which views a file holds, and in which version. Rows of a view can only be trusted when it was there, unchanged, from
 * the first event on; so a view that is new or changed in a file that has rows empties all of it.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { ViewDefinition } from '@pledgeline/event-sourcing';
import { countedAnew, createCounted, dropCounted } from './counted-changes.ts';
import { changedAll, createChanges, dropChanges } from './row-changes.ts';
import { createLists, dropLists } from './long-lists.ts';
import { createTable, dropTable, viewTable } from './view-query.ts';
import type { ViewTable } from './view-table.ts';

export const VIEW_TABLES_SCHEMA = `
  CREATE TABLE views (
    name TEXT PRIMARY KEY,
    shape TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE applied (
    stream TEXT PRIMARY KEY,
    revision INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`;

/** Makes the tables fit the definitions; answers true when that emptied a file that had something applied. */
export const defineTables = (
  database: DatabaseSync,
  definitions: readonly ViewDefinition<never>[],
): boolean => {
  const stored = storedShapes(database);
  const wanted = new Map(definitions.map((definition) => [definition.name, shapeOf(definition)]));
  for (const [name, shape] of stored) if (wanted.get(name) !== shape) forget(database, name, shape);
  const fresh = definitions.filter(({ name }) => stored.get(name) !== wanted.get(name));
  for (const definition of fresh) addTable(database, definition);
  if (fresh.length === 0 || isEmpty(database)) return false;
  emptyTables(database);
  return true;
};

/** Every row, every revision and every checkpoint. */
export const emptyTables = (database: DatabaseSync): void => {
  for (const [name, shape] of storedShapes(database)) {
    database.exec(`DELETE FROM ${viewTable(name, []).name}`);
    const { isFollowed = false, counted } = JSON.parse(shape) as Pick<
      ViewDefinition,
      'isFollowed' | 'counted'
    >;
    if (isFollowed) database.exec(changedAll(name));
    if (counted !== undefined) database.exec(countedAnew(name));
  }
  database.exec('DELETE FROM applied; DELETE FROM checkpoints');
};

const storedShapes = (database: DatabaseSync): Map<string, string> => {
  const rows = database.prepare('SELECT name, shape FROM views').all();
  return new Map(rows.map((row) => [String(row['name']), String(row['shape'])]));
};

/** Texts and the like are named only where there are some, so that views without them stay as they are. */
const shapeOf = ({
  version,
  columns,
  texts,
  sparse,
  lists,
  indexes,
  isFollowed,
  counted,
  usual,
}: ViewDefinition<never>): string =>
  JSON.stringify({
    version,
    columns: Object.keys(columns),
    texts,
    sparse,
    lists,
    indexes,
    isFollowed,
    counted,
    usual,
    ...(texts !== undefined && { words: WORDS }),
  });

/** How words are kept: raised, tables with texts are made anew. */
const WORDS = 2;

const tableOf = (definition: ViewDefinition<never>): ViewTable =>
  viewTable(definition.name, Object.keys(definition.columns), definition);

const isEmpty = (database: DatabaseSync): boolean =>
  database.prepare('SELECT 1 FROM applied UNION ALL SELECT 1 FROM checkpoints LIMIT 1').get() === undefined;

const addTable = (database: DatabaseSync, definition: ViewDefinition<never>): void => {
  const table = tableOf(definition);
  database.exec(createTable(table));
  if (definition.lists !== undefined) database.exec(createLists(table));
  if (definition.isFollowed === true) database.exec(createChanges(table));
  if (definition.counted !== undefined) database.exec(createCounted(table, definition.counted));
  database.prepare('INSERT INTO views (name, shape) VALUES (?, ?)').run(definition.name, shapeOf(definition));
};

const forget = (database: DatabaseSync, name: string, shape: string): void => {
  const { columns, texts } = JSON.parse(shape) as Pick<ViewTable, 'view'> & {
    readonly columns: readonly string[];
    readonly texts?: readonly string[];
  };
  const table = viewTable(name, columns, { texts });
  database.exec(dropTable(table) + dropLists(table) + dropChanges(table) + dropCounted(table));
  database.prepare('DELETE FROM views WHERE name = ?').run(name);
};
