/**
 * The words of long texts, by which their rows are found. They are written last in a transaction, each with a statement of its own: FTS5
 * writes what it has gathered whenever a savepoint begins, which statements with triggers do, and then each row would be a segment of the
 * index that is merged with the others. Decision 102.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ColumnValue } from '@pledgeline/event-sourcing';
import type { ViewTable } from './view-table.ts';

export interface WordIndex {
  /**
   * Before the row is written.
   * @param values of all columns.
   * @param written of the row as it is stored; undefined where that is not known.
   */
  readonly note: (
    key: string,
    values: readonly ColumnValue[],
    written: readonly ColumnValue[] | undefined,
  ) => void;
  /** Its row is gone, and its words with it. */
  readonly removed: (key: string) => void;
  /** After all rows of the transaction. */
  readonly write: () => void;
  /** What was noted is not stored after all. */
  readonly forget: () => void;
}

/** Words go with their row. */
export const createWordIndexes = ({ name, texts }: ViewTable): string =>
  [...texts.values()]
    .map(
      (words) => `
        CREATE VIRTUAL TABLE ${words} USING fts5
          (text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
        CREATE TRIGGER ${words.slice(0, -1)}_removed" AFTER DELETE ON ${name}
          BEGIN DELETE FROM ${words} WHERE rowid = old.number; END;`,
    )
    .join(' ');

export const dropWordIndexes = ({ texts }: ViewTable): string =>
  [...texts.values()].map((words) => `DROP TABLE ${words};`).join(' ');

/** Of the column that is the n-th of its table. */
export const wordIndex = (
  prepare: (text: string) => StatementSync,
  database: DatabaseSync,
  { name, columns, texts }: ViewTable,
  column: string,
): WordIndex => {
  const place = [...columns.keys()].indexOf(column);
  const words = texts.get(column);
  const stored = prepare(`SELECT ${columns.get(column)} FROM ${name} WHERE key = ?`);
  const numberOf = prepare(`SELECT number FROM ${name} WHERE key = ?`);
  const put = database.prepare(`INSERT INTO ${words} (rowid, text) VALUES (?, ?)`);
  const remove = database.prepare(`DELETE FROM ${words} WHERE rowid = ?`);
  const waiting = new Map<string, { readonly isIndexed: boolean; readonly text: ColumnValue }>();

  const textIn = (key: string, written: readonly ColumnValue[] | undefined): ColumnValue => {
    if (written !== undefined) return written[place] ?? null;
    return (stored.get(key) as unknown as readonly [ColumnValue] | undefined)?.[0] ?? null;
  };

  return {
    note: (key, values, written) => {
      const text = values[place] ?? null;
      const noted = waiting.get(key);
      if (text === (noted === undefined ? textIn(key, written) : noted.text)) return;
      const isIndexed = noted?.isIndexed ?? textIn(key, written) !== null;
      waiting.set(key, { isIndexed, text });
    },
    removed: (key) => {
      waiting.delete(key);
    },
    write: () => {
      for (const [key, { isIndexed, text }] of waiting) {
        const [number] = numberOf.get(key) as unknown as readonly [number];
        if (isIndexed) remove.run(number);
        if (text !== null) put.run(number, text);
      }
      waiting.clear();
    },
    forget: () => {
      waiting.clear();
    },
  };
};
