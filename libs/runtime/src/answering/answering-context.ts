/** What the answering thread stands on: the log and the read models that other threads write, and room for read models of pasts. */
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { sqliteEventReader, sqliteScratchViews, sqliteViewsReader } from '@pledgeline/adapters/sqlite';
import { sharedTime } from '../simulation.ts';
import type { AnsweringContext, Clock, EventReader, Log, Scratch, Views } from '@pledgeline/event-sourcing';
import type { WithProofs } from '@pledgeline/transparency';
import type { Configuration } from '../configuration.ts';
import { openedLog } from '../proof/opened-log.ts';

export interface OpenedContext {
  readonly context: AnsweringContext & WithProofs;
  readonly close: () => Promise<void>;
}

export const answeringContext = (
  configuration: Configuration,
  log: Log,
  simulatedTime: SharedArrayBuffer | null,
): OpenedContext => {
  const { dataFolder, fixedTime } = configuration;
  const ofPeople: Clock = fixedTime === null ? () => new Date().toISOString() : () => fixedTime;
  const opened: Views[] = [];
  const scratches = new Set<Scratch>();
  const store = eventReader(configuration, log);
  const proofs = openedLog(configuration);
  const scratchFolder = join(dataFolder, 'scratch');
  rmSync(scratchFolder, { recursive: true, force: true });
  return {
    context: {
      store,
      openViews: (group, definitions) => {
        const views = sqliteViewsReader({ path: join(dataFolder, `${group}.views.sqlite`) }, definitions);
        opened.push(views);
        return Promise.resolve(views);
      },
      openScratch: (name) => {
        const scratch = sqliteScratchViews({ path: join(scratchFolder, `${name}.sqlite`) });
        const remove = (): Promise<void> => {
          scratches.delete(removable);
          return scratch.remove();
        };
        const removable = { ...scratch, remove };
        scratches.add(removable);
        return Promise.resolve(removable);
      },
      clock: simulatedTime === null ? ofPeople : sharedTime(simulatedTime).clock,
      isSimulated: simulatedTime !== null,
      proofs: proofs.get,
    },
    close: async () => {
      for (const scratch of scratches) await scratch.remove();
      for (const views of opened) await views.close();
      await store.close();
      proofs.close();
    },
  };
};

/** KurrentDB's client is loaded where it is chosen. */
const eventReader = (configuration: Configuration, log: Log): EventReader => {
  const { dataFolder, distributed } = configuration;
  if (distributed === null) return sqliteEventReader({ path: join(dataFolder, 'events.sqlite') });
  const loaded = import('../distributed-infrastructure.ts').then(({ openKurrentdb }) =>
    openKurrentdb(distributed, log),
  );
  loaded.catch(() => undefined);
  return {
    read: async (...page) => (await loaded).read(...page),
    readAll: async (...page) => (await loaded).readAll(...page),
    close: async () => (await loaded).close(),
  };
};
