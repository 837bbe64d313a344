/** Reads and writes rows of views in a database that is open: what files of read models have in common, however they are kept. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type {
  ColumnValue,
  FoundRow,
  Tally,
  ViewChanges,
  ViewDefinition,
  ViewQuery,
  Views,
} from '@pledgeline/event-sourcing';
import { countedChanges, type CountedChanges } from './counted-changes.ts';
import { rowChanges, type RowChanges } from './row-changes.ts';
import { longLists, type LongLists } from './long-lists.ts';
import { rowWriter, type RowWriter } from './row-writer.ts';
import { answerOf } from './sqlite-database.ts';
import { shorterRows, type ShorterRows } from './usual-fields.ts';
import type { ViewTable } from './view-table.ts';
import { countRows, findRows, tallyRows, viewTable } from './view-query.ts';
import { wordIndex, type WordIndex } from './word-index.ts';

export interface ViewRows extends Pick<
  Views,
  | 'get'
  | 'getMany'
  | 'find'
  | 'keys'
  | 'changedSince'
  | 'count'
  | 'tally'
  | 'tallySince'
  | 'lastApplied'
  | 'dump'
> {
  /** Makes a view known whose table is there. */
  readonly know: (definition: ViewDefinition<never>) => void;
  /** In a transaction of the caller; where that fails, or empties the tables, `forget` follows. */
  readonly put: (changes: ViewChanges) => void;
  readonly forget: () => void;
}

interface View {
  readonly columns: readonly ((row: unknown) => ColumnValue)[];
  readonly table: ViewTable;
  readonly get: StatementSync;
  readonly writer: RowWriter;
  readonly words: readonly WordIndex[];
  readonly remove: StatementSync;
  /** Null where no list of its rows is kept apart. */
  readonly lists: LongLists | null;
  /** Null where rows are stored with all of their fields. */
  readonly shorter: ShorterRows | null;
  /** Null where nobody follows them. */
  readonly changes: RowChanges | null;
  /** Null where nobody keeps counts of them. */
  readonly counted: CountedChanges | null;
}

/** SQLite's word for no limit. */
const NO_LIMIT = -1;
const DUMP_PAGE = 1000;

/** @param isWriter of the only connection that writes to it. */
export const viewRows = (database: DatabaseSync, isWriter: boolean): ViewRows => {
  const prepared = preparedOnce(database);
  const views = new Map<string, View>();
  const getApplied = prepared('SELECT revision FROM applied WHERE stream = ?');
  const putApplied = prepared(
    `INSERT INTO applied (stream, revision) VALUES (?, ?)
     ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision`,
  );

  const viewNamed = (name: string): View => {
    const view = views.get(name);
    if (view === undefined) throw new Error(`view ${name} is not defined`);
    return view;
  };

  const tableNamed = (name: string): ViewTable => viewNamed(name).table;

  const pagesOf = (view: string, query: ViewQuery, what: string): unknown[][] => {
    const rows: unknown[][] = [];
    for (const { text, values } of findRows(viewNamed(view).table, tableNamed, query, what)) {
      const left = query.limit === undefined ? NO_LIMIT : query.limit - rows.length;
      if (left === 0) break;
      for (const row of prepared(text).all(...values, left) as unknown as unknown[][]) rows.push(row);
    }
    return rows;
  };

  const find = <Row>(view: string, query: ViewQuery): FoundRow<Row>[] => {
    const stored = viewNamed(view);
    const rows = pagesOf(view, query, 'key, row') as [string, string][];
    return rows.map(([key, row]) => ({ key, row: parsed(stored, key, row) as Row }));
  };

  return {
    know: (definition) => {
      const { name, columns, lists, usual, isFollowed, counted } = definition;
      const table = viewTable(name, Object.keys(columns), definition);
      views.set(name, {
        table,
        columns: Object.values(columns) as readonly unknown[] as View['columns'],
        get: prepared(`SELECT row FROM ${table.name} WHERE key = ?`),
        writer: rowWriter(prepared, table),
        words: [...table.texts.keys()].map((column) => wordIndex(prepared, database, table, column)),
        remove: prepared(`DELETE FROM ${table.name} WHERE key = ?`),
        lists: lists === undefined ? null : longLists(database, table, lists, isWriter),
        shorter: usual === undefined ? null : shorterRows(usual),
        changes: isFollowed === true ? rowChanges(prepared, database, table) : null,
        counted: counted === undefined ? null : countedChanges(prepared, database, table, counted),
      });
    },

    put: ({ rows, revisions }) => {
      for (const { view, key, row } of rows) {
        const { columns, writer, words, remove, lists, shorter, changes, counted } = viewNamed(view);
        changes?.note(key);
        counted?.trim(1);
        if (row === null) {
          remove.run(key);
          writer.forget();
          for (const text of words) text.removed(key);
          lists?.forget();
          continue;
        }
        const listed = lists === null ? row : lists.takeOut(key, row);
        const stored = shorter === null ? listed : shorter.takeOut(listed);
        const values = columns.map((column) => column(row));
        for (const text of words) text.note(key, values, writer.written(key));
        writer.put(key, JSON.stringify(stored), values);
      }
      for (const [stream, revision] of revisions) putApplied.run(stream, revision);
      for (const { words } of views.values()) for (const text of words) text.write();
    },

    forget: () => {
      for (const { lists, words, writer } of views.values()) {
        writer.forget();
        for (const text of words) text.forget();
        lists?.forget();
      }
    },

    get: <Row>(view: string, key: string) =>
      answerOf(() => {
        const stored = viewNamed(view);
        return rowOf(stored, key, stored.get.get(key)) as Row | undefined;
      }),

    getMany: <Row>(view: string, keys: readonly string[]) =>
      answerOf(() => {
        const stored = viewNamed(view);
        const rows = new Map<string, Row>();
        for (const key of keys) {
          const row = rowOf(stored, key, stored.get.get(key));
          if (row !== undefined) rows.set(key, row as Row);
        }
        return rows;
      }),

    find: <Row>(view: string, query: ViewQuery = {}) => answerOf(() => find<Row>(view, query)),

    keys: (view, query = {}) => answerOf(() => pagesOf(view, query, 'key').map(([key]) => String(key))),

    changedSince: (view, place) =>
      answerOf(() => {
        const { changes } = viewNamed(view);
        if (changes === null) throw new Error(`view ${view} is not followed`);
        return changes.since(place);
      }),

    count: (view, where, atMost) =>
      answerOf(() => {
        const { text, values } = countRows(tableNamed(view), tableNamed, where, atMost);
        return (prepared(text).get(...values) as unknown as [number])[0];
      }),

    tally: (view, by, where, among) =>
      answerOf(() => {
        const { text, values } = tallyRows(tableNamed(view), tableNamed, by, where, among);
        const rows = prepared(text).all(...values) as unknown as [number, number, ...ColumnValue[]][];
        return rows.map(([count, fitting, ...of]): Tally => ({ values: of, count, among: fitting }));
      }),

    tallySince: (view, place, by, where, among) =>
      answerOf(() => {
        const { counted } = viewNamed(view);
        if (counted === null) throw new Error(`counts of view ${view} are not kept`);
        return counted.since(tableNamed, place, by, where, among);
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

type Stored = Pick<View, 'lists' | 'shorter'>;

const rowOf = (stored: Stored, key: string, row: unknown): unknown =>
  row === undefined ? undefined : parsed(stored, key, (row as [string])[0]);

const parsed = ({ lists, shorter }: Stored, key: string, text: string): unknown => {
  const stored: unknown = JSON.parse(text);
  const row = shorter === null ? stored : shorter.putBack(stored);
  return lists === null ? row : lists.putBack(key, row);
};
