/** Opens what a process stands on: the log, the read models, the deliveries. The adapters are imported only when chosen. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Checkpoints,
  Clock,
  Delivery,
  EventStore,
  Log,
  OpenViews,
  Views,
} from '@pledgeline/event-sourcing';
import type { Configuration } from './configuration.ts';
import { CannotStart } from './configuration.ts';

export interface Surroundings {
  readonly store: EventStore;
  readonly openViews: OpenViews;
  readonly delivery: Delivery;
  /** After the deliveries are closed: read models, checkpoints, then the log. */
  close(): Promise<void>;
}

/** @throws {CannotStart} when the data folder cannot be used, or another process uses it. */
export const openSurroundings = async (
  configuration: Configuration,
  clock: Clock,
  log: Log,
): Promise<Surroundings> => {
  const sqlite = await import('@pledgeline/adapters/sqlite');
  const file = (name: string): string => join(configuration.dataFolder, name);
  const { store, durable } = oneLine(configuration, () => {
    mkdirSync(configuration.dataFolder, { recursive: true });
    // The log last: what was opened before it holds nothing that keeps a process from ending.
    const checkpoints = sqlite.sqliteCheckpoints({ path: file('checkpoints.sqlite') });
    return { durable: checkpoints, store: sqlite.sqliteEventStore({ path: file('events.sqlite'), clock }) };
  });
  const views = new Map<string, Views>();
  const withRows = new Map<string, Checkpoints>();

  const openViews: OpenViews = (group) => {
    const opened = oneLine(configuration, () => sqlite.sqliteViews({ path: file(`${group}.views.sqlite`) }));
    views.set(group, opened);
    withRows.set(group, opened.checkpoints);
    return Promise.resolve(opened);
  };
  const delivery = sqlite.sqliteDelivery({
    store,
    // A group with rows keeps its checkpoint beside them, so that they are lost and rebuilt together.
    checkpoints: (group) => withRows.get(group) ?? durable,
    onStatus: ({ group, state, failure }) => {
      if (failure === null) log.info({ group, state }, 'delivery');
      else log.error({ group, state, failure }, 'delivery failed');
    },
  });
  const close = async (): Promise<void> => {
    for (const opened of views.values()) await opened.close();
    await durable.close();
    await store.close();
  };
  return { store, openViews, delivery, close };
};

const oneLine = <Result>({ dataFolder }: Configuration, open: () => Result): Result => {
  try {
    return open();
  } catch (error) {
    throw new CannotStart(`PLEDGELINE_DATA=${dataFolder} cannot be used: ${(error as Error).message}`, {
      cause: error,
    });
  }
};
