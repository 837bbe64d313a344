/** The log and the read models that ship, in memory. */
import { sqliteEventStore, sqliteViews } from '@pledgeline/adapters/sqlite';
import type { EventStore, Views } from '@pledgeline/event-sourcing';

export const openLog = (now: string): EventStore => sqliteEventStore({ path: ':memory:', clock: () => now });

export const openViews = (): Promise<Views> => Promise.resolve(sqliteViews({ path: ':memory:' }));
