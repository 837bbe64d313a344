/** The version of the contract as a whole, which follows from what changed: nobody chooses it. */
import { isDeepStrictEqual } from 'node:util';
import type { ContractRecord, EventRecord } from './contract-record.ts';

/** Of a contract nobody has been given yet. */
export const FIRST_VERSION = '1.0.0';

/**
 * Major: a type that subscribers know has a new schema version, which they must learn before they meet it. Minor: there is
 * more to read, and programs that ignore what they do not know go on. Patch: words only.
 */
export const nextVersion = (released: ContractRecord, now: ContractRecord): string => {
  const [major = 0, minor = 0, patch = 0] = released.version.split('.').map(Number);
  if (now.events.some((event) => isNewVersion(event, released.events))) return `${major + 1}.0.0`;
  if (!isDeepStrictEqual(namesIn(released), namesIn(now))) return `${major}.${minor + 1}.0`;
  if (!isDeepStrictEqual({ ...released, version: '' }, { ...now, version: '' }))
    return `${major}.${minor}.${patch + 1}`;
  return released.version;
};

const isNewVersion = ({ type, schemaVersion }: EventRecord, released: readonly EventRecord[]): boolean => {
  const versions = released.filter((event) => event.type === type).map((event) => event.schemaVersion);
  return versions.length > 0 && !versions.includes(schemaVersion);
};

/** Everything that has a name to be read by: topics, headers, types and fields. */
const namesIn = ({ topics, headers, events }: ContractRecord): readonly string[] =>
  [
    ...topics.map(({ suffix }) => suffix),
    ...fieldsIn(headers, 'headers'),
    ...events.flatMap(({ type, data }) => fieldsIn(data, type)),
  ].sort();

const fieldsIn = (schema: ContractRecord['headers'], path: string): readonly string[] => [
  path,
  ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => fieldsIn(field, `${path}.${name}`)),
  ...(schema.anyOf ?? []).flatMap((part, n) => fieldsIn(part, `${path}|${n}`)),
  ...(schema.items === undefined ? [] : fieldsIn(schema.items, `${path}[]`)),
];
