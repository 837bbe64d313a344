/**
 * The log in one SQLite file, for one process.
 *
 * Guarantees: an append is flushed to disk before it resolves, all or nothing, at exactly the named revision; appends
 * waiting at the same moment share one transaction and one flush, and a refusal does not touch its neighbours; event ids
 * are unique in the log; `recordedAt` never goes backwards, whatever the clock does; an append repeated with the same ids
 * is answered as the first time.
 * Limits: one process at a time (a second one is refused at open); the event loop waits for the disk during a flush, which
 * is what paces the groups; a page holds at most 10,000 events.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AppendResult, EventStore } from '@pledgeline/event-sourcing';
import { AnotherLog, StoreUnavailable } from '@pledgeline/event-sourcing';
import { tellRemoved } from '../removed-events.ts';
import { commitSignal } from './commit-signal.ts';
import { groupCommit } from './group-commit.ts';
import type { Append } from './log-writer.ts';
import { appendOf, logWriter } from './log-writer.ts';
import { eventAt, pageSize, positionOf, streamsPage } from './log-pages.ts';
import { lockForOneProcess } from './process-lock.ts';
import { answerOf, isFull, openDatabase } from './sqlite-database.ts';
import { LOG_SCHEMA, LOG_VERSION, sqliteLog } from './sqlite-log.ts';
import { walCheckpointer } from './wal-checkpointer.ts';
import { reserveWal } from './wal-reserve.ts';

export interface SqliteEventStoreOptions {
  /** A file, created when missing, or `:memory:`. */
  readonly path: string;
  /** The time as RFC 3339 in UTC; the system's when absent. */
  readonly clock?: () => string;
  /** Memory for pages of the file, 64 MiB when absent: the indexes of a few million events. */
  readonly cacheSizeKib?: number;
  /** Pages of 4 KiB in the write-ahead log after which a worker copies them into the file; 4,096 (16 MiB) when absent. */
  readonly checkpointPages?: number;
  /** Most appends in one transaction; 512 when absent. */
  readonly maxGroup?: number;
  /** Largest size of the file in pages, for limiting a log or for testing a full disk; unlimited when absent. */
  readonly maxPageCount?: number;
  /** Called after each transaction, within the thread that appends: it must be quick and must not throw. */
  readonly onCommit?: () => void;
  /** Told, in words for a log, what an operator should know. */
  readonly onWarning?: (message: string) => void;
}

/** Most characters of JSON in one transaction, so that large events do not make it long. */
const MAX_GROUP_SIZE = 4_000_000;
const CHECKPOINT_PAGES = 4096;
const PAGE_BYTES = 4096;

export const sqliteEventStore = (options: SqliteEventStoreOptions): EventStore => {
  const {
    path,
    clock = () => new Date().toISOString(),
    checkpointPages = CHECKPOINT_PAGES,
    onCommit,
    onWarning = () => undefined,
  } = options;
  const { database, unlock } = openForOneProcess(options);
  const log = sqliteLog(database);
  const checkpointer = walCheckpointer({
    database,
    path,
    softPages: checkpointPages,
    hardPages: 4 * checkpointPages,
  });
  const signal = commitSignal();
  const told = tellRemoved(onWarning);
  let closed = false;

  const group = groupCommit<Append, AppendResult>({
    commit: logWriter(database, log, clock),
    // One giant append may not fit where its neighbours do.
    splits: (failure) => failure instanceof StoreUnavailable && isFull(failure.cause),
    committed: () => {
      signal.raise();
      checkpointer.committed();
      onCommit?.();
    },
    sizeOf: ({ events }) => events.reduce((size, { text }) => size + text.length, 0),
    maxMembers: options.maxGroup ?? 512,
    maxSize: MAX_GROUP_SIZE,
  });

  /** Nothing is read or written once the file is closed. */
  const whileOpen = <Result>(work: () => Result): Result => {
    if (closed) throw new StoreUnavailable('the store is closed', 5);
    return work();
  };

  return {
    read: (stream, { from = 0, limit } = {}) =>
      answerOf(() => whileOpen(() => log.readStream(stream, from, pageSize(limit)))),

    append: (stream, expected, events) =>
      answerOf(() => whileOpen(() => group.submit(appendOf(stream, expected, events)))),

    readAll: ({ after, limit } = {}) =>
      answerOf(() => whileOpen(() => log.readAll(positionOf(after), pageSize(limit)))),

    readStreams: (page) => answerOf(() => whileOpen(() => streamsPage(log, page))),

    last: () => answerOf(() => whileOpen(() => log.last()?.position)),

    at: (position, stood) =>
      answerOf(() => whileOpen(() => told(eventAt(log, position, stood), position, stood))),

    async *follow(after, { signal: stop, limit }) {
      let position = positionOf(after);
      const newest = log.last()?.position;
      if (position > Number(newest ?? 0))
        throw new AnotherLog(`${position} was reached, and the log ends before it`, newest ?? null);
      while (!stop.aborted && !closed) {
        const seen = signal.count();
        const batch = await answerOf(() => log.readAll(position, pageSize(limit)));
        const last = batch.at(-1);
        if (last === undefined) {
          await signal.after(seen, stop);
        } else {
          position = Number(last.position);
          yield batch;
          // Reading is synchronous: without this, a follower with much to catch up on would let nobody else run.
          await nextTurn();
        }
      }
    },

    async close() {
      if (closed) return;
      group.drain();
      closed = true;
      signal.raise();
      await checkpointer.close();
      database.close();
      unlock();
    },
  };
};

const openForOneProcess = ({
  path,
  cacheSizeKib = 32_768,
  checkpointPages = CHECKPOINT_PAGES,
  maxPageCount,
}: SqliteEventStoreOptions) => {
  const unlock = lockForOneProcess(path);
  try {
    const database = openDatabase({
      path,
      schema: LOG_SCHEMA,
      version: LOG_VERSION,
      synchronous: 'FULL',
      cacheSizeKib,
    });
    if (maxPageCount !== undefined) database.exec(`PRAGMA max_page_count = ${maxPageCount}`);
    reserveWal(path, checkpointPages * PAGE_BYTES);
    return { database, unlock };
  } catch (error) {
    unlock();
    throw error;
  }
};
