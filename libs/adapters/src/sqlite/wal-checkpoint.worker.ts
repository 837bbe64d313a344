/**
 * Copies the write-ahead logs of databases into them, on a thread of its own, whenever asked. It never waits for a writer and no
 * writer waits for it. Erasable TypeScript only: Node loads this file as it is.
 */
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { parentPort } from 'node:worker_threads';
import type { FromCheckpointThread, ToCheckpointThread } from './wal-checkpoint-thread.ts';

interface Opened {
  readonly database: DatabaseSync;
  readonly checkpoint: StatementSync;
}

const files = new Map<string, Opened>();

const opened = (path: string): Opened => {
  const known = files.get(path);
  if (known !== undefined) return known;
  const database = new DatabaseSync(path);
  const file = { database, checkpoint: database.prepare('PRAGMA wal_checkpoint(PASSIVE)') };
  files.set(path, file);
  return file;
};

/** @returns whether this thread can help at all. */
const copy = (path: string): boolean => {
  let file: Opened;
  try {
    file = opened(path);
  } catch {
    return false;
  }
  try {
    // The second pass copies what was written during the first, and leaves little to the writer.
    file.checkpoint.get();
    file.checkpoint.get();
  } catch {
    // A full or failing disk: the log is whole, the next request tries again.
  }
  return true;
};

const answer = ({ path, leave }: ToCheckpointThread): FromCheckpointThread => {
  if (!leave) return { path, helped: copy(path) };
  files.get(path)?.database.close();
  files.delete(path);
  return { path, helped: true };
};

parentPort?.on('message', (request: ToCheckpointThread) => parentPort?.postMessage(answer(request)));
