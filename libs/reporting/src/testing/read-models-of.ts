/** Real read models in memory, fed with a history. */
import { sqliteEventStore, sqliteViews } from '@pledgeline/adapters/sqlite';
import type { Caller } from '@pledgeline/contracts';
import type { EventStore, RecordedEvent, Views } from '@pledgeline/event-sourcing';
import { projections } from '../read-models/projections.ts';
import { openReadModels } from '../read-models/read-models.ts';
import type { Reading, ReadModels } from '../read-models/read-models.ts';

export interface OpenedReadModels {
  readonly readModels: ReadModels;
  readonly store: EventStore;
  readonly views: Views;
  close(): Promise<void>;
}

/** The clock of the tests: later than every history they tell. */
const NOW = '2026-11-23T09:00:00.000Z';

const open: OpenedReadModels[] = [];

export const openInMemory = async ({
  patience = 0,
  clock = (): string => NOW,
} = {}): Promise<OpenedReadModels> => {
  const files: Views[] = [];
  const openViews = (): Promise<Views> => {
    const views = sqliteViews({ path: ':memory:' });
    files.push(views);
    return Promise.resolve(views);
  };
  const store = sqliteEventStore({ path: ':memory:', clock });
  const readModels = await openReadModels({ store, openViews, clock, patience });
  const [views] = files;
  if (views === undefined) throw new Error('the read models opened no views');
  const close = async (): Promise<void> => {
    await store.close();
    for (const file of files) await file.close();
  };
  const opened = { readModels, store, views, close };
  open.push(opened);
  return opened;
};

/** For `afterEach`. */
export const closeAll = async (): Promise<void> => {
  for (const opened of open.splice(0)) await opened.close();
};

const AUDITOR: Caller = { subject: 'an.auditor', role: 'AUDITOR', state: null };

/** @param caller whose reading it is; an auditor's, who reads everything, where nobody is named. */
export const readingOf = async (
  events: readonly RecordedEvent[],
  caller: Caller = AUDITOR,
): Promise<Reading> => {
  const { readModels } = await openInMemory();
  await readModels.handle(events);
  return readModels.ask({}, caller, (reading) => Promise.resolve(reading));
};

/** Into the log, one event at a time, in order. */
export const append = async (store: EventStore, events: readonly RecordedEvent[]): Promise<void> => {
  for (const { id, type, schemaVersion, data, metadata, stream, revision } of events) {
    const expected = revision === 0 ? 'no-stream' : revision - 1;
    await store.append(stream, expected, [{ id, type, schemaVersion, data, metadata }]);
  }
};

/** Every row of every read model. */
export const dumpOf = async (views: Views): Promise<unknown[]> => {
  const rows: unknown[] = [];
  for (const { name } of projections) {
    for await (const row of views.dump(name)) rows.push([name, row]);
  }
  return rows;
};
