/**
 * Copies the write-ahead log of one database into it, on a thread of its own, whenever asked. It never waits for a writer
 * and no writer waits for it. Erasable TypeScript only: Node loads this file as it is.
 */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

const database = new DatabaseSync((workerData as { path: string }).path);
const checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');

parentPort?.on('message', (message: 'checkpoint' | 'close') => {
  if (message === 'close') {
    database.close();
    parentPort?.close();
    return;
  }
  try {
    // The second pass copies what was written during the first, and leaves little to the writer.
    checkpoint.get();
    checkpoint.get();
  } catch {
    // A full or failing disk: the log is whole, the next request tries again.
  }
  parentPort?.postMessage('done');
});
