/**
 * A message of the internal topic as the event that it carries. Whatever others may have written there is refused in words
 * that name a header and never quote the message: they end up in logs.
 */
import type { EventMetadata, KnownEvent, RecordedEvent } from '@pledgeline/event-sourcing';
import type { EventName } from '../delivery-retries.ts';
import { CLOUD_EVENT_SOURCE, keyOf, METADATA_HEADER } from './cloud-event.ts';

/** What a consumer is handed. */
export interface ArrivedMessage {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Headers | undefined;
}

type Headers = Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>>;

/** @throws {Error} saying why it is none, for a message that is not one of ours in its internal form. */
export const recordedEventOf = ({ key, value, headers }: ArrivedMessage): RecordedEvent => {
  const header = (name: string, isValid: (text: string) => boolean): string => {
    const text = textOf(headers, name);
    if (text === undefined) throw new Error(`the message has no header ${name}, or several`);
    if (!isValid(text)) throw new Error(`the header ${name} is not as in our messages`);
    return text;
  };
  header('ce_specversion', (text) => text === '1.0');
  header('ce_source', (text) => text === CLOUD_EVENT_SOURCE);
  const stream = header('ce_stream', isStream);
  const metadata: unknown = parsed('metadata', header(METADATA_HEADER, isSomething));
  if (!isMetadata(metadata)) throw new Error(`the header ${METADATA_HEADER} is not as in our messages`);
  if (key?.toString() !== keyOf(stream)) throw new Error('the key is not the id of the stream');
  if (value === null) throw new Error('the message has no value');
  return {
    id: header('ce_id', isId),
    type: header('ce_type', isSomething),
    schemaVersion: Number(header('ce_schemaversion', isPositive)),
    stream,
    revision: Number(header('ce_revision', isWhole)),
    position: header('ce_position', isPosition),
    recordedAt: header('ce_recordedat', isTime),
    metadata,
    data: parsed('data', value.toString()),
  };
};

/** The event that a message says it is, also when it cannot be read; undefined when no log could have such an event. */
export const eventNamedBy = ({ headers }: Pick<ArrivedMessage, 'headers'>): EventName | undefined => {
  const [id, stream, revision] = ['ce_id', 'ce_stream', 'ce_revision'].map((name) => textOf(headers, name));
  if (id === undefined || stream === undefined || revision === undefined) return undefined;
  return isId(id) && isStream(stream) && isWhole(revision)
    ? { id, stream, revision: Number(revision) }
    : undefined;
};

/** What a message of any topic says where its event stands; undefined for one that does not say that it is ours. */
export const knownEventIn = (message: Pick<ArrivedMessage, 'headers'>): KnownEvent | undefined => {
  const named = eventNamedBy(message);
  const position = textOf(message.headers, 'ce_position');
  if (named === undefined || position === undefined || !isPosition(position)) return undefined;
  if (textOf(message.headers, 'ce_source') !== CLOUD_EVENT_SOURCE) return undefined;
  const { id, stream, revision } = named;
  return { position, id, in: { stream, revision } };
};

/** Undefined also for a header that is there more than once. */
const textOf = (headers: Headers | undefined, name: string): string | undefined => {
  const value = headers?.[name];
  return value === undefined || Array.isArray(value) ? undefined : value.toString();
};

/** The parser's own words would quote what may be confidential. */
const parsed = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`the ${name} of the message is not JSON`);
  }
};

const isSomething = (text: string): boolean => text !== '';
const isId = (text: string): boolean => /^\S{1,100}$/.test(text);
const isStream = (text: string): boolean => /^[a-z]+-\S{1,200}$/.test(text);
const isWhole = (text: string): boolean => /^\d+$/.test(text) && Number.isSafeInteger(Number(text));
/** As our logs have it: a number, or in KurrentDB two. */
const isPosition = (text: string): boolean => /^\d{1,20}(\/\d{1,20})?$/.test(text);
const isPositive = (text: string): boolean => isWhole(text) && Number(text) > 0;
const isTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text));

const TEXTS = ['actor', 'role', 'correlationId', 'commandId', 'bodyHash'];
const TEXTS_OR_NULL = ['onBehalfOf', 'causationId', 'occurredOn', 'ruleSet'];
/** Absent from events that came before there were any. */
const TEXTS_OR_ABSENT = ['salt', 'traceparent', 'recordedFor'];
const VISIBILITIES: readonly unknown[] = ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'];

const isMetadata = (metadata: unknown): metadata is EventMetadata => {
  if (typeof metadata !== 'object' || metadata === null) return false;
  const fields = metadata as Readonly<Record<string, unknown>>;
  return (
    TEXTS.every((name) => typeof fields[name] === 'string') &&
    TEXTS_OR_NULL.every((name) => fields[name] === null || typeof fields[name] === 'string') &&
    TEXTS_OR_ABSENT.every((name) => fields[name] === undefined || typeof fields[name] === 'string') &&
    VISIBILITIES.includes(fields['visibility'])
  );
};
