/**
 * Writes a group of appends in one transaction. Each is looked at before anything of it is written, with what earlier
 * members of the group wrote in sight, so that a refusal leaves its neighbours alone.
 */
import type { DatabaseSync } from 'node:sqlite';
import type {
  AppendedEvent,
  AppendResult,
  EventToAppend,
  ExpectedRevision,
  RecordedEvent,
} from '@pledgeline/event-sourcing';
import { MAX_APPEND_BYTES, mustFitAppend, WrongExpectedRevision } from '@pledgeline/event-sourcing';
import { eventIds } from './event-ids.ts';
import type { Outcome } from './group-commit.ts';
import { inTransaction, translate } from './sqlite-database.ts';
import type { SqliteLog, WritableEvent } from './sqlite-log.ts';
import { writable } from './sqlite-log.ts';

export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly WritableEvent[];
}

/**
 * @throws {TypeError} for events that no log can hold: none, an id twice or not a UUID, content that is not JSON.
 * @throws {AppendTooLarge}
 */
export const appendOf = (
  stream: string,
  expected: ExpectedRevision,
  events: readonly EventToAppend[],
): Append => {
  if (events.length === 0) throw new TypeError('an append needs at least one event');
  if (new Set(events.map(({ id }) => id)).size < events.length)
    throw new TypeError('an append has an event id twice');
  const texts = events.map(writable);
  if (mayExceed(texts)) mustFitAppend(events);
  return { stream, expected, events: texts };
};

/** A text holds data and metadata once, in at most three bytes for each character; ids and version come on top. */
const mayExceed = (texts: readonly WritableEvent[]): boolean =>
  texts.reduce((most, { text }) => most + 2 * BYTES_PER_CHARACTER * text.length, 0) > MAX_APPEND_BYTES;
const BYTES_PER_CHARACTER = 3;

/** Answers a function that commits a group, or throws when none of it was written. */
export const logWriter = (
  database: DatabaseSync,
  log: SqliteLog,
  clock: () => string,
): ((group: readonly Append[]) => readonly Outcome<AppendResult>[]) => {
  const ids = eventIds(database);
  let recordedAt = log.last()?.recordedAt ?? '';

  const write = ({ stream, expected, events }: Append): Outcome<AppendResult> => {
    const head = log.head(stream);
    if ((head?.revision ?? 'no-stream') !== expected) {
      const earlier = doneBefore(log, { stream, expected, events });
      return earlier ?? { refused: new WrongExpectedRevision(stream, expected, head?.revision ?? null) };
    }
    for (const { id } of events) {
      const used = ids.find(id);
      if (used !== undefined)
        return { refused: new Error(`event id ${id} is in the log already, at ${used}`) };
    }
    const added = log.add(stream, head, recordedAt, events);
    for (const { event, position } of added) ids.add(event.id, position);
    const result = {
      revision: (head?.revision ?? -1) + events.length,
      events: added.map(({ event }) => event),
    };
    return { result };
  };

  return (group) => {
    try {
      // The log's own time: a clock that steps back is waited for.
      const now = clock();
      if (now > recordedAt) recordedAt = now;
      const outcomes = inTransaction(database, () => {
        const written = group.map(write);
        ids.save();
        return written;
      });
      ids.committed();
      return outcomes;
    } catch (error) {
      ids.rolledBack();
      log.forgetHeads();
      throw translate(error);
    }
  };
};

/** The answer to an append that was done before: the same ids with the same bodies, at the places it asks for. */
const doneBefore = (
  log: SqliteLog,
  { stream, expected, events }: Append,
): Outcome<AppendResult> | undefined => {
  const first = expected === 'no-stream' ? 0 : expected + 1;
  const found = log.readStream(stream, first, events.length);
  const same = found.length === events.length && found.every((event, n) => isSame(event, events[n]));
  return same
    ? { result: { revision: first + events.length - 1, events: found.map(asAppended) } }
    : undefined;
};

const asAppended = ({ position: _, recordedAt: __, ...event }: RecordedEvent): AppendedEvent => event;

const isSame = (stored: RecordedEvent, given: WritableEvent | undefined): boolean => {
  if (stored.id !== given?.id) return false;
  return bodyOf(stored) === bodyOf(JSON.parse(given.text) as EventToAppend);
};

const bodyOf = ({ type, schemaVersion, data }: EventToAppend): string =>
  JSON.stringify([type, schemaVersion, data]);
