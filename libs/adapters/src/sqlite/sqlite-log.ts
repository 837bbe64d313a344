/**
 * The log in its file: streams, and events in commit order. An event is one JSON text, so that a replay parses once per
 * event; streams are numbered in the order of their first event, so that the index of busy streams stays together and an
 * append does not slow down as the log grows. Synchronous; transactions are the caller's.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { UUID } from '@pledgeline/event-sourcing';
import type { AppendedEvent, EventToAppend, RecordedEvent } from '@pledgeline/event-sourcing';
import { EVENT_IDS_SCHEMA } from './event-ids.ts';
import { newestEvents } from './newest-events.ts';

export const LOG_VERSION = 1;

export const LOG_SCHEMA = `
  CREATE TABLE streams (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams,
    revision INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    id TEXT NOT NULL,
    event TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  ${EVENT_IDS_SCHEMA}`;

/** An event made ready to be written. */
export interface WritableEvent {
  readonly id: string;
  readonly text: string;
}

/** Where a stream ends. */
export interface StreamHead {
  readonly id: number;
  readonly revision: number;
}

/** An event by its stream and its place in it. */
export interface StreamPlace {
  readonly stream: number;
  readonly revision: number;
}

export interface Added {
  readonly event: AppendedEvent;
  readonly position: number;
}

export interface SqliteLog {
  head(stream: string): StreamHead | undefined;
  /** Adds to the end of a stream, whose head is given when it exists. */
  add(
    stream: string,
    head: StreamHead | undefined,
    recordedAt: string,
    events: readonly WritableEvent[],
  ): Added[];
  /** Call when a transaction that added was rolled back, or where others write. */
  forgetHeads(): void;
  readStream(stream: string, from: number, limit: number): RecordedEvent[];
  readAll(after: number, limit: number): RecordedEvent[];
  /** In the order in which streams began, each from its beginning. */
  readStreams(
    after: StreamPlace,
    limit: number,
  ): { readonly events: RecordedEvent[]; readonly last: StreamPlace };
  /** The event at exactly this position; undefined when there is none. */
  at(position: number): RecordedEvent | undefined;
  /** The newest event; undefined when the log is empty. */
  last(): RecordedEvent | undefined;
}

/** Streams whose end is kept in memory: this process alone writes, so what it wrote last is so. */
const KNOWN_HEADS = 10_000;

type StreamRow = [position: number, revision: number, recordedAt: string, id: string, event: string];
type LogRow = [
  position: number,
  stream: string,
  revision: number,
  recordedAt: string,
  id: string,
  event: string,
];

const LOG_ROW =
  'SELECT position, name, revision, recorded_at, events.id, event FROM events JOIN streams ON streams.id = stream';

export const sqliteLog = (database: DatabaseSync): SqliteLog => {
  const prepare = (sql: string): StatementSync => {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  const getHead = prepare(
    'SELECT id, (SELECT max(revision) FROM events WHERE stream = streams.id) FROM streams WHERE name = ?',
  );
  const addStream = prepare('INSERT INTO streams (name) VALUES (?)');
  const addEvent = prepare(
    'INSERT INTO events (stream, revision, recorded_at, id, event) VALUES (?, ?, ?, ?, ?)',
  );
  const readStream = prepare(`
    SELECT position, revision, recorded_at, id, event FROM events
    WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`);
  const readAll = prepare(`${LOG_ROW} WHERE position > ? ORDER BY position LIMIT ?`);
  const readStreams = prepare(`
    SELECT stream, position, name, revision, recorded_at, events.id, event FROM events JOIN streams ON streams.id = stream
    WHERE (stream, revision) > (?, ?) ORDER BY stream, revision LIMIT ?`);
  const at = prepare(`${LOG_ROW} WHERE position = ?`);
  const last = prepare(`${LOG_ROW} ORDER BY position DESC LIMIT 1`);
  const heads = new Map<string, StreamHead>();
  const newest = newestEvents();

  const know = (stream: string, head: StreamHead): void => {
    heads.set(stream, head);
    if (heads.size > KNOWN_HEADS) for (const oldest of heads.keys()) return void heads.delete(oldest);
  };

  const head = (stream: string): StreamHead | undefined => {
    const known = heads.get(stream);
    if (known) return known;
    const row = getHead.get(stream) as unknown as [number, number] | undefined;
    if (row === undefined) return undefined;
    const found = { id: row[0], revision: row[1] };
    know(stream, found);
    return found;
  };

  return {
    head,

    add(stream, before, recordedAt, events) {
      const streamId = before?.id ?? Number(addStream.run(stream).lastInsertRowid);
      let revision = before?.revision ?? -1;
      const added = events.map(({ id, text }) => {
        revision += 1;
        const position = Number(addEvent.run(streamId, revision, recordedAt, id, text).lastInsertRowid);
        const event = toAppended(stream, revision, id, text);
        newest.add({ ...event, position: String(position), recordedAt }, text.length);
        return { event, position };
      });
      know(stream, { id: streamId, revision });
      return added;
    },

    forgetHeads: () => {
      heads.clear();
      newest.forget();
    },

    readStream(stream, from, limit) {
      const known = head(stream);
      if (known === undefined || from > known.revision) return [];
      const rows = readStream.all(known.id, from, limit) as unknown as StreamRow[];
      return rows.map(([position, ...row]) => toRecorded(position, stream, ...row));
    },

    readAll: (after, limit) =>
      newest.after(after, limit) ??
      (readAll.all(after, limit) as unknown as LogRow[]).map((row) => toRecorded(...row)),

    readStreams(after, limit) {
      const rows = readStreams.all(after.stream, after.revision, limit) as unknown as [number, ...LogRow][];
      const events = rows.map(([, ...row]) => toRecorded(...row));
      const [stream] = rows.at(-1) ?? [];
      const revision = events.at(-1)?.revision;
      return { events, last: stream === undefined || revision === undefined ? after : { stream, revision } };
    },

    at(position) {
      const row = at.get(position) as unknown as LogRow | undefined;
      return row && toRecorded(...row);
    },

    last() {
      const row = last.get() as unknown as LogRow | undefined;
      return row && toRecorded(...row);
    },
  };
};

/** @throws {TypeError} when the id is not a UUID or the content cannot be written as JSON. */
export const writable = ({ id, type, schemaVersion, data, metadata }: EventToAppend): WritableEvent => {
  if (!UUID.test(id)) throw new TypeError(`the event id ${JSON.stringify(id)} is not a UUID in lower case`);
  return { id, text: JSON.stringify({ type, schemaVersion, data, metadata }) };
};

/** Built from the text as a reader will find it, so that what an append answers is what a read answers. */
const toAppended = (stream: string, revision: number, id: string, text: string): AppendedEvent => {
  const { type, schemaVersion, data, metadata } = JSON.parse(text) as EventToAppend;
  return { id, type, schemaVersion, data, metadata, stream, revision };
};

const toRecorded = (
  position: number,
  stream: string,
  revision: number,
  recordedAt: string,
  id: string,
  text: string,
): RecordedEvent => {
  const { type, schemaVersion, data, metadata } = JSON.parse(text) as EventToAppend;
  return {
    id,
    type,
    schemaVersion,
    data,
    metadata,
    stream,
    revision,
    position: String(position),
    recordedAt,
  };
};
