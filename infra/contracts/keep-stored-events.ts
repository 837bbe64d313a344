/**
 * Keeps one stored event of each type and version as it lies in a log, in libs/contracts/stored/: what replay must be able to
 * read for ever. `npm run stored-events -- <data folder>...`; what is there already is never written again.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { eventContracts } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';

const kept = new URL('../../libs/contracts/stored/', import.meta.url);
const fileOf = (type: string, version: number): URL => new URL(`${type}.v${version}.json`, kept);

const keep = (event: RecordedEvent): void => {
  const file = fileOf(event.type, event.schemaVersion);
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(event, null, 2)}\n`);
};

mkdirSync(kept, { recursive: true });
for (const folder of process.argv.slice(2)) {
  const store = sqliteEventStore({ path: join(folder, 'events.sqlite') });
  let after: string | undefined;
  for (;;) {
    const page = await store.readAll({ after, limit: 1000 });
    page.forEach(keep);
    after = page.at(-1)?.position;
    if (after === undefined) break;
  }
  await store.close();
}
const missing = eventContracts.filter(({ type, schemaVersion }) => !existsSync(fileOf(type, schemaVersion)));
process.stdout.write(
  missing.length === 0
    ? 'an event of every type and version is kept\n'
    : `not kept yet: ${missing.map(({ type, schemaVersion }) => `${type} v${schemaVersion}`).join(', ')}\n`,
);
