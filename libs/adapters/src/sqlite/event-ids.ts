/**
 * Which event ids are in the log, so that none is used twice.
 *
 * Ids are random: written to an index as they come, each would touch a page of its own, and appends would slow down as the
 * log grows. So new ids wait in memory, in buckets of neighbours, and each commit writes out a few whole buckets, in turn.
 * What waited when a process was killed is found in the log itself, from the position up to which every id was written.
 * The index holds 52 bits of an id, as SQLite's fastest key; the log tells which id it was.
 */
import type { DatabaseSync } from 'node:sqlite';

export const EVENT_IDS_SCHEMA = `
  CREATE TABLE event_ids (
    key INTEGER PRIMARY KEY,
    position INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE event_ids_complete (
    through INTEGER NOT NULL
  ) STRICT;
  INSERT INTO event_ids_complete VALUES (0)`;

export interface EventIds {
  /** Position of the event with this id. */
  find(id: string): number | undefined;
  add(id: string, position: number): void;
  /** In the transaction that adds: writes out what has waited longest. */
  writeOut(): void;
  /** In a transaction of its own: writes out everything. */
  writeAll(): void;
  committed(): void;
  rolledBack(): void;
}

const BUCKETS = 4096;
/** More of them make larger neighbourhoods, and a longer look at the log after a kill. */
const MAX_WAITING = 65_536;

export const eventIds = (database: DatabaseSync, maxWaiting = MAX_WAITING): EventIds => {
  const at = database.prepare('SELECT position FROM event_ids WHERE key = ?');
  const insert = database.prepare('INSERT INTO event_ids (key, position) VALUES (?, ?)');
  const idAt = database.prepare('SELECT id FROM events WHERE position = ?');
  const complete = database.prepare('UPDATE event_ids_complete SET through = max(through, ?)');
  at.setReturnArrays(true);
  idAt.setReturnArrays(true);

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

  /** Where the id is written, or the free key where it would be: ids that share a key lie side by side. */
  const look = (id: string): { readonly key: number; readonly position: number | undefined } => {
    for (let key = keyOf(id); ; key += 1) {
      const position = (at.get(key) as unknown as [number] | undefined)?.[0];
      if (position === undefined || (idAt.get(position) as unknown as [string])[0] === id)
        return { key, position };
    }
  };

  const writeBucket = (): number => {
    const bucket = buckets[(turn + written) % BUCKETS] ?? [];
    written += 1;
    for (const id of bucket.toSorted(byKey)) {
      const { key, position } = look(id);
      if (position === undefined) insert.run(key, waiting.get(id) ?? null);
    }
    // After a full round, whatever waited when it began has been written.
    if (turn + written === BUCKETS) complete.run(newestAtStart);
    return bucket.length;
  };

  return {
    find: (id) => added.get(id) ?? waiting.get(id) ?? look(id).position,
    add(id, position) {
      added.set(id, position);
    },
    writeOut() {
      // Twice what came: after an open, too many may wait for some time, and no commit pays for all of them.
      let excess = Math.min(waiting.size + added.size - maxWaiting, 2 * added.size);
      while (excess > 0 && written < BUCKETS) excess -= writeBucket();
    },
    writeAll() {
      while (written < BUCKETS) writeBucket();
      complete.run(newest);
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
    SELECT id, position FROM events
    WHERE position > (SELECT through FROM event_ids_complete)`);
  statement.setReturnArrays(true);
  return statement.all() as unknown as [string, number][];
};

/** The last 13 digits: random in every version of UUID, unlike the first. */
const keyOf = (id: string): number => Number.parseInt(id.slice(22, 23) + id.slice(24), 16);

const bucketOf = (id: string): number => Number.parseInt(id.slice(22, 23) + id.slice(24, 26), 16);

const byKey = (one: string, other: string): number => keyOf(one) - keyOf(other);
