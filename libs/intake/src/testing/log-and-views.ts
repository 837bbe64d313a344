/** The log and the read models that ship, in memory. */
import { sqliteEventStore, sqliteViews } from '@pledgeline/adapters/sqlite';
import type { EventStore, Views } from '@pledgeline/event-sourcing';

export const NOW = '2026-01-15T09:00:00.000Z';

export const openLog = (): EventStore => sqliteEventStore({ path: ':memory:', clock: () => NOW });

export const openViews = (): Promise<Views> => Promise.resolve(sqliteViews({ path: ':memory:' }));

export const wholeLog = (store: EventStore) => store.readAll({ limit: 10_000 });
