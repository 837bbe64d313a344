/** A file that is put back from a copy, as an operator does it. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstEvents, restoredLogContract } from '../testing/restored-log.contract.ts';
import { sqliteEventStore } from './sqlite-event-store.ts';

restoredLogContract('sqlite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-restored-'));
  const [path, copy] = [join(folder, 'events.sqlite'), join(folder, 'copy.sqlite')];
  let store = sqliteEventStore({ path });
  return Promise.resolve({
    async backUp() {
      await firstEvents(store);
      await store.close();
      copyFileSync(path, copy);
      return (store = sqliteEventStore({ path }));
    },
    async restore() {
      await store.close();
      for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
      copyFileSync(copy, path);
      return (store = sqliteEventStore({ path }));
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
});
