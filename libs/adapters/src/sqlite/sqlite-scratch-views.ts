/**
 * Read models that are thrown away: those of a question about the past. One file that nothing is flushed to, removed with its
 * read models; what a process left behind that was killed, the next one removes.
 */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Scratch } from '@pledgeline/event-sourcing';
import { CHECKPOINTS_SCHEMA } from './sqlite-checkpoints.ts';
import { answerOf, inTransaction, openScratchDatabase } from './sqlite-database.ts';
import { viewRows } from './view-rows.ts';
import { defineTables, emptyTables, VIEW_TABLES_SCHEMA } from './view-tables.ts';

export interface SqliteScratchOptions {
  /** A file; what is there is removed. */
  readonly path: string;
  /** Memory for pages of the file; 8 MiB when absent. */
  readonly cacheSizeKib?: number;
}

const SCHEMA = `${CHECKPOINTS_SCHEMA}; ${VIEW_TABLES_SCHEMA}`;

export const sqliteScratchViews = ({ path, cacheSizeKib = 8_192 }: SqliteScratchOptions): Scratch => {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  const database = openScratchDatabase(path, SCHEMA, cacheSizeKib);
  const { know, put, forget, ...rows } = viewRows(database, true);
  const write = <Result>(work: () => Result): Promise<Result> =>
    answerOf(() => {
      try {
        return inTransaction(database, work);
      } catch (error) {
        forget();
        throw error;
      }
    });
  const close = (): Promise<void> => answerOf(() => database.close());
  return {
    views: {
      ...rows,
      define: (definitions) =>
        write(() => {
          defineTables(database, definitions);
          definitions.forEach(know);
          return false;
        }),
      apply: (changes) => write(() => put(changes)),
      clear: () =>
        write(() => {
          emptyTables(database);
          forget();
        }),
      close,
    },
    bytes: () => statSync(path).size,
    remove: async () => {
      await close();
      rmSync(path, { force: true });
    },
  };
};
