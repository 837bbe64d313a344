import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { walCopier } from './wal-checkpoint-thread.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-wal-thread-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const written = (name: string): { path: string; database: DatabaseSync } => {
  const path = join(folder, name);
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (a)');
  database.exec('INSERT INTO t VALUES (zeroblob(40960))');
  return { path, database };
};

/** Pages in the log, and those of them that are in the database. */
const pages = (database: DatabaseSync): readonly [number, number] => {
  const { log, checkpointed } = database.prepare('PRAGMA wal_checkpoint(NOOP)').get() ?? {};
  return [Number(log), Number(checkpointed)];
};

it('copies the logs of several files, each whole', async () => {
  const files = [written('one.sqlite'), written('two.sqlite')];
  const copiers = files.map(({ path }) => walCopier(path));
  expect(await Promise.all(copiers.map(({ copy }) => copy()))).toEqual([true, true]);
  for (const { database } of files) {
    const [all, copied] = pages(database);
    expect(all).toBeGreaterThan(10);
    expect(copied).toBe(all);
  }
  await Promise.all(copiers.map(({ leave }) => leave()));
  for (const { path, database } of files) {
    database.close();
    // Nobody else has the file open any more.
    expect(existsSync(`${path}-wal`)).toBe(false);
  }
});

it('goes on for others when one leaves, and begins again after the last', async () => {
  const [stays, leaves] = [written('stays.sqlite'), written('leaves.sqlite')];
  const copier = walCopier(stays.path);
  const other = walCopier(leaves.path);
  await Promise.all([copier.copy(), other.copy()]);
  await other.leave();
  await other.leave();
  expect(await copier.copy()).toBe(true);
  await copier.leave();
  expect(await copier.copy()).toBe(true);
  await copier.leave();
  for (const { database } of [stays, leaves]) database.close();
});

it('says of a file that it cannot open that it is no help, and helps others', async () => {
  const { path, database } = written('found.sqlite');
  const lost = walCopier(join(folder, 'no', 'such', 'file.sqlite'));
  const found = walCopier(path);
  expect(await Promise.all([lost.copy(), found.copy()])).toEqual([false, true]);
  await Promise.all([lost.leave(), found.leave()]);
  database.close();
});
