/** A rebuild of all read models as the reporting slice would do it: the log in batches through every projection, into a new file. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteViews } from '@pledgeline/adapters/sqlite';
import { catalogue } from '@pledgeline/contracts';
import type { EventStore, RecordedEvent } from '@pledgeline/event-sourcing';
import { correctedHistory, project } from '@pledgeline/event-sourcing';
import { projections } from '@pledgeline/reporting';

const PAGE = 5000;

/** @returns the number of events applied. */
export const rebuildReadModels = async (store: EventStore, folder: string): Promise<number> => {
  const path = join(folder, 'rebuilt.views.sqlite');
  const views = sqliteViews({ path });
  await views.define(projections);
  const projector = project(views, projections, catalogue, correctedHistory(store, catalogue));
  let after: string | undefined;
  let count = 0;
  for (;;) {
    const page: readonly RecordedEvent[] = await store.readAll({ after, limit: PAGE });
    await projector.handle(page);
    count += page.length;
    after = page.at(-1)?.position;
    if (page.length < PAGE) break;
  }
  await views.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  return count;
};
