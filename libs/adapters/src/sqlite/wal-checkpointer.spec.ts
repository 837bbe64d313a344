/** Runs under a load that never pauses: without help from both threads the write-ahead log would only grow. */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { newId } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { sqliteEventStore } from './sqlite-event-store.ts';
import { walCheckpointer } from './wal-checkpointer.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-wal-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const data = { text: 'x'.repeat(20_000) };
const event = () => ({
  id: newId(),
  type: 'Noted',
  schemaVersion: 1,
  data,
  metadata: recorded({ type: 'Noted', data }, 0).metadata,
});

it('the write-ahead log stays short under a steady load, and is gone after closing', async () => {
  const path = join(folder, 'log.sqlite');
  const store = sqliteEventStore({ path, checkpointPages: 64 });
  let written = 0;
  const append = async (): Promise<void> => {
    await store.append(`s-${newId()}`, 'no-stream', [event()]);
    written += data.text.length;
  };
  const walSize = (): number => statSync(`${path}-wal`).size;
  // The file keeps the size of its longest time, so much more has to be written than it ever holds.
  while (written < 20_000_000 || written < 4 * walSize()) await Promise.all([append(), append(), append()]);
  expect(walSize()).toBeLessThan(written / 4);
  await store.close();
  expect(existsSync(`${path}-wal`)).toBe(false);
});

it('the writer copies alone when there is no thread to help', async () => {
  const database = new DatabaseSync(join(folder, 'alone.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (a)');
  const path = join(folder, 'no', 'such', 'file.sqlite');
  const checkpointer = walCheckpointer({ database, path, softPages: 10, hardPages: 20 });
  const look = database.prepare('PRAGMA wal_checkpoint(NOOP)');
  let longest = 0;
  for (let pages = 0; pages >= longest;) {
    longest = pages;
    database.exec('INSERT INTO t VALUES (zeroblob(8192))');
    checkpointer.committed();
    await nextTurn();
    pages = Number(look.get()?.['log']);
  }
  expect(longest).toBeGreaterThan(20);
  await checkpointer.close();
  database.close();
});
