/**
 * One read over the channel of the client, asked as its subscriptions are. The client's own reads go through a native addon
 * that drops the fraction of the second an event was recorded at, while subscriptions keep it: the same event would look
 * different depending on the way it came. They also take half a second to begin, and cannot be ended.
 */
import type { KurrentDBClient, Position as LogPosition } from '@kurrent/kurrentdb-client';
import { convertToCommandError } from '@kurrent/kurrentdb-client';
import { convertGrpcEvent } from '@kurrent/kurrentdb-client/dist/utils/convertGrpcEvent.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import { StreamsClient } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type {
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { insideOf } from './client-inside.ts';
import type { Received } from './recorded-event.ts';

/** Where to read, and how much. The order is the log's unless the end is asked for. */
export type Place = (
  | { readonly stream: string; readonly from: number | 'end' }
  | {
      readonly prefixes: readonly string[];
      readonly from: { readonly commit: bigint; readonly prepare: bigint } | undefined;
    }
) & { readonly count: number };

/** The position of the last event of the log, of whomever. It is not looked into: others may keep there what they like. */
export const endOfLog = async (
  client: KurrentDBClient,
  signal: AbortSignal,
): Promise<LogPosition | undefined> => {
  let end: LogPosition | undefined;
  for await (const answer of answers(client, requestOf({ log: 'end', count: 1 }), signal)) {
    const last = recordIn(answer.getEvent());
    if (last !== undefined) end = positionIn(last);
  }
  return end;
};

/** The first event at or after a position, of whomever. */
export interface FoundAt {
  readonly position: LogPosition;
  /** Undefined in a stream that is not wanted: it is not looked into. */
  readonly received: Received | undefined;
}

/**
 * @returns undefined beyond the end of the log.
 * @throws as a read does; for a position inside a record `isInsideARecord` is true of it.
 */
export const firstFrom = async (
  client: KurrentDBClient,
  position: LogPosition,
  isWanted: (stream: string) => boolean,
  signal: AbortSignal,
): Promise<FoundAt | undefined> => {
  let found: FoundAt | undefined;
  for await (const answer of answers(client, requestOf({ log: position, count: 1 }), signal)) {
    const event = answer.getEvent();
    const record = recordIn(event);
    if (event === undefined || record === undefined) continue;
    const name = record.getStreamIdentifier()?.getStreamName_asU8() ?? [];
    const received = isWanted(Buffer.from(name).toString('utf8')) ? convertGrpcEvent(event) : undefined;
    found = { position: positionIn(record), received };
  }
  return found;
};

type Record = NonNullable<ReturnType<ReadResp.ReadEvent['getEvent']>>;

/** What stands in the log itself: a link, and not what it leads to. */
const recordIn = (read: ReadResp.ReadEvent | undefined): Record | undefined =>
  read?.getLink() ?? read?.getEvent();

const positionIn = (record: Record): LogPosition => ({
  commit: BigInt(record.getCommitPosition()),
  prepare: BigInt(record.getPreparePosition()),
});

/**
 * From the leader, so that a reader sees what it has just written. Nothing when there is no such stream.
 * @param signal ends the call.
 * @throws errors of the client's kind.
 */
export async function* grpcRead(
  client: KurrentDBClient,
  place: Place,
  signal: AbortSignal,
): AsyncGenerator<Received> {
  for await (const answer of answers(client, requestOf(place), signal)) {
    const event = answer.getEvent();
    if (event !== undefined) yield convertGrpcEvent(event);
  }
}

/** What a subscription to the log says, in the order it is said. */
export type LogMessage =
  | { readonly is: 'confirmed' | 'caught-up' }
  | { readonly is: 'event'; readonly received: Received }
  /** Up to there nothing is left of what was asked for, but for the events before. */
  | { readonly is: 'checkpoint'; readonly position: LogPosition };

export interface LogSubscription {
  readonly prefixes: readonly string[];
  /** Exclusive; the start when absent. */
  readonly after: LogPosition | undefined;
  /** A checkpoint comes every 32 times as many events, of whomever. */
  readonly checkpointInterval: number;
}

/**
 * The past and then what comes; it ends with the signal. Not through the client's class, which lets checkpoints overtake events.
 * @throws errors of the client's kind.
 */
export async function* subscribeToLog(
  client: KurrentDBClient,
  { prefixes, after, checkpointInterval }: LogSubscription,
  signal: AbortSignal,
): AsyncGenerator<LogMessage> {
  const request = requestOf({ prefixes, from: after, checkpointInterval });
  for await (const answer of answers(client, request, signal)) {
    const [event, reached] = [answer.getEvent(), answer.getCheckpoint()];
    if (event !== undefined) yield { is: 'event', received: convertGrpcEvent(event) };
    else if (answer.hasCaughtUp()) yield { is: 'caught-up' };
    else if (answer.hasConfirmation()) yield { is: 'confirmed' };
    else if (reached !== undefined) {
      const [commit, prepare] = [reached.getCommitPosition(), reached.getPreparePosition()];
      yield { is: 'checkpoint', position: { commit: BigInt(commit), prepare: BigInt(prepare) } };
    }
  }
}

async function* answers(
  client: KurrentDBClient,
  request: ReadReq,
  signal: AbortSignal,
): AsyncGenerator<ReadResp> {
  const inside = insideOf(client);
  const open = inside.GRPCStreamCreator(StreamsClient, 'read', (streamsClient) =>
    streamsClient.read(request, ...inside.callArguments({ requiresLeader: true }, { deadline: Infinity })),
  );
  const call = await open();
  const cancel = (): void => call.cancel();
  signal.addEventListener('abort', cancel);
  if (signal.aborted) cancel();
  try {
    for await (const answer of call as AsyncIterable<ReadResp>) yield answer;
  } catch (error) {
    throw error instanceof Error ? convertToCommandError(error) : error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

type Asked =
  | Place
  /** Of whomever: from the end backwards, or from a position on. */
  | { readonly log: 'end' | LogPosition; readonly count: number }
  | {
      readonly prefixes: readonly string[];
      readonly from: LogPosition | undefined;
      readonly checkpointInterval: number;
    };

const requestOf = (place: Asked): ReadReq => {
  const options = new streams.ReadReq.Options();
  if ('log' in place) setLog(options, place.log);
  else if ('stream' in place) setStream(options, place);
  else setAll(options, place);
  if ('count' in place) options.setCount(String(place.count));
  else options.setSubscription(new streams.ReadReq.Options.SubscriptionOptions());
  const ids = new streams.ReadReq.Options.UUIDOption();
  ids.setString(new shared.Empty());
  options.setUuidOption(ids);
  const request = new streams.ReadReq();
  request.setOptions(options);
  return request;
};

const setStream = (options: ReadReq.Options, { stream, from }: Extract<Place, { stream: string }>): void => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  const where = new streams.ReadReq.Options.StreamOptions();
  where.setStreamIdentifier(identifier);
  if (from === 'end') {
    where.setEnd(new shared.Empty());
    options.setReadDirection(streams.ReadReq.Options.ReadDirection.BACKWARDS);
  } else {
    where.setRevision(String(from));
  }
  options.setStream(where);
  options.setNoFilter(new shared.Empty());
};

const setLog = (options: ReadReq.Options, from: 'end' | LogPosition): void => {
  const where = new streams.ReadReq.Options.AllOptions();
  if (from === 'end') {
    where.setEnd(new shared.Empty());
    options.setReadDirection(streams.ReadReq.Options.ReadDirection.BACKWARDS);
  } else {
    where.setPosition(wireOf(from));
  }
  options.setAll(where);
  options.setNoFilter(new shared.Empty());
};

const wireOf = ({ commit, prepare }: LogPosition) => {
  const position = new streams.ReadReq.Options.Position();
  position.setCommitPosition(String(commit));
  position.setPreparePosition(String(prepare));
  return position;
};

/** Where no prefixes are named. */
const BUT_THE_SERVERS_OWN = '^[^$]';

const setAll = (
  options: ReadReq.Options,
  { prefixes, from, ...place }: Extract<Asked, { prefixes: readonly string[] }>,
): void => {
  const where = new streams.ReadReq.Options.AllOptions();
  if (from === undefined) {
    where.setStart(new shared.Empty());
  } else {
    where.setPosition(wireOf(from));
  }
  options.setAll(where);
  const names = new streams.ReadReq.Options.FilterOptions.Expression();
  if (prefixes.length === 0) names.setRegex(BUT_THE_SERVERS_OWN);
  else names.setPrefixList([...prefixes]);
  const filter = new streams.ReadReq.Options.FilterOptions();
  filter.setStreamIdentifier(names);
  filter.setCount(new shared.Empty());
  filter.setCheckpointintervalmultiplier('checkpointInterval' in place ? place.checkpointInterval : 1);
  options.setFilter(filter);
};
