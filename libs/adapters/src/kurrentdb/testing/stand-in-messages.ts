/**
 * The protocol's messages, made with the classes that the client package ships. What an event looks like on the wire is
 * made once for each way of writing its id.
 */
import { createRequire } from 'node:module';
import { Metadata, status } from '@grpc/grpc-js';
import type { ServiceError } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import type { UUID } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import statuses from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import type { Status } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { StoredEvent } from './stand-in-log.ts';
import { BYTES_OF_OTHERS, TOMBSTONE_REVISION } from './stand-in-log.ts';

// The very copy of the protobuf library that the client uses: two of them corrupt each other's classes.
const clientRequire = createRequire(createRequire(import.meta.url).resolve('@kurrent/kurrentdb-client'));
const any = clientRequire('google-protobuf/google/protobuf/any_pb.js') as {
  readonly Any: new () => NonNullable<ReturnType<Status['getDetails']>> & {
    pack(bytes: Uint8Array, typeName: string): void;
  };
};

const LARGEST_REVISION = (2n ** 63n - 1n).toString();

const encoded = new WeakMap<StoredEvent, { text?: Buffer; bits?: Buffer }>();

/** An event in answer to a read, as bytes. */
export const readEventOf = (event: StoredEvent, ids: 'text' | 'bits'): Buffer => {
  const known = encoded.get(event) ?? {};
  encoded.set(event, known);
  return (known[ids] ??= encode(event, ids));
};

const encode = (event: StoredEvent, ids: 'text' | 'bits'): Buffer => {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(ids === 'text' ? textId(event.id) : bitsId(event.id));
  recorded.setStreamIdentifier(identifierOf(event.stream));
  recorded.setStreamRevision(
    event.revision === TOMBSTONE_REVISION ? LARGEST_REVISION : String(event.revision),
  );
  // Of many events of others it is the last one that is shown.
  const position = String(event.position + ((event.others?.count ?? 1) - 1) * BYTES_OF_OTHERS);
  recorded.setCommitPosition(position);
  recorded.setPreparePosition(position);
  const metadata = recorded.getMetadataMap();
  metadata.set('type', event.type);
  metadata.set('content-type', event.contentType);
  // In units of 100 nanoseconds.
  metadata.set('created', String(event.created * 10_000));
  recorded.setData(Buffer.from(event.data, 'base64'));
  recorded.setCustomMetadata(Buffer.from(event.metadata, 'base64'));
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(position);
  const answer = new streams.ReadResp();
  answer.setEvent(read);
  return Buffer.from(answer.serializeBinary());
};

export const textId = (id: string): UUID => {
  const uuid = new shared.UUID();
  uuid.setString(id);
  return uuid;
};

const bitsId = (id: string): UUID => {
  const bits = Buffer.from(id.replaceAll('-', ''), 'hex');
  const structured = new shared.UUID.Structured();
  structured.setMostSignificantBits(bits.readBigInt64BE(0).toString());
  structured.setLeastSignificantBits(bits.readBigInt64BE(8).toString());
  const uuid = new shared.UUID();
  uuid.setStructured(structured);
  return uuid;
};

export const idOf = (uuid: UUID | undefined): string => {
  const structured = uuid?.getStructured();
  if (structured === undefined) return uuid?.getString().toLowerCase() ?? '';
  const bits = Buffer.alloc(16);
  bits.writeBigInt64BE(BigInt(structured.getMostSignificantBits()), 0);
  bits.writeBigInt64BE(BigInt(structured.getLeastSignificantBits()), 8);
  return bits.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

export const identifierOf = (stream: string) => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  return identifier;
};

export const streamNameOf = (identifier: { getStreamName_asU8(): Uint8Array } | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const emptyMessage = () => new shared.Empty();

/** What BatchAppend answers instead of an error: a status with details. */
export const wrongVersionStatus = (current: number | null): Status => {
  const details = new shared.WrongExpectedVersion();
  // A null is the protobuf message of no content, made by reading no bytes.
  if (current === null) return statusOf(details, 'WrongExpectedVersion');
  details.setCurrentStreamRevision(String(current));
  return statusOf(details, 'WrongExpectedVersion');
};

export const deletedStatus = (stream: string): Status => {
  const details = new shared.StreamDeleted();
  details.setStreamIdentifier(identifierOf(stream));
  return statusOf(details, 'StreamDeleted');
};

export const deniedStatus = (): Status => statusOf(new shared.AccessDenied(), 'AccessDenied');

/** @param known false for a kind of details that the client has no words for. */
export const tooLargeStatus = (limit: number, known: boolean): Status => {
  const details = new shared.MaximumAppendSizeExceeded();
  details.setMaxappendsize(limit);
  if (known) return statusOf(details, 'MaximumAppendSizeExceeded');
  const status = statusOf(details, 'NotKnownToTheClient');
  status.setMessage('MaximumAppendSizeExceeded');
  return status;
};

const statusOf = (details: { serializeBinary(): Uint8Array }, name: string): Status => {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), `event_store.client.${name}`);
  const made = new statuses.Status();
  made.setMessage(name);
  made.setDetails(packed);
  return made;
};

type Failure = Pick<ServiceError, 'code' | 'details' | 'metadata'>;

/** Every other error: a trailer names it. */
const failure = (code: status, details: string, trailers: Record<string, string> = {}): Failure => {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { code, details, metadata };
};

export const unavailable = (): Failure => failure(status.UNAVAILABLE, 'the stand-in was told to refuse');
export const unknown = (): Failure => failure(status.UNKNOWN, 'the stand-in was told to break');
export const tooSlow = (): Failure =>
  failure(status.ABORTED, 'Operation timed out: Consumer too slow to handle event while live');
export const insideARecord = (): Failure =>
  failure(status.UNKNOWN, 'Unexpected FilteredReadAllResult: Error');
export const unauthenticated = (): Failure => failure(status.UNAUTHENTICATED, 'no such user or password');
export const denied = (): Failure =>
  failure(status.PERMISSION_DENIED, 'access denied', { exception: 'access-denied' });
export const notLeader = (port: number): Failure =>
  failure(status.NOT_FOUND, 'not the leader', {
    exception: 'not-leader',
    'leader-endpoint-host': '127.0.0.1',
    'leader-endpoint-port': String(port),
  });
export const streamDeleted = (stream: string): Failure =>
  failure(status.FAILED_PRECONDITION, `${stream} is deleted`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
export const tooLarge = (limit: number): Failure =>
  failure(status.INVALID_ARGUMENT, `maximum append size of ${limit} exceeded`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });
