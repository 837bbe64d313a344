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
  /** The columns that are found by their words, with the name of their table of words. */
  readonly texts: ReadonlyMap<string, string>;
  /** The columns of which only the values are indexed. */
  readonly sparse: ReadonlySet<string>;
}

export interface Sql {
  readonly text: string;
  readonly values: readonly ColumnValue[];
}

const NAME = /^[a-z][a-z0-9_-]*$/i;

/** @throws {Error} when a declared name could not stand in SQL. */
export const viewTable = (
  view: string,
  columns: readonly string[],
  texts: readonly string[] = [],
  sparse: readonly string[] = [],
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
  };
};

export const createTable = ({ view, name, columns, texts, sparse }: ViewTable): string => {
  const declared = [...columns.values()].map((column) => `, ${column} ANY`).join('');
  const indexes = [...columns]
    .filter(([column]) => !texts.has(column))
    .map(([column, quoted]) => {
      const values = sparse.has(column) ? ` WHERE ${quoted} IS NOT NULL` : '';
      return `CREATE INDEX "index_${view}_${column}" ON ${name} (${quoted}, key)${values};`;
    });
  const words = [...texts].map(([column, table]) => createWords(name, columns.get(column) ?? '', table));
  // A number of its own, because the words of a text are kept under it.
  const row = 'number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, row TEXT NOT NULL';
  return `CREATE TABLE ${name} (${row}${declared}) STRICT; ${[...indexes, ...words].join(' ')}`;
};

/** The words of a text follow it: most events leave the text as it is, and then cost nothing here. */
const createWords = (table: string, column: string, words: string): string => {
  const trigger = (event: string) => `CREATE TRIGGER ${words.slice(0, -1)}_${event}"`;
  const forget = `DELETE FROM ${words} WHERE rowid = old.number;`;
  const put = `INSERT INTO ${words} (rowid, text) SELECT new.number, new.${column} WHERE new.${column} IS NOT NULL;`;
  return `
    CREATE VIRTUAL TABLE ${words} USING fts5
      (text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
    ${trigger('added')} AFTER INSERT ON ${table} BEGIN ${put} END;
    ${trigger('changed')} AFTER UPDATE OF ${column} ON ${table}
      WHEN new.${column} IS NOT old.${column} BEGIN ${forget} ${put} END;
    ${trigger('removed')} AFTER DELETE ON ${table} BEGIN ${forget} END;`;
};

/** The table with its words; triggers go with it. */
export const dropTable = ({ name, texts }: ViewTable): string =>
  [`DROP TABLE ${name};`, ...[...texts.values()].map((words) => `DROP TABLE ${words};`)].join(' ');

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
export const countRows = (table: ViewTable, where: ViewQuery['where'], atMost?: number): Sql => {
  const conditions = conditionsOf(table, where);
  const from = `FROM ${table.name}${whereOf(conditions)}`;
  const values = valuesOf(conditions);
  return atMost === undefined
    ? { text: `SELECT count(*) ${from}`, values }
    : { text: `SELECT count(*) FROM (SELECT 1 ${from} LIMIT ?)`, values: [...values, atMost] };
};

/**
 * The pages of a query, to be read one after the other until the limit is reached: rows with a value in the ordered
 * column, then rows without. Apart, each follows an index.
 */
export const findRows = (
  table: ViewTable,
  { where, orderBy, descending = false, after }: ViewQuery,
): readonly Sql[] => {
  const conditions = conditionsOf(table, where);
  if (orderBy === undefined) {
    const start = after ? [{ text: 'key > ?', values: [after.key] }] : [];
    return [select(table, [...conditions, ...start], 'key')];
  }
  const column = valueColumnOf(table, orderBy);
  const none = { text: `${column} IS NULL`, values: [] };
  if (after?.value === null) {
    return [select(table, [...conditions, none, { text: 'key > ?', values: [after.key] }], 'key')];
  }
  const [beyond, direction] = descending ? ['<', ' DESC'] : ['>', ''];
  const some = after
    ? { text: `(${column}, key) ${beyond} (?, ?)`, values: [after.value, after.key] }
    : { text: `${column} IS NOT NULL`, values: [] };
  const withValue = select(table, [...conditions, some], `${column}${direction}, key${direction}`);
  return excludesNull(where?.[orderBy])
    ? [withValue]
    : [withValue, select(table, [...conditions, none], 'key')];
};

/** Such a condition leaves no rows without a value; looking for them would read them all. */
const excludesNull = (condition: Condition | undefined): boolean =>
  condition !== undefined && condition !== null && (typeof condition !== 'object' || !('in' in condition));

const select = (table: ViewTable, conditions: readonly Sql[], order: string): Sql => ({
  text: `SELECT key, row FROM ${table.name}${whereOf(conditions)} ORDER BY ${order} LIMIT ?`,
  values: valuesOf(conditions),
});

const conditionsOf = (table: ViewTable, where: ViewQuery['where'] = {}): Sql[] =>
  Object.entries(where).map(([column, condition]) =>
    isOfWords(condition)
      ? wordsOf(table, column, condition.allBeginnings)
      : amongFew(table, column, conditionOf(valueColumnOf(table, column), condition), condition),
  );

/** Words in a sparse column are looked for in its index alone: SQLite would rather read all rows in the order of their keys. */
const amongFew = ({ view, name, sparse }: ViewTable, column: string, sql: Sql, condition: Condition): Sql =>
  sparse.has(column) && typeof condition === 'object' && condition !== null && 'anyWord' in condition
    ? {
        text: `key IN (SELECT key FROM ${name} INDEXED BY "index_${view}_${column}" WHERE ${sql.text})`,
        values: sql.values,
      }
    : sql;

type OfWords = Extract<Condition, { readonly allBeginnings: string }>;

const isOfWords = (condition: Condition): condition is OfWords =>
  typeof condition === 'object' && condition !== null && 'allBeginnings' in condition;

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

const conditionOf = (column: string, condition: Exclude<Condition, OfWords>): Sql => {
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

/** The key of the row, where the view declares no column of this name. */
const ROW_KEY = 'key';

/** @throws {Error} when the view declares no such column, or it is a text. */
const valueColumnOf = ({ view, columns, texts }: ViewTable, column: string): string => {
  const quoted = columns.get(column) ?? (column === ROW_KEY ? 'key' : undefined);
  if (quoted === undefined || texts.has(column))
    throw new Error(`view ${view} has no column ${JSON.stringify(column)}`);
  return quoted;
};

const whereOf = (conditions: readonly Sql[]): string =>
  conditions.length === 0 ? '' : ` WHERE ${conditions.map(({ text }) => text).join(' AND ')}`;

const valuesOf = (conditions: readonly Sql[]): ColumnValue[] => conditions.flatMap(({ values }) => values);
