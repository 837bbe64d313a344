/**
 * What in the sources breaks the promise of the last release for a subscriber who replays from the start, one sentence
 * each. The rules in words are in docs/events.md.
 */
import { isDeepStrictEqual } from 'node:util';
import { Value } from 'typebox/value';
import { defaultVisibility } from '../events/event-contract.ts';
import type { EventContract } from '../events/event-contract.ts';
import type { ContractRecord, ContractSources, EventRecord } from './contract-record.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { schemaChanges } from './schema-changes.ts';

export const incompatibilities = (released: ContractRecord, sources: ContractSources): readonly string[] => [
  ...topicChanges(released, sources),
  ...schemaChanges(released.headers, jsonSchemaOf(sources.headers), 'header'),
  ...newestOf(released.events).flatMap((event) => eventChanges(event, sources)),
  ...released.events.flatMap((event) => visibilityChanges(event, sources)),
  ...sources.contracts.flatMap((contract) => versionChanges(contract, released.events)),
];

/** A version keeps its readers: a new one may have others, and events of the old ones stay where they are. */
const visibilityChanges = (event: EventRecord, { contracts }: ContractSources): readonly string[] => {
  const contract = contracts.find(({ type }) => type === event.type);
  if (contract === undefined) return [];
  const now = defaultVisibility(contract, event.schemaVersion);
  return now === event.visibility
    ? []
    : [
        `${event.type} version ${event.schemaVersion} is now ${now}, not ${event.visibility}: it would be on other topics; ` +
          'raise its version, and say in visibilityOf what the old one was',
      ];
};

const topicChanges = (
  released: ContractRecord,
  { topics, partitions }: ContractSources,
): readonly string[] => [
  ...(released.partitions === partitions
    ? []
    : [
        `topics have ${partitions} partitions, not ${released.partitions}: keys would move, and lose their order`,
      ]),
  ...released.topics.flatMap(({ suffix, carries }) => {
    const now = topics.find((topic) => topic.suffix === suffix);
    if (now === undefined) return [`topic ${suffix} was removed`];
    return isDeepStrictEqual([...now.carries].sort(), [...carries].sort())
      ? []
      : [`topic ${suffix} carries ${now.carries.join(', ')}, not ${carries.join(', ')}`];
  }),
];

/** The last released version of each type. */
const newestOf = (events: readonly EventRecord[]): readonly EventRecord[] => [
  ...new Map(events.map((event) => [event.type, event])).values(),
];

const eventChanges = (event: EventRecord, { contracts }: ContractSources): readonly string[] => {
  const contract = contracts.find(({ type }) => type === event.type);
  if (contract === undefined) return [`${event.type} was removed or renamed`];
  return [
    ...(contract.category === event.category
      ? []
      : [
          `${event.type} is now of a ${contract.category}, not of a ${event.category}: its key would be another`,
        ]),
    ...(contract.schemaVersion < event.schemaVersion
      ? [`${event.type} went back from version ${event.schemaVersion} to ${contract.schemaVersion}`]
      : []),
    ...(contract.schemaVersion > event.schemaVersion + 1
      ? [
          `${event.type} went from version ${event.schemaVersion} to ${contract.schemaVersion} in one release: one at a time`,
        ]
      : []),
    ...(contract.schemaVersion === event.schemaVersion
      ? schemaChanges(event.data, jsonSchemaOf(contract.data)).map(
          (change) => `${event.type} version ${event.schemaVersion}: ${change}; raise its version`,
        )
      : []),
  ];
};

/** Every version from 1 on must be readable as the current one. */
const versionChanges = (contract: EventContract, released: readonly EventRecord[]): readonly string[] => {
  const older = Array.from({ length: contract.schemaVersion - 1 }, (_, n) => n + 1);
  const missing = older.filter((version) => contract.upcasters[version] === undefined);
  if (missing.length > 0)
    return missing.map((version) => `${contract.type} has no upcaster from version ${version}`);
  return older.flatMap((version) => {
    const event = released.find(
      ({ type, schemaVersion }) => type === contract.type && schemaVersion === version,
    );
    if (event === undefined)
      return [`${contract.type} version ${version} was never released: a new type begins with version 1`];
    return upcastErrors(contract, event);
  });
};

const upcastErrors = (contract: EventContract, event: EventRecord): readonly string[] => {
  let data = event.example;
  for (let version = event.schemaVersion; version < contract.schemaVersion; version += 1)
    data = contract.upcasters[version]?.(data);
  return Value.Errors(contract.data, data).map(
    ({ instancePath, message }) =>
      `${contract.type} upcast from version ${event.schemaVersion} is not valid: ${instancePath || 'the value'} ${message}`,
  );
};
