/**
 * What the crash test kills and then looks at: a log, a projection and a policy, on files of one folder. Streams hold
 * amounts; the policy adds each amount of a source to the stream that mirrors it.
 */
import { join } from 'node:path';
import type {
  Command,
  CommandHandler,
  Decider,
  Delivery,
  EventCatalogue,
  EventStore,
  Policy,
  Projection,
} from '@pledgeline/event-sourcing';
import { correctedHistory, handleCommand, project, react } from '@pledgeline/event-sourcing';
import { sqliteCheckpoints } from '../sqlite-checkpoints.ts';
import { sqliteDelivery } from '../sqlite-delivery.ts';
import { sqliteEventStore } from '../sqlite-event-store.ts';
import type { SqliteViews } from '../sqlite-views.ts';
import { sqliteViews } from '../sqlite-views.ts';

export interface Added {
  readonly amount: number;
  /** How many events its command appended: all of them are there, or none. */
  readonly together: number;
}

interface Total {
  readonly total: number;
  readonly revision: number;
}

export type Add = Command<'Add', { readonly amounts: readonly number[] }>;

export const catalogue: EventCatalogue = {
  describe: () => ({ schemaVersion: 1, visibility: 'INTERNAL' }),
  upcast: (event) => event,
  struck: () => undefined,
  corrects: () => false,
  corrected: (events) => events,
};

export const adder: Decider<null, Add> = {
  initialState: () => null,
  evolve: () => null,
  decide: ({ data: { amounts } }) =>
    amounts.map((amount): { type: string; data: Added } => ({
      type: 'Added',
      data: { amount, together: amounts.length },
    })),
};

export const totals: Projection<Total> = {
  name: 'totals',
  version: 1,
  columns: { total: ({ total }) => total },
  handles: ['Added'],
  keyOf: ({ stream }) => stream,
  apply: (row, { data, revision }) => ({ total: (row?.total ?? 0) + (data as Added).amount, revision }),
};

const mirror: Policy = {
  name: 'mirror',
  on: ['Added'],
  react({ stream, data }) {
    if (!stream.startsWith('source-')) return [];
    return [{ stream: mirrorOf(stream), type: 'Add', data: { amounts: [(data as Added).amount] } }];
  },
};

export const mirrorOf = (source: string): string => source.replace('source-', 'mirror-');

export interface Subject {
  readonly store: EventStore;
  readonly views: SqliteViews;
  readonly delivery: Delivery;
  readonly handle: CommandHandler<null, Add>;
  close(): Promise<void>;
}

/** Opens what a process has open, and starts its groups. */
export const openSubject = async (folder: string): Promise<Subject> => {
  const store = sqliteEventStore({ path: join(folder, 'log.sqlite'), checkpointPages: 256 });
  const views = sqliteViews({ path: join(folder, 'views.sqlite') });
  const checkpoints = sqliteCheckpoints({ path: join(folder, 'checkpoints.sqlite') });
  const handle = handleCommand({ store, decider: adder, catalogue, reads: () => true });
  const delivery = sqliteDelivery({
    store,
    checkpoints: (group) => (group === 'projection' ? views.checkpoints : checkpoints),
  });
  await views.define([totals]);
  const projector = project(views, [totals], catalogue, correctedHistory(store, catalogue));
  const policies = react({
    policies: [mirror],
    send: (stream, command) => handle(stream, command as Add),
    catalogue,
    now: () => new Date().toISOString(),
    onRejected: () => undefined,
  });
  delivery.subscribe('projection', (batch) => projector.handle(batch));
  delivery.subscribe('policy', policies);
  const close = async (): Promise<void> => {
    for (const opened of [delivery, views, checkpoints, store]) await opened.close();
  };
  return { store, views, delivery, handle, close };
};
