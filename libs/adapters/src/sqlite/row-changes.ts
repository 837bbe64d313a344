/**
 * Which rows of a view changed, one after the other, so that who keeps what he has read reads again what is no longer so. An entry is
 * written at the end of a narrow table, in the transaction that changes the row. Limits: the newest ones are kept; who has read nothing
 * for longer than that reads everything again.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ChangedRows } from '@pledgeline/event-sourcing';
import type { ViewTable } from './view-table.ts';

export interface RowChanges {
  /** In the transaction that changes the row. */
  readonly note: (key: string) => void;
  readonly since: (place: number | null) => ChangedRows;
}

/** So many are kept at least. */
const KEPT = 65_536;
/** The older ones are removed so many at a time. */
const REMOVED = 4096;

const tableOf = (view: string): string => `"changes_${view}"`;

/** Places grow: the newest entry is never removed. A null key stands for every row. */
export const createChanges = ({ view }: ViewTable): string =>
  `CREATE TABLE ${tableOf(view)} (place INTEGER PRIMARY KEY, key TEXT) STRICT;`;

export const dropChanges = ({ view }: ViewTable): string => `DROP TABLE IF EXISTS ${tableOf(view)};`;

/** Every row of the view is gone. */
export const changedAll = (view: string): string =>
  `INSERT INTO ${tableOf(view)} (key) VALUES (NULL);
   DELETE FROM ${tableOf(view)} WHERE place < (SELECT max(place) FROM ${tableOf(view)});`;

export const rowChanges = (
  prepare: (text: string) => StatementSync,
  database: DatabaseSync,
  { view }: ViewTable,
): RowChanges => {
  const table = tableOf(view);
  const put = database.prepare(`INSERT INTO ${table} (key) VALUES (?)`);
  const trim = database.prepare(`DELETE FROM ${table} WHERE place <= ?`);
  const first = prepare(`SELECT min(place) FROM ${table}`);
  const last = prepare(`SELECT max(place) FROM ${table}`);
  const placeIn = (row: unknown): number | null => (row as [number | null])[0];
  const after = prepare(`SELECT DISTINCT key FROM ${table} WHERE place > ? AND place <= ?`);
  return {
    note: (key) => {
      const place = Number(put.run(key).lastInsertRowid);
      if (place % REMOVED === 0) trim.run(place - KEPT);
    },
    since: (place) => {
      const newest = placeIn(last.get()) ?? 0;
      if (place === newest) return { place, keys: [] };
      if (place === null || place > newest) return { place: newest, keys: null };
      const rows = after.all(place, newest) as unknown as [string | null][];
      // Asked last: another connection may have removed some of them since.
      const oldest = placeIn(first.get()) ?? 0;
      const keys = rows.flatMap(([key]) => key ?? []);
      return { place: newest, keys: oldest > place + 1 || keys.length < rows.length ? null : keys };
    },
  };
};
