/** Conditions of questions as SQL. Names come from the view's own declaration, values are always bound. */
import type { ColumnValue, Condition, ViewQuery } from '@pledgeline/event-sourcing';
import { indexName } from './view-table.ts';
import type { ViewTable } from './view-table.ts';

export interface Sql {
  readonly text: string;
  readonly values: readonly ColumnValue[];
}

/** The table of another view of the same file. @throws {Error} when there is none. */
export type TableNamed = (view: string) => ViewTable;

type Where = ViewQuery['where'];

/** @param along the column whose index the statement follows by itself, because it orders by it or asks for nothing else. */
export const conditionsOf = (
  table: ViewTable,
  tableNamed: TableNamed,
  where: Where = {},
  along?: string,
): Sql[] =>
  Object.entries(where).map(([column, condition]) => {
    if (isObject(condition) && 'allBeginnings' in condition)
      return wordsOf(table, column, condition.allBeginnings);
    const quoted = valueColumnOf(table, column);
    return isObject(condition) && 'keyOf' in condition
      ? keysOf(quoted, tableNamed(condition.keyOf), tableNamed, condition.fitting)
      : amongFew(table, column, conditionOf(quoted, condition), condition, along);
  });

/**
 * Words and ranges in a sparse column are looked for in its index alone: SQLite would rather read all rows in the order of their
 * keys. That reads all that fit before the first is given, so a range along whose index the statement goes is left to it: of a
 * group of thousands it reads as many rows as it gives.
 */
const amongFew = (
  table: ViewTable,
  column: string,
  sql: Sql,
  condition: Plain,
  along: string | undefined,
): Sql => {
  const by = table.indexes.find(([first]) => first === column);
  const isFound =
    !isObject(condition) || 'in' in condition || (column === along && !('anyWord' in condition));
  return by === undefined || !table.sparse.has(column) || isFound
    ? sql
    : {
        text: `number IN (SELECT number FROM ${table.name} INDEXED BY ${indexName(table, by)} WHERE ${sql.text})`,
        values: sql.values,
      };
};

export const whereOf = (conditions: readonly Sql[]): string =>
  conditions.length === 0 ? '' : ` WHERE ${allOf(conditions)}`;

/** True where there are no conditions. */
export const allOf = (conditions: readonly Sql[]): string =>
  conditions.length === 0 ? 'TRUE' : conditions.map(({ text }) => text).join(' AND ');

export const valuesOf = (conditions: readonly Sql[]): ColumnValue[] =>
  conditions.flatMap(({ values }) => values);

/** The key of the row, where the view declares no column of this name. */
const ROW_KEY = 'key';

/** @throws {Error} when the view declares no such column, or it is a text. */
export const valueColumnOf = ({ view, columns, texts }: ViewTable, column: string): string => {
  const quoted = columns.get(column) ?? (column === ROW_KEY ? 'key' : undefined);
  if (quoted === undefined || texts.has(column))
    throw new Error(`view ${view} has no column ${JSON.stringify(column)}`);
  return quoted;
};

type OfWords = Extract<Condition, { readonly allBeginnings: string }>;
type OfKeys = Extract<Condition, { readonly keyOf: string }>;
type Plain = Exclude<Condition, OfWords | OfKeys>;

const isObject = (condition: Condition): condition is Exclude<Condition, ColumnValue> =>
  typeof condition === 'object' && condition !== null;

/** @throws {Error} when the view declares no such text. */
const wordsOf = ({ view, texts }: ViewTable, column: string, beginnings: string): Sql => {
  const words = texts.get(column);
  if (words === undefined) throw new Error(`view ${view} has no text ${JSON.stringify(column)}`);
  // Quoted, so that nothing in it is taken for the search language.
  const phrases = beginnings
    .split(/\s+/u)
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase))
    .map((phrase) => `"${phrase.replaceAll('"', '""')}"*`);
  if (phrases.length === 0) return NOTHING;
  return {
    text: `number IN (SELECT rowid FROM ${words} WHERE ${words} MATCH ?)`,
    values: [phrases.join(' ')],
  };
};

const NOTHING: Sql = { text: 'FALSE', values: [] };

const keysOf = (column: string, other: ViewTable, tableNamed: TableNamed, fitting: Where): Sql => {
  const conditions = conditionsOf(other, tableNamed, fitting);
  return {
    text: `${column} IN (SELECT key FROM ${other.name}${whereOf(conditions)})`,
    values: valuesOf(conditions),
  };
};

const conditionOf = (column: string, condition: Plain): Sql => {
  if (condition === null) return { text: `${column} IS NULL`, values: [] };
  if (typeof condition !== 'object') return { text: `${column} = ?`, values: [condition] };
  if ('in' in condition) {
    const values = condition.in.filter((value) => value !== null);
    const among = `${column} IN (SELECT value FROM json_each(?))`;
    const text = values.length < condition.in.length ? `(${among} OR ${column} IS NULL)` : among;
    return { text, values: [JSON.stringify(values)] };
  }
  if ('anyWord' in condition) {
    return {
      // Said, so that the index of a sparse column serves.
      text: `${column} IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(?) WHERE instr(' ' || ${column} || ' ', ' ' || value || ' ') > 0)`,
      values: [JSON.stringify(condition.anyWord)],
    };
  }
  const { from, to } = condition;
  const bounds: Sql[] = [{ text: `${column} IS NOT NULL`, values: [] }];
  if (from !== undefined) bounds.push({ text: `${column} >= ?`, values: [from] });
  if (to !== undefined) bounds.push({ text: `${column} <= ?`, values: [to] });
  return { text: bounds.map(({ text }) => text).join(' AND '), values: valuesOf(bounds) };
};
