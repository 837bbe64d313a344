/**
 * Which rows of a view came and went, each with the values that it is counted by, so that who keeps a count puts it right instead of
 * counting again. The table notes them itself, at the end of a narrow table, in the transaction that changes the row. Limits: the newest
 * changes are kept; a count that is older than that is made anew.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ColumnValue, TallySince, ViewQuery } from '@pledgeline/event-sourcing';
import { inSnapshot } from './sqlite-database.ts';
import type { Sql, TableNamed } from './view-conditions.ts';
import { tallyChanges, tallyRows } from './view-query.ts';
import type { ViewTable } from './view-table.ts';

type Where = ViewQuery['where'];

export interface CountedChanges {
  /** In the transaction that changed so many rows. */
  readonly trim: (rows: number) => void;
  readonly since: (
    tableNamed: TableNamed,
    place: number | null,
    by: readonly string[],
    where: Where,
    among: Where,
  ) => TallySince;
}

/** So many are kept at least: more than the batches between two questions bring, and sooner read than all rows. */
const KEPT = 8192;
/** The older ones are removed so many at a time. */
const REMOVED = 2048;

const nameOf = (view: string): string => `"counted_${view}"`;

/** An update that leaves these values as they are costs a comparison of each. */
export const createCounted = ({ view, name, columns }: ViewTable, counted: readonly string[]): string => {
  const quoted = counted.map((column) => columns.get(column) ?? '');
  const trigger = (event: string) => `CREATE TRIGGER "counted_${view}_${event}"`;
  const note = (sign: number, row: 'old' | 'new'): string =>
    `INSERT INTO ${nameOf(view)} (sign, ${quoted.join(', ')})
     VALUES (${sign}, ${quoted.map((column) => `${row}.${column}`).join(', ')});`;
  const differs = quoted.map((column) => `new.${column} IS NOT old.${column}`).join(' OR ');
  return `
    CREATE TABLE ${nameOf(view)} (
      place INTEGER PRIMARY KEY, sign INTEGER, ${quoted.map((column) => `${column} ANY`).join(', ')}
    ) STRICT;
    ${trigger('added')} AFTER INSERT ON ${name} BEGIN ${note(1, 'new')} END;
    ${trigger('changed')} AFTER UPDATE OF ${quoted.join(', ')} ON ${name}
      WHEN ${differs} BEGIN ${note(-1, 'old')} ${note(1, 'new')} END;
    ${trigger('removed')} AFTER DELETE ON ${name} BEGIN ${note(-1, 'old')} END;`;
};

export const dropCounted = ({ view }: ViewTable): string => `DROP TABLE IF EXISTS ${nameOf(view)};`;

/** Every row of the view is gone: a change without a sign stands for that. */
export const countedAnew = (view: string): string =>
  `INSERT INTO ${nameOf(view)} (sign) VALUES (NULL);
   DELETE FROM ${nameOf(view)} WHERE place < (SELECT max(place) FROM ${nameOf(view)});`;

export const countedChanges = (
  prepare: (text: string) => StatementSync,
  database: DatabaseSync,
  table: ViewTable,
  counted: readonly string[],
): CountedChanges => {
  const name = nameOf(table.view);
  const changes: ViewTable = {
    ...{ view: table.view, name, texts: new Map(), sparse: new Set(), indexes: [] },
    columns: new Map([...table.columns].filter(([column]) => counted.includes(column))),
  };
  const trimmed = database.prepare(
    `DELETE FROM ${name} WHERE place <= (SELECT max(place) FROM ${name}) - ${KEPT}`,
  );
  // The newest is never removed, so that places grow.
  const ends = prepare(`SELECT coalesce(min(place), 0), coalesce(max(place), 0) FROM ${name}`);
  const emptied = prepare(`SELECT count(*) FROM ${name} WHERE place > ? AND sign IS NULL`);
  let written = 0;

  const talliesOf = ({ text, values }: Sql): TallySince['tallies'] => {
    const rows = prepare(text).all(...values) as unknown as [number, number, ...ColumnValue[]][];
    return rows.map(([count, among, ...values]) => ({ values, count, among }));
  };
  /** Whether all that happened since the place is there to be read. */
  const isKnown = (place: number | null, oldest: number, newest: number): place is number =>
    place !== null &&
    place <= newest &&
    oldest <= place + 1 &&
    (emptied.get(place) as unknown as [number])[0] === 0;

  return {
    trim: (rows) => {
      written += rows;
      if (written < REMOVED) return;
      written = 0;
      trimmed.run();
    },
    since: (tableNamed, place, by, where, among) =>
      inSnapshot(database, () => {
        const [oldest, newest] = ends.get() as unknown as [number, number];
        if (!isKnown(place, oldest, newest))
          return {
            place: newest,
            isChange: false,
            tallies: talliesOf(tallyRows(table, tableNamed, by, where, among)),
          };
        const tallies =
          place === newest ? [] : talliesOf(tallyChanges(changes, tableNamed, place, by, where, among));
        return { place: newest, isChange: true, tallies };
      }),
  };
};
