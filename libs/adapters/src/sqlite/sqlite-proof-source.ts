/**
 * The events of the log's file as the log of proofs reads them: whatever stands in a row is given, also before the first place of
 * the log and of no stream, and what is wrong with it is said. Asked exactly, it looks at the bytes of the text, and whether the
 * indexes by which streams are found and read lead to the same row.
 */
import { HistoryChanged } from '@pledgeline/transparency';
import type { EventSource, StoredEvent } from '@pledgeline/transparency';
import { answerOf, isDamaged, openForReading } from './sqlite-database.ts';

export interface SqliteProofSourceOptions {
  /** A file that a `sqliteEventStore` has made. */
  readonly path: string;
}

export interface SqliteProofSource extends EventSource {
  close(): Promise<void>;
}

const CACHE_KIB = 8_192;
/** Of SQLite: an event at the place before it would be seen by nobody. */
const FIRST = -(2n ** 63n);

/** With big integers: a number that was changed may be one that JavaScript does not hold. */
type Row = [
  position: bigint,
  stream: string | null,
  revision: bigint,
  recordedAt: string,
  id: string,
  text: string,
  bytes: Uint8Array | null,
  isIndexed: bigint,
];

/**
 * @throws {Error} when there is no such file.
 * @throws {HistoryChanged} as its method, for a file that is damaged, and a place that it cannot have.
 */
export const sqliteProofSource = ({ path }: SqliteProofSourceOptions): SqliteProofSource => {
  const database = openForReading(path, CACHE_KIB);
  const page = (bytes: string, isIndexed: string) => {
    const statement = database.prepare(`
      SELECT position, name, revision, recorded_at, events.id, event, ${bytes}, ${isIndexed}
      FROM events LEFT JOIN streams ON streams.id = stream WHERE position >= ? ORDER BY position LIMIT ?`);
    statement.setReturnArrays(true);
    statement.setReadBigInts(true);
    return statement;
  };
  const read = page('NULL', '1');
  const readExactly = page(
    'CAST(event AS BLOB)',
    `(SELECT same.position FROM events AS same INDEXED BY sqlite_autoindex_events_1
      WHERE same.stream = events.stream AND same.revision = events.revision) IS events.position
    AND (SELECT same.id FROM streams AS same INDEXED BY sqlite_autoindex_streams_1
      WHERE same.name = streams.name) IS streams.id`,
  );
  return {
    readAll: ({ after, limit, isExact = false }) =>
      answerOf(() => {
        const from = after === undefined ? FIRST : placeIn(after) + 1n;
        try {
          return ((isExact ? readExactly : read).all(from, limit) as unknown as Row[]).map(storedIn);
        } catch (error) {
          if (!isDamaged(error)) throw error;
          throw new HistoryChanged(`the file of the events is damaged: ${(error as Error).message}`, {
            cause: error,
          });
        }
      }),
    close: () => answerOf(() => database.close()),
  };
};

const placeIn = (after: string): bigint => {
  const place = /^-?\d{1,19}$/.test(after) ? BigInt(after) : undefined;
  if (place !== undefined && place >= FIRST && place < -FIRST - 1n) return place;
  throw new HistoryChanged(`the file of the log names ${JSON.stringify(after)} as a place of an event`);
};

const storedIn = ([position, stream, revision, recordedAt, id, text, bytes, isIndexed]: Row): StoredEvent => {
  const { flaw, ...event } = eventIn(text);
  const place = {
    ...{ id, recordedAt, position: String(position), revision: Number(revision) },
    stream: stream ?? 'no stream',
  };
  if (flaw !== undefined) return { ...place, ...event, flaw };
  if (stream === null) return { ...place, ...event, flaw: 'it is of no stream' };
  if (isIndexed === 0n) return { ...place, ...event, flaw: 'its stream does not lead to it' };
  if (bytes !== null && Buffer.compare(bytes, Buffer.from(JSON.stringify(event))) !== 0)
    return { ...place, ...event, flaw: 'its text is not as it was written' };
  return { ...place, ...event };
};

type Content = Pick<StoredEvent, 'type' | 'schemaVersion' | 'data' | 'metadata' | 'flaw'>;

/** In the order in which it is written. */
const eventIn = (text: string): Content => {
  try {
    const { type, schemaVersion, data, metadata } = JSON.parse(text) as Partial<Content>;
    if (typeof type === 'string' && typeof schemaVersion === 'number' && typeof metadata === 'object')
      return { type, schemaVersion, data, metadata };
  } catch {
    // As what is read but is no event.
  }
  return { ...NO_EVENT, flaw: 'its text is that of no event' };
};

const NO_EVENT = { type: '', schemaVersion: 0, data: null, metadata: {} };
