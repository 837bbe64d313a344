/** Leaves a write-ahead log of some size beside a file, as a process does that is killed before it has copied it into the file. */
import { cpSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Of a file that nobody has open. What stands in it means nothing to our code. */
export const fillWal = (path: string, bytes: number): void => {
  const wal = `${path}-wal`;
  const database = new DatabaseSync(path);
  database.exec('PRAGMA wal_autocheckpoint = 0; CREATE TABLE filler (content BLOB)');
  database.prepare('INSERT INTO filler VALUES (zeroblob(?))').run(bytes);
  for (const file of [path, wal]) cpSync(file, `${file}.copy`);
  database.close();
  for (const file of [path, wal]) cpSync(`${file}.copy`, file);
  rmSync(`${path}-shm`, { force: true });
};
