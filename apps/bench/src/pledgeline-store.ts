/** Our engine on a store of its own in a fresh folder, as the benchmarks need it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import type { EventStore } from '@pledgeline/event-sourcing';
import { pledgeCommands } from '@pledgeline/pledge';
import type { Handle } from './in-flight.ts';

export interface BenchStore {
  readonly folder: string;
  readonly store: EventStore;
  readonly handle: Handle;
  close(): Promise<void>;
}

export const openBenchStore = (): BenchStore => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-'));
  const store = sqliteEventStore({ path: join(folder, 'events.sqlite') });
  const handle = pledgeCommands(store);
  const close = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, store, handle, close };
};
