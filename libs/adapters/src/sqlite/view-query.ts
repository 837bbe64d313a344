/**
 * SQL for the questions a view answers. Names come from the view's own declaration, values are always bound; the same
 * shape of question gives the same text, so that its statement is prepared once.
 */
import type { ColumnValue, Condition, ViewQuery } from '@pledgeline/event-sourcing';

/** A view's table, and its declared columns by name. */
export interface ViewTable {
  readonly view: string;
  readonly name: string;
  readonly columns: ReadonlyMap<string, string>;
}

export interface Sql {
  readonly text: string;
  readonly values: readonly ColumnValue[];
}

const NAME = /^[a-z][a-z0-9_-]*$/i;

/** @throws {Error} when a declared name could not stand in SQL. */
export const viewTable = (view: string, columns: readonly string[]): ViewTable => {
  for (const name of [view, ...columns]) {
    if (!NAME.test(name)) throw new Error(`${JSON.stringify(name)} is not a name for a view or column`);
  }
  return {
    view,
    name: `"view_${view}"`,
    columns: new Map(columns.map((column) => [column, `"column_${column}"`])),
  };
};

export const createTable = ({ view, name, columns }: ViewTable): string => {
  const declared = [...columns.values()].map((column) => `, ${column} ANY`).join('');
  const indexes = [...columns].map(
    ([column, quoted]) => `CREATE INDEX "index_${view}_${column}" ON ${name} (${quoted}, key);`,
  );
  return `CREATE TABLE ${name} (key TEXT PRIMARY KEY, row TEXT NOT NULL${declared}) STRICT; ${indexes.join(' ')}`;
};

export const upsertRow = ({ name, columns }: ViewTable): string => {
  const names = ['row', ...columns.values()];
  const places = names.map(() => ', ?').join('');
  const updates = names.map((column) => `${column} = excluded.${column}`).join(', ');
  return `INSERT INTO ${name} (key, ${names.join(', ')}) VALUES (?${places}) ON CONFLICT (key) DO UPDATE SET ${updates}`;
};

export const countRows = (table: ViewTable, where: ViewQuery['where']): Sql => {
  const conditions = conditionsOf(table, where);
  return { text: `SELECT count(*) FROM ${table.name}${whereOf(conditions)}`, values: valuesOf(conditions) };
};

/**
 * The pages of a query, to be read one after the other until the limit is reached: rows with a value in the ordered
 * column, then rows without. Apart, each follows an index.
 */
export const findRows = (table: ViewTable, { where, orderBy, after }: ViewQuery): readonly Sql[] => {
  const conditions = conditionsOf(table, where);
  if (orderBy === undefined) {
    const start = after ? [{ text: 'key > ?', values: [after.key] }] : [];
    return [select(table, [...conditions, ...start], 'key')];
  }
  const column = columnOf(table, orderBy);
  const none = { text: `${column} IS NULL`, values: [] };
  if (after?.value === null) {
    return [select(table, [...conditions, none, { text: 'key > ?', values: [after.key] }], 'key')];
  }
  const some = after
    ? { text: `(${column}, key) > (?, ?)`, values: [after.value, after.key] }
    : { text: `${column} IS NOT NULL`, values: [] };
  return [
    select(table, [...conditions, some], `${column}, key`),
    select(table, [...conditions, none], 'key'),
  ];
};

const select = (table: ViewTable, conditions: readonly Sql[], order: string): Sql => ({
  text: `SELECT key, row FROM ${table.name}${whereOf(conditions)} ORDER BY ${order} LIMIT ?`,
  values: valuesOf(conditions),
});

const conditionsOf = (table: ViewTable, where: ViewQuery['where'] = {}): Sql[] =>
  Object.entries(where).map(([column, condition]) => conditionOf(columnOf(table, column), condition));

const conditionOf = (column: string, condition: Condition): Sql => {
  if (condition === null) return { text: `${column} IS NULL`, values: [] };
  if (typeof condition !== 'object') return { text: `${column} = ?`, values: [condition] };
  if ('in' in condition) {
    return {
      text: `${column} IN (SELECT value FROM json_each(?))`,
      values: [JSON.stringify(condition.in)],
    };
  }
  if ('word' in condition) {
    return { text: `instr(' ' || ${column} || ' ', ?) > 0`, values: [` ${condition.word} `] };
  }
  const { from, to } = condition;
  const bounds: Sql[] = [{ text: `${column} IS NOT NULL`, values: [] }];
  if (from !== undefined) bounds.push({ text: `${column} >= ?`, values: [from] });
  if (to !== undefined) bounds.push({ text: `${column} <= ?`, values: [to] });
  return { text: bounds.map(({ text }) => text).join(' AND '), values: valuesOf(bounds) };
};

/** @throws {Error} when the view declares no such column. */
const columnOf = ({ view, columns }: ViewTable, column: string): string => {
  const quoted = columns.get(column);
  if (quoted === undefined) throw new Error(`view ${view} has no column ${JSON.stringify(column)}`);
  return quoted;
};

const whereOf = (conditions: readonly Sql[]): string =>
  conditions.length === 0 ? '' : ` WHERE ${conditions.map(({ text }) => text).join(' AND ')}`;

const valuesOf = (conditions: readonly Sql[]): ColumnValue[] => conditions.flatMap(({ values }) => values);
