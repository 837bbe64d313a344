/**
 * All that is promised to subscribers, as data. What the sources promise now is compared with what was released, and
 * every document is made from it.
 */
import type { TSchema } from 'typebox';
import type { Visibility } from '@pledgeline/event-sourcing';
import { eventContracts } from '../events/catalogue.ts';
import type { EventContract, Redaction, StreamCategory } from '../events/event-contract.ts';
import { eventTopics, TOPIC_PARTITIONS, type EventTopic } from '../topics.ts';
import { eventHeaders } from './event-headers.ts';
import { exampleOf } from './example.ts';
import { jsonSchemaOf, type JsonSchema } from './json-schema.ts';

/** One version of one event type. */
export interface EventRecord {
  readonly type: string;
  readonly schemaVersion: number;
  readonly category: StreamCategory;
  readonly visibility: Visibility;
  /** Absent where every reader of the event reads all of it. Released records have this name. */
  readonly keptFrom?: Redaction;
  readonly summary: string;
  readonly data: JsonSchema;
  /** Valid against `data`. */
  readonly example: unknown;
}

export interface ContractRecord {
  /** Of the contract as a whole, `major.minor.patch`. */
  readonly version: string;
  readonly partitions: number;
  readonly topics: readonly EventTopic[];
  readonly headers: JsonSchema;
  /** Every version that a reader who replays from the start may meet, a type's oldest first. */
  readonly events: readonly EventRecord[];
}

/** Where the promises come from. */
export interface ContractSources {
  readonly contracts: readonly EventContract[];
  readonly topics: readonly EventTopic[];
  readonly partitions: number;
  readonly headers: TSchema;
}

export const contractSources: ContractSources = {
  contracts: eventContracts,
  topics: eventTopics,
  partitions: TOPIC_PARTITIONS,
  headers: eventHeaders,
};

/**
 * What the sources promise now: the current version of every type, and each older one as it was released, for the
 * sources keep no more of it than its upcaster.
 */
export const contractRecord = (
  sources: ContractSources,
  version: string,
  released: readonly EventRecord[],
): ContractRecord => ({
  version,
  partitions: sources.partitions,
  topics: sources.topics,
  headers: jsonSchemaOf(sources.headers),
  events: sources.contracts.flatMap((contract) => [
    ...released.filter(
      ({ type, schemaVersion }) => type === contract.type && schemaVersion < contract.schemaVersion,
    ),
    eventRecord(contract),
  ]),
});

const eventRecord = (contract: EventContract): EventRecord => {
  const { type, schemaVersion, category, visibility, redact, summary } = contract;
  const data = jsonSchemaOf(contract.data);
  const redacted = Object.keys(redact).length > 0 && { keptFrom: redact };
  return { type, schemaVersion, category, visibility, ...redacted, summary, data, example: exampleOf(data) };
};
