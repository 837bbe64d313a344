/**
 * Lets one process at a time use a file. The lock is SQLite's own, on an empty file beside it: the operating system frees
 * it when the process ends, however it ends, so there is no stale lock to clean up.
 */
import { DatabaseSync } from 'node:sqlite';

/**
 * Answers how to let go.
 * @throws {Error} when another process, or this one, has the file open.
 */
export const lockForOneProcess = (path: string): (() => void) => {
  if (path === ':memory:') return () => undefined;
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(`${path}.lock`, { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock?.close();
    const reason = lock === undefined ? 'its folder cannot be written' : 'it is in use';
    throw new Error(`Cannot open ${path}: ${reason}`, { cause });
  }
  const held = lock;
  return () => held.close();
};
