/**
 * Gives the write-ahead log its usual size before it is needed. A flush of a file that has just grown must also record the
 * new size; one that overwrites costs about half. SQLite never reads past the newest valid frame, as after every reset of
 * the log, so what lies behind it means nothing.
 */
import { closeSync, fdatasyncSync, fstatSync, openSync, writeSync } from 'node:fs';

const CHUNK = Buffer.alloc(1 << 20);

/** However long the log may become, no more than this is written ahead. */
const MOST_BYTES = 64 << 20;

/** Call when the file is open in WAL mode and has been written to. Without it everything works, only slower. */
export const reserveWal = (path: string, usualBytes: number): void => {
  if (path === ':memory:') return;
  const bytes = Math.min(usualBytes, MOST_BYTES);
  try {
    const file = openSync(`${path}-wal`, 'r+');
    try {
      for (let at = fstatSync(file).size; at < bytes; at += CHUNK.length)
        writeSync(file, CHUNK, 0, CHUNK.length, at);
      fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // A full disk, or nothing written yet.
  }
};
