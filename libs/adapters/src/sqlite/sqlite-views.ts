/**
 * Read models in one SQLite file: a table for each view, the last applied revision of each stream, and the checkpoint of
 * the group that feeds them, so that all of it lives and dies together.
 *
 * Guarantees: rows and revisions change in one transaction; a view that is new to a filled file, or of another version,
 * empties the file, checkpoint included, so that everything is rebuilt from the start of the log; a deleted file is the
 * same. Limits: not flushed to disk at each batch: a power cut takes the newest batches away in order, checkpoint and rows
 * alike, and delivery brings them back.
 */
import type { Checkpoints, Views } from '@pledgeline/event-sourcing';
import { feedingCheckpoints } from './feeding-checkpoints.ts';
import { someApplied } from './sqlite-kept-places.ts';
import { CHECKPOINTS_SCHEMA, checkpointsIn } from './sqlite-checkpoints.ts';
import { answerOf, inTransaction, openDatabase } from './sqlite-database.ts';
import { viewRows } from './view-rows.ts';
import { defineTables, emptyTables, VIEW_TABLES_SCHEMA } from './view-tables.ts';
import { walCheckpointer } from './wal-checkpointer.ts';

export interface SqliteViewsOptions {
  /** A file, created when missing, or `:memory:`. */
  readonly path: string;
  /** Memory for pages of the file; 16 MiB when absent. */
  readonly cacheSizeKib?: number;
}

export interface SqliteViews extends Views {
  /** Of the group that feeds these views; emptied with them. */
  readonly checkpoints: Checkpoints;
  /** Streams by chance, with the last applied revision of each. */
  someApplied(count: number): Promise<Map<string, number>>;
}

const SCHEMA = `${CHECKPOINTS_SCHEMA}; ${VIEW_TABLES_SCHEMA}`;

export const sqliteViews = ({ path, cacheSizeKib = 8_192 }: SqliteViewsOptions): SqliteViews => {
  const database = openDatabase({ path, schema: SCHEMA, version: 1, synchronous: 'NORMAL', cacheSizeKib });
  const wal = walCheckpointer({ database, path, softPages: 4096, hardPages: 16_384 });
  const checkpoints = feedingCheckpoints(checkpointsIn(database, wal));
  const { know, put, forget, ...rows } = viewRows(database, true);

  const write = <Result>(work: () => Result): Promise<Result> =>
    answerOf(() => {
      try {
        const result = inTransaction(database, work);
        wal.committed();
        return result;
      } catch (error) {
        forget();
        throw error;
      }
    });

  return {
    ...rows,
    checkpoints,

    someApplied: (count) => answerOf(() => someApplied(database, count)),

    define: (definitions) =>
      write(() => {
        const due = defineTables(database, definitions);
        if (due) checkpoints.emptied();
        forget();
        definitions.forEach(know);
        return due;
      }),

    apply: (changes) =>
      write(() => {
        checkpoints.check();
        put(changes);
      }),

    clear: () =>
      write(() => {
        emptyTables(database);
        forget();
        checkpoints.emptied();
      }),

    async close() {
      if (!database.isOpen) return;
      await wal.close();
      database.close();
    },
  };
};
