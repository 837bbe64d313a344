/**
 * An event as a Kafka message: CloudEvents 1.0 in binary mode, the data as the value, everything about it as headers. The
 * internal form carries the whole metadata besides, and is the only one that can be read back (`read-message.ts`).
 */
import type { RecordedEvent, Visibility } from '@pledgeline/event-sourcing';
import { traceparentOf } from './traceparent.ts';

/** What a producer sends; the partition follows from the key. */
export interface EventMessage {
  /** The id in the stream's name, so that a stream keeps its order. */
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, as Kafka wants it: when the event was recorded. */
  readonly timestamp: string;
}

/** Where events come from, as CloudEvents names it. */
export const CLOUD_EVENT_SOURCE = 'urn:pledgeline';

/** On the internal topic only: who acted, for whom, by which command. */
export const METADATA_HEADER = 'pledgeline_metadata';

/** Names the JSON Schema of one version of one event type; the `$id` of the schema is the same. */
export const dataSchemaOf = (type: string, schemaVersion: number): string =>
  `urn:pledgeline:schema:${type}:${schemaVersion}`;

/** The id in a stream's name. */
export const keyOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

/**
 * @param internal for the internal topic: with the metadata that no other topic may carry.
 * @throws {TypeError} when the data is not JSON.
 */
export const messageOf = (event: RecordedEvent, internal: boolean): EventMessage => {
  const { id, type, schemaVersion, stream, revision, position, recordedAt, metadata } = event;
  const { occurredOn, causationId } = metadata;
  return {
    key: keyOf(stream),
    value: JSON.stringify(event.data),
    timestamp: String(Date.parse(recordedAt)),
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: id,
      ce_source: CLOUD_EVENT_SOURCE,
      ce_type: type,
      ce_subject: stream,
      ce_time: recordedAt,
      ce_dataschema: dataSchemaOf(type, schemaVersion),
      ce_schemaversion: String(schemaVersion),
      ce_stream: stream,
      ce_revision: String(revision),
      ce_position: position,
      ce_recordedat: recordedAt,
      ...(occurredOn !== null && { ce_occurredon: occurredOn }),
      ce_correlationid: metadata.correlationId,
      ...(causationId !== null && { ce_causationid: causationId }),
      ce_traceparent: traceparentOf(metadata.correlationId, id),
      ...(internal && { [METADATA_HEADER]: JSON.stringify(metadata) }),
    },
  };
};

/** The same for the other topics, from its internal form. */
export const forSubscribers = ({ headers, ...message }: EventMessage): EventMessage => {
  const { [METADATA_HEADER]: _, ...others } = headers;
  return { ...message, headers: others };
};

/** Whether a topic's readers may see the event. */
export const isFor = (carries: readonly Visibility[], event: RecordedEvent): boolean =>
  carries.includes(event.metadata.visibility);
