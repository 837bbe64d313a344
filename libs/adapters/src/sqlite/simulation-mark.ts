/**
 * Whether a log is simulated is kept in its file, where it stays: in the number that SQLite keeps for the application. A file that
 * holds anything else is never marked.
 */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

export type LogHolds = 'NOTHING' | 'EVENTS' | 'SIMULATION';

/** "SIMU". */
const MARK = 0x53494d55;

/** What is in the file, which may be missing. @throws {Error} for a file that is no log. */
export const logHolds = (path: string): LogHolds => {
  if (!existsSync(path)) return 'NOTHING';
  return using(path, (database) => {
    if (markIn(database) === MARK) return 'SIMULATION';
    const tables = database.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name = 'events'`).get();
    if (tables?.['n'] === 0) return 'NOTHING';
    return database.prepare('SELECT 1 FROM events LIMIT 1').get() === undefined ? 'NOTHING' : 'EVENTS';
  });
};

/** For ever. The caller holds the log open, and has seen that nothing else is in it. */
export const markAsSimulated = (path: string): void => {
  using(path, (database) => {
    database.exec(`PRAGMA application_id = ${MARK}`);
  });
};

/** When the last event was recorded; null for an empty log. */
export const lastRecordedAt = (path: string): string | null =>
  using(path, (database) => {
    const last = database
      .prepare('SELECT recorded_at AS at FROM events ORDER BY position DESC LIMIT 1')
      .get();
    return typeof last?.['at'] === 'string' ? last['at'] : null;
  });

const markIn = (database: DatabaseSync): unknown =>
  database.prepare('PRAGMA application_id').get()?.['application_id'];

const using = <Result>(path: string, work: (database: DatabaseSync) => Result): Result => {
  const database = new DatabaseSync(path, { timeout: 1000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
};
