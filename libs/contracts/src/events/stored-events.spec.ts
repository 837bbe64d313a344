/** Events as they lie in logs, one of each type and version: what was stored once must be read for ever. */
import { readdirSync, readFileSync } from 'node:fs';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { contractErrors } from '../testing/contract-errors.ts';
import { catalogue, eventContract, eventContracts } from './catalogue.ts';

const folder = new URL('../../stored/', import.meta.url);
const stored = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as RecordedEvent,
);
const versionOf = ({ type, schemaVersion }: Pick<RecordedEvent, 'type' | 'schemaVersion'>): string =>
  `${type} version ${schemaVersion}`;

it.each(stored.map((event) => [versionOf(event), event] as const))(
  '%s is read in the newest shape, which fits its contract',
  (_, event) => {
    const read = catalogue.upcast(event);
    expect(read.schemaVersion).toBe(eventContract(event.type).schemaVersion);
    expect(contractErrors(read)).toEqual([]);
    expect(read).toMatchObject({ id: event.id, metadata: event.metadata, revision: event.revision });
  },
);

it('an event of every type and version is kept', () => {
  const kept = new Set(stored.map(versionOf));
  const versions = eventContracts.flatMap(({ type, schemaVersion: newest }) =>
    Array.from({ length: newest }, (_, n) => versionOf({ type, schemaVersion: n + 1 })),
  );
  expect(versions.filter((version) => !kept.has(version))).toEqual([]);
});
