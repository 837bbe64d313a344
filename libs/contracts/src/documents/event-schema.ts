/** The JSON Schema of the value of one event type in one version, as a document of its own. */
import type { EventRecord } from './contract-record.ts';
import { eventSchemaId } from './event-headers.ts';
import type { JsonSchema } from './json-schema.ts';

/** Names the version in file names and in the AsyncAPI document. */
export const eventName = ({ type, schemaVersion }: EventRecord): string => `${type}.v${schemaVersion}`;

export const eventSchema = (event: EventRecord): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: eventSchemaId(event.type, event.schemaVersion),
  title: event.type,
  description: event.summary,
  ...event.data,
  examples: [event.example],
});
