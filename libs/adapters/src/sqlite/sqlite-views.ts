/**
 * Read models in one SQLite file: a table for each view, the last applied revision of each stream, and the checkpoint of
 * the group that feeds them, so that all of it lives and dies together.
 *
 * Guarantees: rows and revisions change in one transaction; a view that is new to a filled file, or of another version,
 * empties the file, checkpoint included, so that everything is rebuilt from the start of the log; a deleted file is the
 * same. Limits: not flushed to disk at each batch: a power cut takes the newest batches away in order, checkpoint and rows
 * alike, and delivery brings them back.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Checkpoints, ColumnValue, FoundRow, ViewQuery, Views } from '@pledgeline/event-sourcing';
import { feedingCheckpoints } from './feeding-checkpoints.ts';
import { CHECKPOINTS_SCHEMA, checkpointsIn } from './sqlite-checkpoints.ts';
import { answerOf, inTransaction, openDatabase } from './sqlite-database.ts';
import type { ViewTable } from './view-query.ts';
import { countRows, findRows, upsertRow, viewTable } from './view-query.ts';
import { defineTables, emptyTables, VIEW_TABLES_SCHEMA } from './view-tables.ts';
import { walCheckpointer } from './wal-checkpointer.ts';

export interface SqliteViewsOptions {
  /** A file, created when missing, or `:memory:`. */
  readonly path: string;
  /** Memory for pages of the file; 32 MiB when absent. */
  readonly cacheSizeKib?: number;
}

export interface SqliteViews extends Views {
  /** Of the group that feeds these views; emptied with them. */
  readonly checkpoints: Checkpoints;
}

const SCHEMA = `${CHECKPOINTS_SCHEMA}; ${VIEW_TABLES_SCHEMA}`;

interface View {
  readonly columns: readonly ((row: unknown) => ColumnValue)[];
  readonly table: ViewTable;
  readonly get: StatementSync;
  readonly put: StatementSync;
  readonly remove: StatementSync;
}

/** SQLite's word for no limit. */
const NO_LIMIT = -1;
const DUMP_PAGE = 1000;

export const sqliteViews = ({ path, cacheSizeKib = 32_768 }: SqliteViewsOptions): SqliteViews => {
  const database = openDatabase({ path, schema: SCHEMA, version: 1, synchronous: 'NORMAL', cacheSizeKib });
  const wal = walCheckpointer({ database, path, softPages: 4096, hardPages: 16_384 });
  const prepared = preparedOnce(database);
  const views = new Map<string, View>();
  const getApplied = prepared('SELECT revision FROM applied WHERE stream = ?');
  const putApplied = prepared(
    `INSERT INTO applied (stream, revision) VALUES (?, ?)
     ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision`,
  );
  const checkpoints = feedingCheckpoints(checkpointsIn(database, wal));

  const viewNamed = (name: string): View => {
    const view = views.get(name);
    if (view === undefined) throw new Error(`view ${name} is not defined`);
    return view;
  };

  const write = <Result>(work: () => Result): Promise<Result> =>
    answerOf(() => {
      const result = inTransaction(database, work);
      wal.committed();
      return result;
    });

  const find = <Row>(view: string, query: ViewQuery): FoundRow<Row>[] => {
    const rows: FoundRow<Row>[] = [];
    for (const { text, values } of findRows(viewNamed(view).table, query)) {
      const left = query.limit === undefined ? NO_LIMIT : query.limit - rows.length;
      if (left === 0) break;
      const page = prepared(text).all(...values, left) as unknown as [string, string][];
      for (const [key, row] of page) rows.push({ key, row: JSON.parse(row) as Row });
    }
    return rows;
  };

  return {
    checkpoints,

    define: (definitions) =>
      write(() => {
        const due = defineTables(database, definitions);
        if (due) checkpoints.emptied();
        for (const { name, columns } of definitions) {
          const table = viewTable(name, Object.keys(columns));
          views.set(name, {
            table,
            columns: Object.values(columns) as readonly unknown[] as View['columns'],
            get: prepared(`SELECT row FROM ${table.name} WHERE key = ?`),
            put: prepared(upsertRow(table)),
            remove: prepared(`DELETE FROM ${table.name} WHERE key = ?`),
          });
        }
        return due;
      }),

    get: <Row>(view: string, key: string) =>
      answerOf(() => rowOf(viewNamed(view).get.get(key)) as Row | undefined),

    getMany: <Row>(view: string, keys: readonly string[]) =>
      answerOf(() => {
        const { get } = viewNamed(view);
        const rows = new Map<string, Row>();
        for (const key of keys) {
          const row = rowOf(get.get(key));
          if (row !== undefined) rows.set(key, row as Row);
        }
        return rows;
      }),

    find: <Row>(view: string, query: ViewQuery = {}) => answerOf(() => find<Row>(view, query)),

    count: (view, where) =>
      answerOf(() => {
        const { text, values } = countRows(viewNamed(view).table, where);
        return (prepared(text).get(...values) as unknown as [number])[0];
      }),

    lastApplied: (streams) =>
      answerOf(() => {
        const revisions = new Map<string, number>();
        for (const stream of streams) {
          const row = getApplied.get(stream) as unknown as [number] | undefined;
          if (row) revisions.set(stream, row[0]);
        }
        return revisions;
      }),

    apply: ({ rows, revisions }) =>
      write(() => {
        checkpoints.check();
        for (const { view, key, row } of rows) {
          const { columns, put, remove } = viewNamed(view);
          if (row === null) remove.run(key);
          else put.run(key, JSON.stringify(row), ...columns.map((column) => column(row)));
        }
        for (const [stream, revision] of revisions) putApplied.run(stream, revision);
      }),

    clear: () =>
      write(() => {
        emptyTables(database);
        checkpoints.emptied();
      }),

    async *dump(view) {
      let after: ViewQuery['after'];
      for (;;) {
        const page = await answerOf(() => find(view, { limit: DUMP_PAGE, ...(after && { after }) }));
        yield* page;
        const last = page.at(-1);
        if (last === undefined) return;
        after = { value: null, key: last.key };
      }
    },

    async close() {
      if (!database.isOpen) return;
      await wal.close();
      database.close();
    },
  };
};

/** Statements by their text, answering rows as arrays. */
const preparedOnce = (database: DatabaseSync): ((text: string) => StatementSync) => {
  const statements = new Map<string, StatementSync>();
  return (text) => {
    let statement = statements.get(text);
    if (statement === undefined) {
      statement = database.prepare(text);
      statement.setReturnArrays(true);
      statements.set(text, statement);
    }
    return statement;
  };
};

const rowOf = (row: unknown): unknown => row && JSON.parse((row as [string])[0]);
