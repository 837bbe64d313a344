/**
 * The log in its file: streams, and events in commit order. An event is one JSON text, so that a replay parses once per
 * event; streams are numbered in the order of their first event, so that the index of busy streams stays together and an
 * append does not slow down as the log grows. Synchronous; transactions are the caller's.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EventToAppend, RecordedEvent } from '@pledgeline/event-sourcing';

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
    event_id BLOB NOT NULL UNIQUE,
    recorded_at TEXT NOT NULL,
    event TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT`;

/** An event made ready to be written: its id as 16 bytes, itself as JSON. */
export interface WritableEvent {
  readonly id: Uint8Array;
  readonly text: string;
}

/** Where a stream ends. */
export interface StreamHead {
  readonly id: number;
  readonly revision: number;
}

export interface SqliteLog {
  head(stream: string): StreamHead | undefined;
  /** The event with this id, wherever it is. */
  find(id: Uint8Array): RecordedEvent | undefined;
  addStream(name: string): number;
  /** Answers the new event's position. */
  add(stream: number, revision: number, recordedAt: string, event: WritableEvent): number;
  readStream(stream: string, from: number, limit: number): RecordedEvent[];
  readAll(after: number, limit: number): RecordedEvent[];
  /** The newest event; undefined when the log is empty. */
  last(): RecordedEvent | undefined;
}

type EventRow = [position: number, stream: string, revision: number, recordedAt: string, event: string];

const EVENT = 'SELECT position, name, revision, recorded_at, event FROM events JOIN streams ON id = stream';

export const sqliteLog = (database: DatabaseSync): SqliteLog => {
  const prepare = (sql: string): StatementSync => {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  const head = prepare(
    'SELECT id, (SELECT max(revision) FROM events WHERE stream = id) FROM streams WHERE name = ?',
  );
  const find = prepare(`${EVENT} WHERE event_id = ?`);
  const addStream = prepare('INSERT INTO streams (name) VALUES (?)');
  const add = prepare(
    'INSERT INTO events (stream, revision, event_id, recorded_at, event) VALUES (?, ?, ?, ?, ?)',
  );
  const readStream = prepare(`${EVENT} WHERE name = ? AND revision >= ? ORDER BY revision LIMIT ?`);
  const readAll = prepare(`${EVENT} WHERE position > ? ORDER BY position LIMIT ?`);
  const last = prepare(`${EVENT} ORDER BY position DESC LIMIT 1`);

  return {
    head(stream) {
      const row = head.get(stream) as unknown as [number, number] | undefined;
      return row && { id: row[0], revision: row[1] };
    },
    find: (id) => one(find.get(id)),
    addStream: (name) => Number(addStream.run(name).lastInsertRowid),
    add: (stream, revision, recordedAt, { id, text }) =>
      Number(add.run(stream, revision, id, recordedAt, text).lastInsertRowid),
    readStream: (stream, from, limit) => many(readStream.all(stream, from, limit)),
    readAll: (after, limit) => many(readAll.all(after, limit)),
    last: () => one(last.get()),
  };
};

/** @throws {TypeError} when the id is not a UUID or the content cannot be written as JSON. */
export const writable = ({ id, type, schemaVersion, data, metadata }: EventToAppend): WritableEvent => {
  if (!UUID.test(id)) throw new TypeError(`the event id ${JSON.stringify(id)} is not a UUID in lower case`);
  return {
    id: Buffer.from(id.replaceAll('-', ''), 'hex'),
    text: JSON.stringify({ id, type, schemaVersion, data, metadata }),
  };
};

/** Built from the text as a reader will find it, so that what an append answers is what a read answers. */
export const toRecorded = (
  position: number,
  stream: string,
  revision: number,
  recordedAt: string,
  text: string,
): RecordedEvent => {
  const { id, type, schemaVersion, data, metadata } = JSON.parse(text) as EventToAppend;
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

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const many = (rows: unknown): RecordedEvent[] => (rows as EventRow[]).map((row) => toRecorded(...row));

const one = (row: unknown): RecordedEvent | undefined =>
  row === undefined ? undefined : toRecorded(...(row as EventRow));
