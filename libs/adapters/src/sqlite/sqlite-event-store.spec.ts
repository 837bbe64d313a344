/** The contract, and what is special to one file and one process: groups, a full disk, locks, the clock. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract } from '@pledgeline/event-sourcing/testing';
import { sqliteEventStore } from './sqlite-event-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-log-'));
let files = 0;
const newFile = (): string => join(folder, `${(files += 1)}.sqlite`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

eventStoreContract('sqlite', () => {
  const path = newFile();
  let store = sqliteEventStore({ path });
  return Promise.resolve({
    store,
    async reopen() {
      await store.close();
      return (store = sqliteEventStore({ path }));
    },
    close: () => store.close(),
  });
});
