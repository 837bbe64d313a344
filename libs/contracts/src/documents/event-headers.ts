/**
 * What a subscriber finds in the headers of every message: CloudEvents 1.0 in the binary mode of its Kafka binding. The
 * adapter that writes them lives in another room; a test holds the two together.
 */
import { Type } from 'typebox';
import { Day, Id } from '../events/field.ts';

const DATE_TIME = { format: 'date-time' };
const WHOLE_NUMBER = '^(0|[1-9][0-9]*)$';

/** The `ce_source` of every event. */
export const EVENT_SOURCE = 'urn:pledgeline';

/** The `ce_dataschema` of one version of an event type, and the `$id` of its schema. */
export const eventSchemaId = (type: string, schemaVersion: number): string =>
  `urn:pledgeline:schema:${type}:${schemaVersion}`;

export const eventHeaders = Type.Object({
  'content-type': Type.Literal('application/json'),
  ce_specversion: Type.Literal('1.0'),
  ce_id: Type.String({ ...Id, description: 'Identifies the event for good: what to drop repeats by.' }),
  ce_source: Type.Literal(EVENT_SOURCE),
  ce_type: Type.String({ minLength: 1, description: 'What happened.' }),
  ce_subject: Type.String({ minLength: 3, description: 'The stream; the same as `ce_stream`.' }),
  ce_time: Type.String({ ...DATE_TIME, description: 'When it was recorded; the same as `ce_recordedat`.' }),
  ce_dataschema: Type.String({ format: 'uri', description: 'The `$id` of the JSON Schema of the value.' }),
  ce_schemaversion: Type.String({
    pattern: '^[1-9][0-9]*$',
    description: 'Version of the shape of the value.',
  }),
  ce_stream: Type.String({
    pattern: '^[a-z]+-.+$',
    description: 'What it happened to: a category, a hyphen and an id, which is the key of the message.',
  }),
  ce_revision: Type.String({
    pattern: WHOLE_NUMBER,
    description: 'Place in the stream, from 0. A topic that carries some visibilities only has gaps.',
  }),
  ce_position: Type.String({
    minLength: 1,
    description: 'Place in the log of the store. Opaque: neither a number nor to be compared.',
  }),
  ce_recordedat: Type.String({ ...DATE_TIME, description: 'When the system learned of it.' }),
  ce_occurredon: Type.Optional(
    Type.String({ ...Day, description: 'The day it happened on; absent where no source gives one.' }),
  ),
  ce_correlationid: Type.String({ minLength: 1, description: 'The same for all that one request led to.' }),
  ce_causationid: Type.Optional(
    Type.String({ minLength: 1, description: 'The event or command that led to it; absent where none did.' }),
  ),
  ce_traceparent: Type.String({
    pattern: '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$',
    description: 'W3C trace context.',
  }),
});

/** Besides, on the internal topic and nowhere else: who acted, for whom, by which command. */
export const internalHeaders = Type.Object({
  pledgeline_metadata: Type.String({
    contentMediaType: 'application/json',
    description:
      'The metadata of the event, as JSON. For the services of Pledgeline; may change at any time.',
  }),
});
