/**
 * Which event ids are in the log, so that none is used twice.
 *
 * Ids are random: in an index on disk each would touch a page of its own, and appends would slow down as the log grows. So
 * 52 bits of every id are kept in memory, about 15 MB for a million events, and saved in the order of the log, many to a
 * row; an id whose bits are known is looked for there, which takes some milliseconds and says which event it was.
 */
import type { DatabaseSync } from 'node:sqlite';
import { keySet } from './key-set.ts';

export const EVENT_IDS_SCHEMA = `
  CREATE TABLE event_id_keys (
    first INTEGER PRIMARY KEY,
    keys BLOB NOT NULL
  ) STRICT`;

export interface EventIds {
  /** Position of the event with this id. */
  find(id: string): number | undefined;
  /** Positions follow one another, without gaps. */
  add(id: string, position: number): void;
  /** In the transaction that adds: saves what has gathered. */
  save(): void;
  committed(): void;
  rolledBack(): void;
}

/** What is not saved yet is read from the events when the log is opened. */
const KEYS_PER_ROW = 4096;

export const eventIds = (database: DatabaseSync, keysPerRow = KEYS_PER_ROW): EventIds => {
  const saveKeys = database.prepare('INSERT INTO event_id_keys (first, keys) VALUES (?, ?)');
  const savedKeys = database.prepare('SELECT first, keys FROM event_id_keys ORDER BY first DESC');
  const idsAfter = database.prepare('SELECT id FROM events WHERE position > ? ORDER BY position');
  const idAt = database.prepare('SELECT id FROM events WHERE position = ?');
  for (const statement of [savedKeys, idsAfter, idAt]) statement.setReturnArrays(true);

  const saved = savedKeys.all() as unknown as [first: number, keys: Uint8Array][];
  const count = saved.reduce((sum, [, keys]) => sum + keys.length / 8, 0);
  const known = keySet(count);
  for (const [, keys] of saved) for (const key of keysIn(keys)) known.add(key);

  /** Keys of the newest events, of which the first is at this position. */
  let unsaved: number[] = [];
  let first = count + 1;
  /** Of the open transaction. */
  const added = new Map<string, number>();
  let saving = false;

  const remember = (id: string): void => {
    known.add(keyOf(id));
    unsaved.push(keyOf(id));
  };
  for (const [id] of idsAfter.all(count) as unknown as [string][]) remember(id);

  const search = (id: string): number | undefined => {
    const key = keyOf(id);
    const rows = savedKeys.all() as unknown as [number, Uint8Array][];
    const candidates: [number, ArrayLike<number>][] = [[first, unsaved]];
    for (const [start, keys] of rows) candidates.push([start, keysIn(keys)]);
    for (const [start, keys] of candidates) {
      for (let n = 0; n < keys.length; n += 1) {
        if (keys[n] !== key) continue;
        if ((idAt.get(start + n) as unknown as [string] | undefined)?.[0] === id) return start + n;
      }
    }
    return undefined;
  };

  return {
    find: (id) => added.get(id) ?? (known.has(keyOf(id)) ? search(id) : undefined),
    add(id, position) {
      added.set(id, position);
    },
    save() {
      if (unsaved.length < keysPerRow) return;
      saveKeys.run(first, new Uint8Array(Float64Array.from(unsaved).buffer));
      saving = true;
    },
    committed() {
      if (saving) {
        first += unsaved.length;
        unsaved = [];
        saving = false;
      }
      for (const id of added.keys()) remember(id);
      added.clear();
    },
    rolledBack() {
      added.clear();
      saving = false;
    },
  };
};

/** The last 13 digits: random in every version of UUID, unlike the first. */
const keyOf = (id: string): number => Number.parseInt(id.slice(22, 23) + id.slice(24), 16);

const keysIn = (bytes: Uint8Array): Float64Array => new Float64Array(bytes.slice().buffer);
