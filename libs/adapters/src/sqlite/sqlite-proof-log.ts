/**
 * The tree of the log in one SQLite file of its own: 256 entries, or hashes of a tile, in a row, so that a partial tile of any
 * size is the beginning of a row. One process writes it, any may read it; each write is flushed to disk before it returns.
 */
import { existsSync } from 'node:fs';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { StoreUnavailable } from '@pledgeline/event-sourcing';
import type { ComparedLog, ProofLeaf, ProofLog, ProofReader, SignedHead } from '@pledgeline/transparency';
import { lockForOneProcess } from './process-lock.ts';
import { COSIGNED, headsIn, keeperIn } from './sqlite-proof-heads.ts';
import { inTransaction, openDatabase, openForReading } from './sqlite-database.ts';

export interface SqliteProofLogOptions {
  /** A file, created when missing. */
  readonly path: string;
  /** Which log a new file is; one that is there keeps what it is. */
  readonly origin: string;
}

const VERSION = 1;
const SCHEMA = `
  CREATE TABLE entries (
    block INTEGER PRIMARY KEY,
    entries BLOB NOT NULL,
    positions TEXT NOT NULL
  ) STRICT;
  CREATE TABLE tiles (
    level INTEGER NOT NULL,
    n INTEGER NOT NULL,
    hashes BLOB NOT NULL,
    UNIQUE (level, n)
  ) STRICT;
  CREATE TABLE checkpoints (
    size INTEGER PRIMARY KEY,
    note TEXT NOT NULL,
    signed_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    origin TEXT NOT NULL,
    size INTEGER NOT NULL
  ) STRICT`;

const WIDTH = 256;
const HASH_BYTES = 32;
const CACHE_KIB = 4096;
/** Pages of 4 KiB in the write-ahead log, after which the writer copies them into the file. */
const WAL_PAGES = 1024;

/** @throws {Error} one clear sentence when another process has the file, or it is of another version. */
export const sqliteProofLog = ({ path, origin }: SqliteProofLogOptions): ProofLog => {
  const unlock = lockForOneProcess(path);
  let database: DatabaseSync | undefined;
  let reader: ComparedLog;
  try {
    database = openDatabase({
      path,
      schema: SCHEMA,
      version: VERSION,
      synchronous: 'FULL',
      cacheSizeKib: CACHE_KIB,
    });
    database.exec(`PRAGMA wal_autocheckpoint = ${WAL_PAGES}`);
    database.exec(COSIGNED);
    database
      .prepare('INSERT INTO state (id, origin, size) VALUES (1, ?, 0) ON CONFLICT DO NOTHING')
      .run(origin);
    reader = readerOn(database);
  } catch (error) {
    database?.close();
    unlock();
    throw error;
  }
  const setSize = database.prepare('UPDATE state SET size = ?');
  const setEntries = database.prepare(`
    INSERT INTO entries (block, entries, positions) VALUES (?1, ?2, ?3)
    ON CONFLICT (block) DO UPDATE SET entries = ?2, positions = ?3`);
  const setTile = database.prepare(`
    INSERT INTO tiles (level, n, hashes) VALUES (?1, ?2, ?3)
    ON CONFLICT (level, n) DO UPDATE SET hashes = ?3`);
  const keepIn = {
    checkpoints: keeperIn(database, 'checkpoints'),
    cosigned: keeperIn(database, 'cosigned'),
  };

  const addEntries = (size: number, leaves: readonly ProofLeaf[]): void => {
    for (let at = 0; at < leaves.length;) {
      const block = Math.floor((size + at) / WIDTH);
      const added = leaves.slice(at, at + (block + 1) * WIDTH - (size + at));
      const entries = Buffer.concat([reader.entries(block), ...added.map(({ entry }) => entry)]);
      const places = [...reader.positions(block), ...added.map(({ position }) => position)];
      setEntries.run(block, entries, places.join('\n'));
      at += added.length;
    }
  };

  const addHashes = (size: number, leaves: readonly ProofLeaf[]): void => {
    const levels: Uint8Array[][] = [];
    for (const { tileHashes } of leaves)
      tileHashes.forEach((hash, level) => (levels[level] ??= []).push(hash));
    levels.forEach((hashes, level) => {
      const before = Math.floor(size / WIDTH ** level);
      for (let at = 0; at < hashes.length;) {
        const n = Math.floor((before + at) / WIDTH);
        const added = hashes.slice(at, at + (n + 1) * WIDTH - (before + at));
        setTile.run(level, n, Buffer.concat([reader.tile(level, n), ...added]));
        at += added.length;
      }
    });
  };

  return {
    ...reader,
    append: (leaves) => {
      inTransaction(database, () => {
        const size = reader.size();
        addEntries(size, leaves);
        addHashes(size, leaves);
        setSize.run(size + leaves.length);
      });
    },
    keep: (head) => {
      inTransaction(database, () => {
        mustReach(reader, head);
        keepIn.checkpoints(head);
      });
    },
    cosign: (head) => {
      inTransaction(database, () => {
        mustReach(reader, head);
        keepIn.cosigned(head);
      });
    },
    close: () => {
      reader.close();
      unlock();
    },
  };
};

const mustReach = (reader: ProofReader, { size }: SignedHead): void => {
  if (size > reader.size())
    throw new RangeError(`a head of ${size} leaves is not of this log, which has ${reader.size()}`);
};

/**
 * For what another thread or process writes; undefined as long as there is no such file.
 * @throws {StoreUnavailable} as each of its methods, where the file cannot be read or is damaged.
 */
export const sqliteProofReader = (path: string): ProofReader | undefined => {
  if (!existsSync(path)) return undefined;
  const reader = readable(() => comparedProofLog(path));
  return {
    size: () => readable(() => reader.size()),
    newest: () => readable(() => reader.newest()),
    cosigned: () => readable(() => reader.cosigned()),
    tile: (level, index) => readable(() => reader.tile(level, index)),
    entries: (block) => readable(() => reader.entries(block)),
    leafAt: (position) => readable(() => reader.leafAt(position)),
    positions: (block) => readable(() => reader.positions(block)),
    close: () => reader.close(),
  };
};

/**
 * For who compares it with the store while nobody writes it. It writes nothing.
 * @throws {Error} for a file that cannot be read; as each of its methods, where it is damaged.
 */
export const comparedProofLog = (path: string): ComparedLog => {
  const database = openForReading(path, CACHE_KIB);
  try {
    return readerOn(database);
  } catch (error) {
    database.close();
    throw error;
  }
};

const AGAIN_AFTER_S = 5;

/** Whoever asks from outside learns nothing of the file; the log of the process has the cause. */
const readable = <Result>(read: () => Result): Result => {
  try {
    return read();
  } catch (cause) {
    throw new StoreUnavailable('The log of proofs cannot be read now.', AGAIN_AFTER_S, { cause });
  }
};

const readerOn = (database: DatabaseSync): ComparedLog => {
  const getState = database.prepare('SELECT origin FROM state');
  const getSize = database.prepare('SELECT size FROM state');
  const getEntries = database.prepare('SELECT entries AS bytes FROM entries WHERE block = ?');
  const getTile = database.prepare('SELECT hashes AS bytes FROM tiles WHERE level = ? AND n = ?');
  const getPositions = database.prepare('SELECT positions FROM entries WHERE block = ?');

  const positions = (block: number): readonly string[] => {
    const text = getPositions.get(block)?.['positions'] as string | undefined;
    return text === undefined || text === '' ? [] : text.split('\n');
  };

  const size = (): number => Number(getSize.get()?.['size'] ?? 0);

  return {
    size,
    origin: () => String(getState.get()?.['origin']),
    positions,
    ...headsIn(database),
    tile: (level, index) => bytesOf(getTile, level, index),
    entries: (block) => bytesOf(getEntries, block),
    leafAt: (position) => leafAmong(positions, size(), position),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
};

/** As far as it holds whole hashes. */
const bytesOf = (statement: StatementSync, ...key: SQLInputValue[]): Uint8Array => {
  const bytes = (statement.get(...key)?.['bytes'] as Uint8Array | undefined) ?? new Uint8Array();
  return bytes.subarray(0, bytes.length - (bytes.length % HASH_BYTES));
};

/** By halves: a few rows are read, however long the log is. */
const leafAmong = (
  positions: (block: number) => readonly string[],
  size: number,
  position: string,
): number | undefined => {
  let [first, last] = [0, Math.ceil(size / WIDTH) - 1];
  while (first <= last) {
    const block = Math.floor((first + last) / 2);
    const kept = positions(block);
    const [begin, end] = [kept[0], kept.at(-1)];
    if (begin === undefined || end === undefined)
      throw new RangeError(`block ${block} of the log is not there`);
    if (comparePositions(position, begin) < 0) last = block - 1;
    else if (comparePositions(position, end) > 0) first = block + 1;
    else {
      const at = kept.indexOf(position);
      if (at >= 0) return block * WIDTH + at;
      break;
    }
  }
  if (first * WIDTH >= size) return undefined;
  throw new RangeError(`no leaf of the log is of position ${position}`);
};

/** Of one store: they grow with it, in one number, or in two of which the second counts where the first is the same. */
const comparePositions = (one: string, other: string): number => {
  const others = other.split('/');
  for (const [n, part] of one.split('/').entries()) {
    const beside = others[n] ?? '';
    if (part !== beside) return part.length - beside.length || (part < beside ? -1 : 1);
  }
  return 0;
};
