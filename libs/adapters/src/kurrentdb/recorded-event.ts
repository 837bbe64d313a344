/**
 * Events on their way into KurrentDB and out of it. Our metadata and the schema version are the event's metadata there,
 * beside the two ids that KurrentDB's own tools look for.
 */
import type { Position as LogPosition } from '@kurrent/kurrentdb-client';
import { mustNotExceed, notOurs, storedMetadata, UUID } from '@pledgeline/event-sourcing';
import type {
  AppendedEvent,
  EventMetadata,
  EventToAppend,
  Position,
  RecordedEvent,
} from '@pledgeline/event-sourcing';

/** An event as it is sent: what it holds is written once, however often it is sent. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

type StoredMetadata = EventMetadata & {
  readonly schemaVersion: number;
  readonly $correlationId?: string;
  readonly $causationId?: string;
};

/**
 * @throws {TypeError} for events that no log can hold: none, an id twice or not a UUID, content that is not JSON.
 * @throws {AppendTooLarge}
 */
export const proposedEvents = (events: readonly EventToAppend[]): ProposedEvent[] => {
  if (events.length === 0) throw new TypeError('an append needs at least one event');
  if (events.length > 1 && new Set(events.map(({ id }) => id)).size < events.length)
    throw new TypeError('an append has an event id twice');
  const proposed = events.map((event) => {
    const { id, type } = event;
    if (!UUID.test(id)) throw new TypeError(`the event id ${JSON.stringify(id)} is not a UUID in lower case`);
    return { id, type, data: written(event.data), metadata: written(storedMetadata(event)) };
  });
  mustNotExceed(sizeOf(proposed));
  return proposed;
};

/** In bytes. */
export const sizeOf = (proposed: readonly ProposedEvent[]): number =>
  proposed.reduce(
    (size, { data, metadata }) => size + Buffer.byteLength(data) + Buffer.byteLength(metadata),
    0,
  );

const written = (content: unknown): string => {
  const text = JSON.stringify(content) as string | undefined;
  if (text === undefined) throw new TypeError('an event without content cannot be written');
  return text;
};

/** From what was written, so that what an append answers is what a read answers. */
export const appendedEvents = (
  stream: string,
  last: number,
  events: readonly EventToAppend[],
  proposed: readonly ProposedEvent[],
): AppendedEvent[] =>
  events.map(({ id, type, schemaVersion, metadata }, n) => ({
    id,
    type,
    schemaVersion,
    data: JSON.parse(proposed[n]?.data ?? '') as unknown,
    metadata,
    stream,
    revision: last - events.length + 1 + n,
  }));

/** What the client hands over: from a read, or from a subscription. */
export interface Received {
  readonly event?:
    | {
        readonly streamId: string;
        readonly id: string;
        readonly revision: bigint;
        readonly type: string;
        readonly data: unknown;
        readonly metadata: unknown;
        readonly created: Date;
        readonly position?: LogPosition;
      }
    | undefined;
}

/** Links, what the server itself keeps, and what others wrote take a revision, and are handed over as not ours. */
export const recordedEventOf = ({ event }: Received): RecordedEvent | undefined => {
  if (event?.position === undefined) return undefined;
  const { streamId: stream, id, type, data, position } = event;
  const stored = event.metadata as StoredMetadata | undefined;
  if (stream.startsWith(ABOUT_A_STREAM)) return limitsOf(event, textOf(position));
  if (
    type.startsWith('$') ||
    typeof stored?.schemaVersion !== 'number' ||
    typeof stored.commandId !== 'string'
  ) {
    const place = { id, stream, revision: Number(event.revision), position: textOf(position) };
    // The mark of a deletion for good stands after everything, at no revision that another event could have.
    const limits = type === TOMBSTONE;
    return notOurs(
      { ...place, ...(limits && { revision: -1 }), recordedAt: event.created.toISOString() },
      { type, limits },
    );
  }
  const { schemaVersion, $correlationId: _, $causationId: __, ...metadata } = stored;
  return {
    id,
    type,
    schemaVersion,
    data,
    metadata,
    stream,
    revision: Number(event.revision),
    position: textOf(position),
    recordedAt: event.created.toISOString(),
  };
};

/** Streams of this name hold what is set about the stream that the rest of their name names. */
export const ABOUT_A_STREAM = '$$';
const TOMBSTONE = '$streamDeleted';
const LIMITS = ['$tb', '$maxCount', '$maxAge'];

const limitsOf = (event: NonNullable<Received['event']>, position: Position): RecordedEvent => {
  const { streamId, id, type, created, data } = event;
  const set = typeof data === 'object' && data !== null ? data : {};
  return notOurs(
    {
      id,
      stream: streamId.slice(ABOUT_A_STREAM.length),
      revision: -1,
      position,
      recordedAt: created.toISOString(),
    },
    { type, limits: LIMITS.some((name) => name in set) },
  );
};

export const textOf = ({ commit, prepare }: LogPosition): Position => `${commit}/${prepare}`;

/** @throws {TypeError} for a position that another store gave. */
export const logPositionOf = (position: Position): LogPosition => {
  const match = /^(\d+)\/(\d+)$/.exec(position);
  if (match === null) throw new TypeError(`${JSON.stringify(position)} is not a position of this log`);
  return { commit: BigInt(match[1] ?? ''), prepare: BigInt(match[2] ?? '') };
};
