/**
 * The AsyncAPI 3 document, written from the side of a subscriber: the application it describes receives. It stands alone,
 * so that it can be handed on or fed to a generator as one file.
 */
import { type EventTopic, TOPIC_PREFIX } from '../topics.ts';
import type { ContractRecord, EventRecord } from './contract-record.ts';
import { EVENT_SOURCE, eventSchemaId, internalHeaders } from './event-headers.ts';
import { eventName } from './event-schema.ts';
import { jsonSchemaOf, type JsonSchema } from './json-schema.ts';

const KAFKA_BINDING = '0.5.0';

export const asyncApiDocument = (contract: ContractRecord): object => ({
  asyncapi: '3.0.0',
  id: EVENT_SOURCE,
  info: {
    title: 'Pledgeline events',
    version: contract.version,
    description:
      'Every peacekeeping pledge from announcement to deployment, as events on Kafka topics. Read docs/events.md first: ' +
      'delivery, order, replay and what may change. The application described here is the subscriber.',
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    contact: {
      name: 'Pledgeline',
      url: 'https://pledgeline.example.org',
      email: 'pledgeline@example.org',
    },
    tags: [{ name: 'peacekeeping' }, { name: 'cloudevents' }],
  },
  defaultContentType: 'application/json',
  servers: {
    kafka: {
      host: 'kafka.example.org:9093',
      protocol: 'kafka-secure',
      description: 'A placeholder: whoever runs Pledgeline names the brokers, the user and the password.',
      security: [{ $ref: '#/components/securitySchemes/scram' }],
    },
  },
  channels: Object.fromEntries(
    contract.topics.map((topic) => [channelName(topic), channel(topic, contract)]),
  ),
  operations: Object.fromEntries(
    contract.topics.map((topic) => [`receive${capitalised(channelName(topic))}`, operation(topic, contract)]),
  ),
  components: {
    schemas: {
      EventHeaders: contract.headers,
      InternalHeaders: jsonSchemaOf(internalHeaders),
      ...Object.fromEntries(contract.events.map((event) => [eventName(event), event.data])),
    },
    messages: Object.fromEntries(contract.events.map((event) => [eventName(event), message(event)])),
    securitySchemes: {
      scram: { type: 'scramSha512', description: 'Or SCRAM-SHA-256, or OAUTHBEARER, over TLS.' },
    },
  },
});

/** `member-states.v1` becomes `memberStates`. */
const channelName = ({ suffix }: EventTopic): string =>
  suffix.replace(/\.v\d+$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const capitalised = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

const eventsOn = (topic: EventTopic, { events }: ContractRecord): readonly EventRecord[] =>
  events.filter(({ visibility }) => topic.carries.includes(visibility));

const channel = (topic: EventTopic, contract: ContractRecord): object => ({
  address: `${TOPIC_PREFIX}.${topic.suffix}`,
  title: `For ${topic.audience}`,
  description:
    `${topic.summary} Lists the types that are here by default; a single event may be narrowed, and is then missing here.` +
    (topic.audience === 'INTERNAL'
      ? ' Its messages have the header pledgeline_metadata besides (see InternalHeaders), which no other topic carries.'
      : ''),
  servers: [{ $ref: '#/servers/kafka' }],
  ...(topic.audience === 'INTERNAL' && {
    'x-additional-headers': { $ref: '#/components/schemas/InternalHeaders' },
  }),
  messages: Object.fromEntries(
    eventsOn(topic, contract).map((event) => [
      eventName(event),
      { $ref: `#/components/messages/${eventName(event)}` },
    ]),
  ),
  bindings: {
    kafka: {
      topic: `${TOPIC_PREFIX}.${topic.suffix}`,
      partitions: contract.partitions,
      topicConfiguration: { 'cleanup.policy': ['delete'], 'retention.ms': -1, 'retention.bytes': -1 },
      bindingVersion: KAFKA_BINDING,
    },
  },
});

const operation = (topic: EventTopic, contract: ContractRecord): object => ({
  action: 'receive',
  channel: { $ref: `#/channels/${channelName(topic)}` },
  summary: topic.summary,
  description: 'From the earliest offset, read_committed, repeats dropped by ce_id.',
  messages: eventsOn(topic, contract).map((event) => ({
    $ref: `#/channels/${channelName(topic)}/messages/${eventName(event)}`,
  })),
  bindings: {
    kafka: {
      groupId: { type: 'string', description: 'Begins with the name that you were given access under.' },
      bindingVersion: KAFKA_BINDING,
    },
  },
});

const message = (event: EventRecord): object => ({
  name: event.type,
  title: `${event.type}, version ${event.schemaVersion}`,
  summary: event.summary,
  description: [
    `Written to the stream of a ${event.category}. ${event.visibility} unless narrowed.`,
    ...redactions(event),
  ].join(' '),
  contentType: 'application/json',
  correlationId: { location: '$message.header#/ce_correlationid' },
  headers: {
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/EventHeaders' }, { type: 'object', properties: headersOf(event) }],
  },
  payload: { $ref: `#/components/schemas/${eventName(event)}` },
  bindings: {
    kafka: {
      key: { type: 'string', minLength: 1, description: `Id of the ${event.category}, as in ce_stream.` },
      bindingVersion: KAFKA_BINDING,
    },
  },
  examples: [{ name: 'madeUp', headers: exampleHeaders(event), payload: event.example }],
});

/** Fields that readers of the event see null or empty. */
const redactions = ({
  keptFrom: { MEMBER_STATES: states, PUBLIC: publicly } = {},
}: EventRecord): string[] => [
  ...(states ? [`Null or empty to all but our own services: ${states.join(', ')}.`] : []),
  ...(publicly ? [`Null or empty on the public topic: ${publicly.join(', ')}.`] : []),
];

/** What is the same in every message of this version. */
const headersOf = ({ type, schemaVersion }: EventRecord): Readonly<Record<string, JsonSchema>> => ({
  ce_type: { const: type },
  ce_schemaversion: { const: String(schemaVersion) },
  ce_dataschema: { const: eventSchemaId(type, schemaVersion) },
});

const exampleHeaders = (event: EventRecord): object => {
  const data = event.example as Readonly<Record<string, unknown>>;
  const id = ['conference', 'mission', 'requirements'].includes(event.category)
    ? data.code
    : data[`${event.category}Id`];
  const stream = `${event.category}-${String(id)}`;
  const recordedAt = '2026-03-02T09:30:00.000Z';
  return {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: '5f0c1a52-3d5e-5b0f-9c1d-2e3f40516273',
    ce_source: EVENT_SOURCE,
    ce_type: event.type,
    ce_subject: stream,
    ce_time: recordedAt,
    ce_dataschema: eventSchemaId(event.type, event.schemaVersion),
    ce_schemaversion: String(event.schemaVersion),
    ce_stream: stream,
    ce_revision: '0',
    ce_position: '4711',
    ce_recordedat: recordedAt,
    ce_occurredon: '2026-03-01',
    ce_correlationid: '0af76519-16cd-43dd-8448-eb211c80319c',
    ce_traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  };
};
