/**
 * SQL for the questions a view answers. Names come from the view's own declaration, values are always bound; the same
 * shape of question gives the same text, so that its statement is prepared once.
 */
import type { Condition, ViewDefinition, ViewQuery } from '@pledgeline/event-sourcing';
import {
  allOf,
  conditionsOf,
  valueColumnOf,
  valuesOf,
  whereOf,
  type Sql,
  type TableNamed,
} from './view-conditions.ts';
import { indexName } from './view-table.ts';
import type { ViewTable } from './view-table.ts';
import { createWordIndexes, dropWordIndexes } from './word-index.ts';

type HowFound = Partial<Record<'texts' | 'sparse', readonly string[] | undefined>> & {
  readonly indexes?: ViewDefinition['indexes'] | undefined;
};

const NAME = /^[a-z][a-z0-9_-]*$/i;

/** @throws {Error} when a declared name could not stand in SQL. */
export const viewTable = (
  view: string,
  columns: readonly string[],
  { texts = [], sparse = [], indexes }: HowFound = {},
): ViewTable => {
  for (const name of [view, ...columns]) {
    if (!NAME.test(name)) throw new Error(`${JSON.stringify(name)} is not a name for a view or column`);
  }
  return {
    view,
    name: `"view_${view}"`,
    columns: new Map(columns.map((column) => [column, `"column_${column}"`])),
    texts: new Map(texts.map((column) => [column, `"words_${view}_${column}"`])),
    sparse: new Set(sparse),
    indexes: indexes ?? columns.filter((column) => !texts.includes(column)).map((column) => [column, 'key']),
  };
};

export const createTable = (table: ViewTable): string => {
  const { name, columns, sparse } = table;
  const declared = [...columns.values()].map((column) => `, ${column} ANY`).join('');
  const indexes = table.indexes.map((by) => {
    const quoted = by.map((column) => valueColumnOf(table, column));
    const values = sparse.has(by[0] ?? '') ? ` WHERE ${quoted[0]} IS NOT NULL` : '';
    return `CREATE INDEX ${indexName(table, by)} ON ${name} (${quoted.join(', ')})${values};`;
  });
  // A number of its own, because the words of a text are kept under it.
  const row = 'number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, row TEXT NOT NULL';
  return `CREATE TABLE ${name} (${row}${declared}) STRICT; ${indexes.join(' ')} ${createWordIndexes(table)}`;
};

/** The table with its words; triggers go with it. */
export const dropTable = (table: ViewTable): string => `DROP TABLE ${table.name}; ${dropWordIndexes(table)}`;

export const upsertRow = ({ name, columns }: ViewTable): string => {
  const names = ['row', ...columns.values()];
  const places = names.map(() => ', ?').join('');
  const updates = names.map((column) => `${column} = excluded.${column}`).join(', ');
  return `INSERT INTO ${name} (key, ${names.join(', ')}) VALUES (?${places}) ON CONFLICT (key) DO UPDATE SET ${updates}`;
};

/** A row that is there, with some of its columns: indexes of the others are left alone. Its last value is the key. */
export const updateRow = ({ name, columns }: ViewTable, changed: readonly string[]): string => {
  const sets = ['row', ...changed.map((column) => columns.get(column))].map((column) => `${column} = ?`);
  return `UPDATE ${name} SET ${sets.join(', ')} WHERE key = ?`;
};

/** @param atMost where it ends; without it the index is counted as a whole, which is faster. */
export const countRows = (
  table: ViewTable,
  tableNamed: TableNamed,
  where: ViewQuery['where'],
  atMost?: number,
): Sql => {
  const [first, ...others] = Object.keys(where ?? {});
  const conditions = conditionsOf(table, tableNamed, where, others.length === 0 ? first : undefined);
  const from = `FROM ${table.name}${whereOf(conditions)}`;
  const values = valuesOf(conditions);
  return atMost === undefined
    ? { text: `SELECT count(*) ${from}`, values }
    : { text: `SELECT count(*) FROM (SELECT 1 ${from} LIMIT ?)`, values: [...values, atMost] };
};

/** Counts, those that fit `among` too, and the values of the columns. */
export const tallyRows = (
  table: ViewTable,
  tableNamed: TableNamed,
  by: readonly string[],
  where: ViewQuery['where'],
  among: ViewQuery['where'],
): Sql => {
  const conditions = conditionsOf(table, tableNamed, where);
  const further = conditionsOf(table, tableNamed, among);
  const counts = `count(*), count(*) FILTER (WHERE ${allOf(further)})`;
  return tallying(table, by, counts, further, conditions);
};

/**
 * What to add to a tally for what came and went since a place: below 0 where more went.
 * @param changes a table with a sign for each of them.
 * @throws {Error} for rows that are found by rows of another view, since these may have changed as well.
 */
export const tallyChanges = (
  changes: ViewTable,
  tableNamed: TableNamed,
  place: number,
  by: readonly string[],
  where: ViewQuery['where'],
  among: ViewQuery['where'],
): Sql => {
  for (const condition of [...Object.values(where ?? {}), ...Object.values(among ?? {})]) {
    if (typeof condition === 'object' && condition !== null && 'keyOf' in condition)
      throw new Error(`changes of ${changes.view} are not counted by rows of ${condition.keyOf}`);
  }
  const since = { text: 'place > ?', values: [place] };
  const conditions = [since, ...conditionsOf(changes, tableNamed, where)];
  const further = conditionsOf(changes, tableNamed, among);
  const counts = `coalesce(sum(sign), 0), coalesce(sum(sign) FILTER (WHERE ${allOf(further)}), 0)`;
  return tallying(changes, by, counts, further, conditions);
};

/** @param by none for one count of all. */
const tallying = (
  table: ViewTable,
  by: readonly string[],
  counts: string,
  further: readonly Sql[],
  conditions: readonly Sql[],
): Sql => {
  const columns = by.map((column) => valueColumnOf(table, column)).join(', ');
  const [values, groups] = columns === '' ? ['', ''] : [`, ${columns}`, ` GROUP BY ${columns}`];
  return {
    text: `SELECT ${counts}${values} FROM ${table.name}${whereOf(conditions)}${groups}`,
    values: valuesOf([...further, ...conditions]),
  };
};

/**
 * The pages of a query, to be read one after the other until the limit is reached: rows with a value in the ordered
 * column, then rows without. Apart, each follows an index.
 */
export const findRows = (
  table: ViewTable,
  tableNamed: TableNamed,
  { where, orderBy, descending = false, after, manyFit = false }: ViewQuery,
  what = 'key, row',
): readonly Sql[] => {
  const select = selecting(table, what);
  const asked = conditionsOf(table, tableNamed, where, orderBy);
  // SQLite finds rows by no condition under a plus sign, and so follows the order.
  const conditions = manyFit ? asked.map(({ text, values }) => ({ text: `+(${text})`, values })) : asked;
  if (orderBy === undefined) {
    const start = after ? [{ text: 'key > ?', values: [after.key] }] : [];
    return [select([...conditions, ...start], 'key')];
  }
  const column = valueColumnOf(table, orderBy);
  const none = { text: `${column} IS NULL`, values: [] };
  if (after?.value === null) {
    return [select([...conditions, none, { text: 'key > ?', values: [after.key] }], 'key')];
  }
  const [beyond, direction] = descending ? ['<', ' DESC'] : ['>', ''];
  const some = after
    ? { text: `(${column}, key) ${beyond} (?, ?)`, values: [after.value, after.key] }
    : { text: `${column} IS NOT NULL`, values: [] };
  const withValue = select([...conditions, some], `${column}${direction}, key${direction}`);
  return excludesNull(where?.[orderBy]) ? [withValue] : [withValue, select([...conditions, none], 'key')];
};

/** Such a condition leaves no rows without a value; looking for them would read them all. */
const excludesNull = (condition: Condition | undefined): boolean =>
  condition !== undefined && condition !== null && (typeof condition !== 'object' || !('in' in condition));

const selecting =
  (table: ViewTable, what: string) =>
  (conditions: readonly Sql[], order: string): Sql => ({
    text: `SELECT ${what} FROM ${table.name}${whereOf(conditions)} ORDER BY ${order} LIMIT ?`,
    values: valuesOf(conditions),
  });
