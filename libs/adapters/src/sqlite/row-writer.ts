/**
 * Writes rows with the columns that have changed, since each column is an index, and most events change one or two of them. What
 * was written last is remembered of the newest rows; a row that is not among them is written with all of its columns.
 */
import type { StatementSync } from 'node:sqlite';
import type { ColumnValue } from '@pledgeline/event-sourcing';
import { updateRow, upsertRow } from './view-query.ts';
import type { ViewTable } from './view-table.ts';

export interface RowWriter {
  /** Of all columns as the row is stored; undefined where that is not remembered. */
  readonly written: (key: string) => readonly ColumnValue[] | undefined;
  /** @param values of all columns, in the order of the table. */
  readonly put: (key: string, row: string, values: readonly ColumnValue[]) => void;
  /** What was written is not stored after all, or is no longer. */
  readonly forget: () => void;
}

const REMEMBERED = 4096;
/** Sets of columns that change together; others are written as a whole. */
const STATEMENTS = 128;

export const rowWriter = (prepare: (text: string) => StatementSync, table: ViewTable): RowWriter => {
  const whole = prepare(upsertRow(table));
  const columns = [...table.columns.keys()];
  const updates = new Map<string, StatementSync>();
  const known = new Map<string, readonly ColumnValue[]>();

  const remember = (key: string, values: readonly ColumnValue[]): void => {
    known.delete(key);
    known.set(key, values);
    if (known.size <= REMEMBERED) return;
    for (const oldest of known.keys()) {
      known.delete(oldest);
      break;
    }
  };

  const updateOf = (changed: readonly number[]): StatementSync | undefined => {
    const name = changed.join(' ');
    const prepared = updates.get(name);
    if (prepared !== undefined || updates.size >= STATEMENTS) return prepared;
    const update = prepare(
      updateRow(
        table,
        changed.map((n) => columns[n] ?? ''),
      ),
    );
    updates.set(name, update);
    return update;
  };

  return {
    written: (key) => known.get(key),
    put: (key, row, values) => {
      const before = known.get(key);
      const changed = before === undefined ? null : changesBetween(before, values);
      const update = changed === null ? undefined : updateOf(changed);
      if (changed === null || update === undefined) whole.run(key, row, ...values);
      else update.run(row, ...changed.map((n) => values[n] ?? null), key);
      remember(key, values);
    },
    forget: () => {
      known.clear();
    },
  };
};

const changesBetween = (before: readonly ColumnValue[], after: readonly ColumnValue[]): readonly number[] =>
  after.flatMap((value, n) => (Object.is(value, before[n]) ? [] : [n]));
