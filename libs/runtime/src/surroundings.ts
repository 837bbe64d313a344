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
  const { store, durable } = await oneLine(configuration, async () => {
    mkdirSync(configuration.dataFolder, { recursive: true });
    // The log first: it holds the lock that keeps other processes off the folder.
    const opened = sqlite.sqliteEventStore({ path: file('events.sqlite'), clock });
    try {
      return { store: opened, durable: sqlite.sqliteCheckpoints({ path: file('checkpoints.sqlite') }) };
    } catch (error) {
      await opened.close();
      throw error;
    }
  });
  const views = new Map<string, Views>();
  const withRows = new Map<string, Checkpoints>();

  const openViews: OpenViews = async (group) => {
    const path = file(`${group}.views.sqlite`);
    const opened = await oneLine(configuration, () => sqlite.sqliteViews({ path }));
    views.set(group, opened);
    withRows.set(group, opened.checkpoints);
    return opened;
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

const oneLine = async <Result>(
  configuration: Configuration,
  open: () => Result | Promise<Result>,
): Promise<Result> => {
  try {
    return await open();
  } catch (error) {
    throw unusable(configuration, error as Error);
  }
};

export const unusable = ({ dataFolder }: Configuration, cause: Error): CannotStart =>
  new CannotStart(`PLEDGELINE_DATA=${dataFolder} cannot be used: ${cause.message}`, { cause });
