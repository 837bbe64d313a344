/** Everything in one process, on SQLite files in one folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteCheckpoints, sqliteDelivery, sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { skipsIn } from '@pledgeline/contracts';
import type { Configuration } from './configuration.ts';
import { reportSetAside, reportStatus } from './logging.ts';
import { usable, viewFiles } from './infrastructure.ts';
import type { ServiceContext, Infrastructure } from './infrastructure.ts';
import { openProof } from './proof/open-proof.ts';
import type { ProofOfProcess } from './proof/open-proof.ts';

/** @throws {CannotStart} when the data folder cannot be used, or another process uses it. */
export const standaloneInfrastructure = async (
  configuration: Configuration,
  { clock, log }: ServiceContext,
): Promise<Infrastructure> => {
  const { dataFolder } = configuration;
  let proof: ProofOfProcess | undefined;
  const { store, durable } = await usable(configuration, async () => {
    mkdirSync(dataFolder, { recursive: true });
    // The log first: it holds the lock that keeps other processes off the folder.
    const opened = sqliteEventStore({
      path: join(dataFolder, 'events.sqlite'),
      clock,
      onCommit: () => proof?.committed(),
      onWarning: (message) => log.warn({}, message),
    });
    try {
      proof = openProof(configuration, log);
      return {
        store: opened,
        durable: sqliteCheckpoints({ path: join(dataFolder, 'checkpoints.sqlite') }),
      };
    } catch (error) {
      await opened.close();
      throw error;
    }
  });
  const views = await viewFiles(configuration);
  const delivery = sqliteDelivery({
    store,
    checkpoints: (group) => views.checkpoints(group) ?? durable,
    skips: skipsIn(store),
    onStatus: reportStatus(log),
    onSetAside: reportSetAside(log),
  });
  const close = async (): Promise<void> => {
    await proof?.close();
    await views.close();
    await durable.close();
    await store.close();
  };
  return { store, openViews: views.open, delivery, proof: proof ?? null, uses: { store: 'sqlite' }, close };
};
