/**
 * What every file of ours has in common: how it is opened, how a transaction is run, and which of the driver's errors
 * mean "not now" instead of "never".
 */
import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '@pledgeline/event-sourcing';

export interface DatabaseOptions {
  /** A file, or `:memory:`. */
  readonly path: string;
  /** Run once, on an empty file. */
  readonly schema: string;
  readonly version: number;
  /**
   * `FULL` flushes each commit to disk before it is answered. `NORMAL` leaves that to the next checkpoint: a power cut
   * takes the newest commits away, in order, and never breaks the file.
   */
  readonly synchronous: 'FULL' | 'NORMAL';
  readonly cacheSizeKib: number;
}

/** How long another connection may hold the write lock before we answer "not now". */
const BUSY_TIMEOUT_MS = 1000;

/** SQLite's primary result codes that a later try may not meet again. */
const FULL = 13;
const TRANSIENT = new Map([
  [5, 'the database is busy'],
  [6, 'the database is locked'],
  [8, 'the database is read-only'],
  [10, 'the disk failed'],
  [FULL, 'the disk is full'],
  [14, 'the file cannot be opened'],
  [15, 'the lock protocol failed'],
]);

/** @throws {Error} one clear sentence when the file is locked, corrupt, or written by a newer version. */
export const openDatabase = (options: DatabaseOptions): DatabaseSync => {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(options.path, {
      timeout: BUSY_TIMEOUT_MS,
      enableForeignKeyConstraints: false,
    });
    // A statement that fires triggers keeps each page as it was until it ends: not in a file, which costs more than the statement.
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = ${options.synchronous};
      PRAGMA wal_autocheckpoint = 0;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -${options.cacheSizeKib};
    `);
    createSchema(database, options);
    return database;
  } catch (cause) {
    database?.close();
    throw new Error(`Cannot open ${options.path}: ${(cause as Error).message}`, { cause });
  }
};

/**
 * For reading what another connection writes, in this process or another.
 * @throws {Error} one clear sentence when there is no such file.
 */
export const openForReading = (path: string, cacheSizeKib: number): DatabaseSync => {
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
    database.exec(`PRAGMA cache_size = -${cacheSizeKib}`);
    return database;
  } catch (cause) {
    throw new Error(`Cannot open ${path}: ${(cause as Error).message}`, { cause });
  }
};

/**
 * For what is thrown away with its process: nothing is flushed, and nothing of it can be repaired.
 * @param path of a file that does not exist yet.
 */
export const openScratchDatabase = (path: string, schema: string, cacheSizeKib: number): DatabaseSync => {
  const database = new DatabaseSync(path);
  database.exec(`
    PRAGMA journal_mode = MEMORY;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA cache_size = -${cacheSizeKib};
    ${schema};
  `);
  return database;
};

/** Runs `work` in one transaction; whatever it throws, nothing of it stays. */
export const inTransaction = <Result>(database: DatabaseSync, work: () => Result): Result => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite itself rolls back on some failures, a full disk among them.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

/** What no later try will find otherwise. */
const DAMAGED: readonly number[] = [11, 26];

export const isDamaged = (error: unknown): boolean => DAMAGED.includes(primaryCode(error));

/** Whatever `work` reads is of one moment. It is short: meanwhile the write-ahead log cannot begin anew. */
export const inSnapshot = <Result>(database: DatabaseSync, work: () => Result): Result => {
  database.exec('BEGIN');
  try {
    return work();
  } finally {
    if (database.isTransaction) database.exec('COMMIT');
  }
};

export const isFull = (error: unknown): boolean => primaryCode(error) === FULL;

/** A driver's error as the ports know it: `StoreUnavailable` when a later try may succeed, else as it was. */
export const translate = (error: unknown): Error => {
  const reason = TRANSIENT.get(primaryCode(error));
  if (reason !== undefined) return new StoreUnavailable(reason, 5, { cause: error });
  return error as Error;
};

/** What synchronous work answers, as a promise; the driver's errors are translated. */
export const answerOf = <Result>(work: () => Result | PromiseLike<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    try {
      resolve(work());
    } catch (error) {
      reject(translate(error));
    }
  });

const createSchema = (database: DatabaseSync, { schema, version }: DatabaseOptions): void => {
  if (versionOf(database) === 0) {
    inTransaction(database, () => {
      // Another process may have been first.
      if (versionOf(database) === 0) database.exec(`${schema}; PRAGMA user_version = ${version};`);
    });
  }
  const found = versionOf(database);
  if (found !== version)
    throw new Error(`its layout is version ${found}, this program knows version ${version}`);
};

const versionOf = (database: DatabaseSync): number =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version']);

const primaryCode = (error: unknown): number => ((error as { errcode?: number }).errcode ?? 0) & 0xff;
