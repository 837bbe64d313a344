/** What a process stands on: the log, the read models, the deliveries. */
import { join } from 'node:path';
import type {
  Checkpoints,
  Clock,
  Delivery,
  EventStore,
  Log,
  OpenViews,
  RelayStatus,
} from '@pledgeline/event-sourcing';
import type { SqliteViews } from '@pledgeline/adapters/sqlite';
import type { Configuration } from './configuration.ts';
import type { ProofOfProcess } from './proof/open-proof.ts';
import { CannotStart } from './settings.ts';

export interface Infrastructure {
  readonly store: EventStore;
  readonly openViews: OpenViews;
  readonly delivery: Delivery;
  /** Of the relay's process only. */
  readonly relay?: () => RelayStatus;
  /** Of the relay's process only: its distance to the end of the log in seconds; see `relayDistance`. */
  readonly relayBehind?: () => Promise<number | null>;
  /** Null where the process keeps no log of proofs. */
  readonly proof?: ProofOfProcess | null;
  /** What is used, for the log: names and addresses, no secrets. */
  readonly uses: Readonly<Record<string, unknown>>;
  /** After the deliveries are closed: read models, checkpoints, then the log. */
  close(): Promise<void>;
}

/** What a service is, where it makes a difference to what it stands on. */
export interface ServiceContext {
  readonly name: string;
  readonly clock: Clock;
  readonly log: Log;
  /** In the distributed shape: the service of which each instance keeps the log of proofs. */
  readonly keepsProof?: boolean;
}

/** The read models of a process: one SQLite file for each group, in every shape. */
export interface ViewFiles {
  readonly open: OpenViews;
  /** In the file of the group's rows, so that they are lost and rebuilt together; undefined for a group without rows. */
  readonly checkpoints: (group: string) => Checkpoints | undefined;
  /** Some of the streams in the group's file; none for a group without rows. */
  readonly someApplied: (group: string) => Promise<ReadonlyMap<string, number>>;
  close(): Promise<void>;
}

/** Streams that are compared with the store at a start: each costs a read. */
const COMPARED_BY_CHANCE = 32;

/** Its `open` throws `CannotStart` for a file that cannot be used. */
export const viewFiles = async (configuration: Configuration): Promise<ViewFiles> => {
  const { sqliteViews } = await import('@pledgeline/adapters/sqlite');
  const views = new Map<string, SqliteViews>();
  return {
    open: async (group) => {
      const path = join(configuration.dataFolder, `${group}.views.sqlite`);
      const opened = await usable(configuration, () => sqliteViews({ path }));
      views.set(group, opened);
      return opened;
    },
    checkpoints: (group) => views.get(group)?.checkpoints,
    someApplied: async (group) => (await views.get(group)?.someApplied(COMPARED_BY_CHANCE)) ?? new Map(),
    close: async () => {
      for (const opened of views.values()) await opened.close();
    },
  };
};

/** @throws {CannotStart} when the data folder does not let it, or what is opened names another setting itself. */
export const usable = async <Result>(
  configuration: Configuration,
  open: () => Result | Promise<Result>,
): Promise<Result> => {
  try {
    return await open();
  } catch (error) {
    throw error instanceof CannotStart ? error : unusable(configuration, error as Error);
  }
};

export const unusable = ({ dataFolder }: Configuration, cause: Error): CannotStart =>
  new CannotStart(`PLEDGELINE_DATA=${dataFolder} cannot be used: ${cause.message}`, { cause });
