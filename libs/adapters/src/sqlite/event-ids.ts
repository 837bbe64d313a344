/**
 * Which event ids are in the log, so that none is used twice.
 *
 * Ids are random: written to an index as they come, each would touch a page of its own, and appends would slow down as the
 * log grows. So new ids wait in memory, in buckets by their first digits, and each commit writes out whole buckets, in
 * turn: neighbours in the index, a few pages for all of them. What was waiting when a process ended is found in the log
 * itself, from the position up to which every id has been written.
 */
import type { DatabaseSync } from 'node:sqlite';

export const EVENT_IDS_SCHEMA = `
  CREATE TABLE event_ids (
    id BLOB PRIMARY KEY,
    position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE event_ids_complete (
    through INTEGER NOT NULL
  ) STRICT;
  INSERT INTO event_ids_complete VALUES (0)`;

export interface EventIds {
  /** Position of the event with this id. */
  find(id: string): number | undefined;
  add(id: string, position: number): void;
  /** In the transaction that adds: writes out what waits too long. */
  writeOut(): void;
  committed(): void;
  rolledBack(): void;
}

/** First three hexadecimal digits. */
const BUCKETS = 4096;
/** More of them make larger neighbourhoods, and a longer look at the log when it is opened. */
const MAX_WAITING = 32_768;

export const eventIds = (database: DatabaseSync): EventIds => {
  const find = database.prepare('SELECT position FROM event_ids WHERE id = ?');
  const insert = database.prepare('INSERT OR IGNORE INTO event_ids (id, position) VALUES (?, ?)');
  const complete = database.prepare('UPDATE event_ids_complete SET through = max(through, ?)');
  find.setReturnArrays(true);

  const waiting = new Map<string, number>();
  const buckets = Array.from({ length: BUCKETS }, (): string[] => []);
  /** Of the open transaction. */
  const added = new Map<string, number>();
  let written = 0;
  /** Whose turn it is, and how far the log had come when the turns began. */
  let turn = 0;
  let newest = 0;
  let newestAtStart = 0;

  const wait = (id: string, position: number): void => {
    waiting.set(id, position);
    buckets[bucketOf(id)]?.push(id);
    newest = position;
  };
  for (const [id, position] of notWritten(database)) wait(id, position);
  newestAtStart = newest;

  return {
    find(id) {
      const inMemory = added.get(id) ?? waiting.get(id);
      return inMemory ?? (find.get(toBytes(id)) as unknown as [number] | undefined)?.[0];
    },
    add(id, position) {
      added.set(id, position);
    },
    writeOut() {
      // Twice what came: after an open, too many wait for some time, and no commit pays for all of them.
      let excess = Math.min(waiting.size + added.size - MAX_WAITING, 2 * added.size);
      while (excess > 0 && written < BUCKETS) {
        const bucket = buckets[(turn + written) % BUCKETS] ?? [];
        for (const id of bucket.toSorted()) insert.run(toBytes(id), waiting.get(id) ?? null);
        excess -= bucket.length;
        written += 1;
      }
      // After a full round, whatever was waiting at its start has been written.
      if (turn + written >= BUCKETS) complete.run(newestAtStart);
    },
    committed() {
      for (; written > 0; written -= 1) {
        for (const id of buckets[turn]?.splice(0) ?? []) waiting.delete(id);
        turn = (turn + 1) % BUCKETS;
        if (turn === 0) newestAtStart = newest;
      }
      for (const [id, position] of added) wait(id, position);
      added.clear();
    },
    rolledBack() {
      added.clear();
      written = 0;
    },
  };
};

const notWritten = (database: DatabaseSync): [id: string, position: number][] => {
  const statement = database.prepare(`
    SELECT json_extract(event, '$.id'), position FROM events
    WHERE position > (SELECT through FROM event_ids_complete)`);
  statement.setReturnArrays(true);
  return statement.all() as unknown as [string, number][];
};

const bucketOf = (id: string): number => Number.parseInt(id.slice(0, 3), 16);

const toBytes = (id: string): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex');
