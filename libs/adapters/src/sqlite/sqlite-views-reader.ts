/**
 * Reads a file of read models while the one that feeds it goes on, from another thread or process. A question sees what was
 * committed when it reads, row by row: no snapshot holds the write-ahead log back.
 */
import type { ViewDefinition, Views } from '@pledgeline/event-sourcing';
import { answerOf, openForReading } from './sqlite-database.ts';
import { viewRows } from './view-rows.ts';

export interface SqliteViewsReaderOptions {
  /** A file whose views a `sqliteViews` has defined. */
  readonly path: string;
  /** Memory for pages of the file; 16 MiB when absent. */
  readonly cacheSizeKib?: number;
}

/** @throws {Error} when there is no such file, or it lacks one of the views. */
export const sqliteViewsReader = (
  { path, cacheSizeKib = 16_384 }: SqliteViewsReaderOptions,
  definitions: readonly ViewDefinition<never>[],
): Views => {
  const database = openForReading(path, cacheSizeKib);
  const { know, put: _put, forget: _forget, ...rows } = viewRows(database, false);
  definitions.forEach(know);
  const readOnly = (): Promise<never> => Promise.reject(new Error(`${path} is open for reading`));
  return {
    ...rows,
    define: readOnly,
    apply: readOnly,
    clear: readOnly,
    close: () => answerOf(() => database.close()),
  };
};
