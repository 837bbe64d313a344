/** Every file that subscribers are given, from what is in the sources and what was released. */
import { asyncApiDocument } from './async-api.ts';
import { contractRecord, type ContractRecord, type ContractSources } from './contract-record.ts';
import { eventName, eventSchema } from './event-schema.ts';
import { incompatibilities } from './incompatibilities.ts';
import { FIRST_VERSION, nextVersion } from './next-version.ts';

/** Where the released contract is kept, beside the documents and of the same folder. */
export const RELEASED_FILE = 'schemas/released.json';

/** Text by path under docs/. What is not released yet says so in its version. */
export const eventDocuments = (
  sources: ContractSources,
  released: ContractRecord,
): Readonly<Record<string, string>> => {
  const next = upcoming(sources, released);
  const version = next.version === released.version ? next.version : `${next.version}-unreleased`;
  return {
    'asyncapi.json': text(asyncApiDocument({ ...next, version })),
    ...Object.fromEntries(
      next.events.map((event) => [`schemas/${eventName(event)}.json`, text(eventSchema(event))]),
    ),
  };
};

/**
 * The text of the released contract after this release.
 * @throws {Error} with a line each for what would break a subscriber.
 */
export const releaseText = (sources: ContractSources, released: ContractRecord | undefined): string => {
  if (released === undefined) return text(contractRecord(sources, FIRST_VERSION, []));
  const wrong = incompatibilities(released, sources);
  if (wrong.length > 0) throw new Error(['this would break subscribers:', ...wrong].join('\n- '));
  return text(upcoming(sources, released));
};

const upcoming = (sources: ContractSources, released: ContractRecord): ContractRecord => {
  const now = contractRecord(sources, released.version, released.events);
  return { ...now, version: nextVersion(released, now) };
};

const text = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;
