/**
 * Appends over one long-lived call for all of a client (BatchAppend), as the client makes them, and with what it lacks: any number
 * of them at a time (it waits for room with a promise that nobody listens to, so that a lost connection would end the process),
 * an answer for all when the server ends the call with OK, and content that is written once.
 */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { convertToCommandError } from '@kurrent/kurrentdb-client';
import { unpackToCommandError } from '@kurrent/kurrentdb-client/dist/streams/appendToStream/unpackError.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import {
  StreamsClient,
  StreamsService,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type {
  BatchAppendReq,
  BatchAppendResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { ExpectedRevision } from '@pledgeline/event-sourcing';
import { AppendTooLarge } from '@pledgeline/event-sourcing';
import { insideOf } from './client-inside.ts';
import { isTooLargeMessage } from './error-classification.ts';
import { sizeOf, type ProposedEvent } from './recorded-event.ts';

type Call = ReturnType<StreamsClient['batchAppend']>;

export interface ProposedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly proposed: readonly ProposedEvent[];
}

interface Waiting {
  readonly append: ProposedAppend;
  readonly resolve: (lastRevision: number) => void;
  readonly reject: (error: Error) => void;
}

/** Of the client's own copy of the messages that it uses: those of another copy would not fit. */
const clientRequire = createRequire(createRequire(import.meta.url).resolve('@kurrent/kurrentdb-client'));
const { Timestamp } = clientRequire('google-protobuf/google/protobuf/timestamp_pb.js') as {
  readonly Timestamp: new () => Parameters<BatchAppendReq.Options['setDeadline21100']>[0] & {
    setSeconds(seconds: number): unknown;
  };
};

/** By the call, what waits for its answer, by correlation id. A call that has ended has none. */
const waitingOn = new WeakMap<Call, Map<string, Waiting>>();
const calls = new WeakMap<object, Call>();

/** The client tells the server a time of its own clock; a server that is ahead of it would refuse every append. */
const DEADLINE_MS = 3_600_000;

/** False for a server that is older than this way of appending. */
export const takesBatches = (client: KurrentDBClient): Promise<boolean> =>
  insideOf(client).supports(StreamsService.batchAppend);

/**
 * Asks the leader.
 * @param signal gives up waiting; what was sent may still be written.
 * @returns the revision of the last event. @throws errors of the client's kind.
 */
export const batchAppend = async (
  client: KurrentDBClient,
  append: ProposedAppend,
  signal: AbortSignal,
): Promise<number> => {
  const inside = insideOf(client);
  const open = inside.GRPCStreamCreator(
    StreamsClient,
    'append',
    (streamsClient) =>
      listenedTo(
        streamsClient.batchAppend(...inside.callArguments({ requiresLeader: true }, { deadline: Infinity })),
      ),
    calls,
  );
  const call = await open();
  signal.throwIfAborted();
  const waiting = waitingOn.get(call);
  if (waiting === undefined) throw new Error('the call for appends has ended');
  const id = randomUUID();
  return new Promise((resolve, reject) => {
    const settled = (): void => {
      waiting.delete(id);
      signal.removeEventListener('abort', giveUp);
    };
    const giveUp = (): void => {
      settled();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', giveUp);
    waiting.set(id, {
      append,
      resolve: (last) => {
        settled();
        resolve(last);
      },
      reject: (error) => {
        settled();
        reject(error);
      },
    });
    call.write(requestOf(id, append));
  });
};

const listenedTo = (call: Call): Call => {
  const waiting = new Map<string, Waiting>();
  waitingOn.set(call, waiting);
  const end = (error: Error): void => {
    waitingOn.delete(call);
    const largest = isTooLargeMessage(error) ? largestOf(waiting) : undefined;
    for (const one of [...waiting.values()])
      one.reject(one === largest ? tooLarge(one.append, error) : error);
  };
  return call
    .on('data', (answer: BatchAppendResp) => {
      const one = waiting.get(answer.getCorrelationId()?.getString() ?? '');
      const error = answer.getError();
      if (error === undefined) one?.resolve(Number(answer.getSuccess()?.getCurrentRevision()));
      else one?.reject(unpackToCommandError(error, one.append.stream));
    })
    .on('error', (error: Error) => end(convertToCommandError(error)))
    .on('end', () => end(new Error('the server ended the call for appends')));
};

/**
 * A message that is too large ends the call for all that wait on it. The server does not say which it was; if any was, the
 * largest was. The others are sent again.
 */
const largestOf = (waiting: ReadonlyMap<string, Waiting>): Waiting | undefined =>
  [...waiting.values()].reduce<Waiting | undefined>(
    (largest, one) =>
      largest === undefined || sizeOf(one.append.proposed) > sizeOf(largest.append.proposed) ? one : largest,
    undefined,
  );

const tooLarge = ({ proposed }: ProposedAppend, cause: unknown): AppendTooLarge =>
  new AppendTooLarge(sizeOf(proposed), null, { cause });

const requestOf = (id: string, { stream, expected, proposed }: ProposedAppend): BatchAppendReq => {
  const options = new streams.BatchAppendReq.Options();
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  options.setStreamIdentifier(identifier);
  const deadline = new Timestamp();
  deadline.setSeconds(Math.floor((Date.now() + DEADLINE_MS) / 1000));
  options.setDeadline21100(deadline);
  if (expected === 'no-stream') options.setNoStream(new shared.Empty());
  else options.setStreamPosition(String(expected));
  const request = new streams.BatchAppendReq();
  request.setOptions(options);
  request.setCorrelationId(uuidOf(id));
  request.setIsFinal(true);
  for (const event of proposed) request.addProposedMessages(messageOf(event));
  return request;
};

const messageOf = ({ id, type, data, metadata }: ProposedEvent): BatchAppendReq.ProposedMessage => {
  const message = new streams.BatchAppendReq.ProposedMessage();
  message.setId(uuidOf(id));
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  message.setData(Buffer.from(data));
  message.setCustomMetadata(Buffer.from(metadata));
  return message;
};

const uuidOf = (id: string): InstanceType<typeof shared.UUID> => {
  const uuid = new shared.UUID();
  uuid.setString(id);
  return uuid;
};
