/**
 * Reads the log while its one writer goes on, from another thread or process. It takes no lock that the writer waits for, and
 * sees what was committed when a page is read.
 */
import type { EventReader, EventStore } from '@pledgeline/event-sourcing';
import { eventAt, pageSize, positionOf, streamsPage } from './log-pages.ts';
import { answerOf, openForReading } from './sqlite-database.ts';
import { sqliteLog } from './sqlite-log.ts';

export interface SqliteEventReaderOptions {
  /** A file that a `sqliteEventStore` has made. */
  readonly path: string;
  /** Memory for pages of the file; 8 MiB when absent. */
  readonly cacheSizeKib?: number;
}

/** @throws {Error} when there is no such file. */
export const sqliteEventReader = ({
  path,
  cacheSizeKib = 8_192,
}: SqliteEventReaderOptions): EventReader & Pick<EventStore, 'at' | 'last'> => {
  const database = openForReading(path, cacheSizeKib);
  const log = sqliteLog(database);
  return {
    read: (stream, { from = 0, limit } = {}) =>
      answerOf(() => {
        // The ends of streams that it knows are those of an earlier read.
        log.forgetHeads();
        return log.readStream(stream, from, pageSize(limit));
      }),
    readAll: ({ after, limit } = {}) => answerOf(() => log.readAll(positionOf(after), pageSize(limit))),
    readStreams: (page) => answerOf(() => streamsPage(log, page)),
    last: () => answerOf(() => log.last()?.position),
    at: (position, stood) =>
      answerOf(() => {
        log.forgetHeads();
        return eventAt(log, position, stood);
      }),
    close: () => answerOf(() => database.close()),
  };
};
