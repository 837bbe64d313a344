/**
 * Append, BatchAppend, Delete and Tombstone of the stand-in. Appends that arrive in one turn share one write to the file;
 * each is acknowledged after it.
 */
import type { sendUnaryData, ServerDuplexStream, ServerReadableStream, ServerUnaryCall } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Status } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import type { Access } from './stand-in-access.ts';
import type { Fault, Faults } from './stand-in-faults.ts';
import type { Expected, Outcome, ProposedEvent, StandInLog, StoredEvent } from './stand-in-log.ts';
import {
  deletedStatus,
  denied,
  deniedStatus,
  emptyMessage,
  identifierOf,
  idOf,
  notLeader,
  streamDeleted,
  streamNameOf,
  textId,
  unauthenticated,
  tooLarge,
  tooLargeStatus,
  unavailable,
  unknown,
  wrongVersionStatus,
} from './stand-in-messages.ts';
import type { Settings } from './stand-in.ts';

type Proposed = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;

/** The server keeps an append waiting that comes again while the first time is still under way, until it gives up writing. */
const TWIN_WITHIN_MS = 2;
const WRITE_TIMEOUT_MS = 2000;

/** @param committed called after each write to the file, before the acknowledgements of its appends. */
export const appends = (
  log: StandInLog,
  faults: Faults,
  access: Access,
  settings: Pick<Settings, 'maxAppendBytes' | 'knownSizeStatus'>,
  committed: () => void,
) => {
  let waiting: (() => void)[] = [];
  const writtenAt = new WeakMap<StoredEvent, number>();
  const isTooLarge = (events: readonly ProposedEvent[]): boolean => sizeOf(events) >= settings.maxAppendBytes;

  const isTwin = (outcome: Answered): boolean => {
    if (outcome.kind === 'written') writtenAt.set(outcome.last, performance.now());
    if (outcome.kind !== 'repeated') return false;
    return performance.now() - (writtenAt.get(outcome.last) ?? -Infinity) < TWIN_WITHIN_MS;
  };

  const afterFlush = (acknowledge: () => void): void => {
    if (waiting.push(acknowledge) > 1) return;
    setImmediate(() => {
      const acknowledged = waiting;
      waiting = [];
      log.flush();
      committed();
      for (const answer of acknowledged) answer();
    });
  };

  const answerBatch = (call: BatchCall, batch: Batch): void => {
    const fault = faults.take('append');
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'close') {
      call.end();
      return;
    }
    const failure = failureOf(fault);
    if (failure !== undefined) {
      call.emit('error', failure);
      return;
    }
    const refused = access.refuses(call.metadata, 'write', batch.stream);
    if (refused === 'unauthenticated') {
      call.emit('error', unauthenticated());
      return;
    }
    if (isTooLarge(batch.events)) {
      call.write(refusedBatch(batch, tooLargeStatus(settings.maxAppendBytes, settings.knownSizeStatus)));
      return;
    }
    const outcome: Answered =
      refused === 'denied' ? { kind: 'denied' } : log.append(batch.stream, batch.expected, batch.events);
    if (isTwin(outcome)) {
      setTimeout(() => void call.write(batchAnswer(batch, outcome)), WRITE_TIMEOUT_MS);
      return;
    }
    afterFlush(() => {
      if (fault?.kind === 'fail-after-write') call.emit('error', unavailable());
      else if (fault?.kind !== 'hang-after-write' && !call.cancelled) call.write(batchAnswer(batch, outcome));
    });
  };

  return {
    batchAppend(call: BatchCall): void {
      const open = new Map<string, Batch>();
      call.on('data', (request: BatchAppendReq) => {
        const id = idOf(request.getCorrelationId());
        const batch = open.get(id) ?? batchOf(id, request);
        open.set(id, batch);
        batch.events.push(...request.getProposedMessagesList().map(eventOf));
        if (!request.getIsFinal()) return;
        open.delete(id);
        answerBatch(call, batch);
      });
      call.on('end', () => call.end());
    },

    append(call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void {
      const events: ProposedEvent[] = [];
      let options: AppendReq.Options | undefined;
      call.on('data', (request: AppendReq) => {
        options ??= request.getOptions();
        const message = request.getProposedMessage();
        if (message !== undefined) events.push(eventOf(message));
      });
      call.on('end', () => {
        const fault = faults.take('append');
        if (fault?.kind === 'hang' || options === undefined) return;
        const failure = failureOf(fault);
        if (failure !== undefined) {
          answer(failure);
          return;
        }
        if (isTooLarge(events)) {
          answer(tooLarge(settings.maxAppendBytes));
          return;
        }
        const stream = streamNameOf(options.getStreamIdentifier());
        const refused = access.refuses(call.metadata, 'write', stream);
        if (refused !== undefined) {
          answer(refused === 'denied' ? denied() : unauthenticated());
          return;
        }
        const outcome = log.append(stream, expectedOf(options), events);
        afterFlush(() => {
          if (fault?.kind === 'fail-after-write') answer(unavailable());
          else if (outcome.kind === 'deleted') answer(streamDeleted(stream));
          else if (fault?.kind !== 'hang-after-write') answer(null, singleAnswer(outcome));
        });
      });
    },

    delete(call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>): void {
      log.delete(streamNameOf(call.request.getOptions()?.getStreamIdentifier()));
      afterFlush(() => answer(null, new streams.DeleteResp()));
    },

    tombstone(
      call: ServerUnaryCall<TombstoneReq, TombstoneResp>,
      answer: sendUnaryData<TombstoneResp>,
    ): void {
      log.tombstone(streamNameOf(call.request.getOptions()?.getStreamIdentifier()));
      afterFlush(() => answer(null, new streams.TombstoneResp()));
    },
  };
};

type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

interface Batch {
  readonly id: string;
  readonly stream: string;
  readonly expected: Expected;
  readonly events: ProposedEvent[];
}

const batchOf = (id: string, request: BatchAppendReq): Batch => {
  const options = request.getOptions();
  const revision = options?.hasStreamPosition() === true ? options.getStreamPosition() : undefined;
  const expected = expectedOf({
    hasRevision: () => revision !== undefined,
    getRevision: () => revision ?? '',
    hasNoStream: () => options?.hasNoStream() ?? false,
    hasStreamExists: () => options?.hasStreamExists() ?? false,
  });
  return { id, stream: streamNameOf(options?.getStreamIdentifier()), expected, events: [] };
};

const expectedOf = (
  options: Pick<AppendReq.Options, 'hasRevision' | 'getRevision' | 'hasNoStream' | 'hasStreamExists'>,
): Expected => {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return 'no-stream';
  return options.hasStreamExists() ? 'stream-exists' : 'any';
};

const eventOf = (message: Proposed): ProposedEvent => ({
  id: idOf(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asB64(),
  metadata: message.getCustomMetadata_asB64(),
});

const failureOf = (fault: Fault | undefined) => {
  if (fault?.kind === 'refuse') return unavailable();
  if (fault?.kind === 'break') return unknown();
  if (fault?.kind === 'deny') return denied();
  return fault?.kind === 'not-leader' ? notLeader(fault.leaderPort) : undefined;
};

type Answered = Outcome | { readonly kind: 'denied' };

const sizeOf = (events: readonly ProposedEvent[]): number =>
  events.reduce((size, { data, metadata }) => size + bytesIn(data) + bytesIn(metadata), 0);

const bytesIn = (base64: string): number => Buffer.byteLength(base64, 'base64');

const refusedBatch = (batch: Batch, refusal: Status): BatchAppendResp => {
  const answer = new streams.BatchAppendResp();
  answer.setCorrelationId(textId(batch.id));
  answer.setStreamIdentifier(identifierOf(batch.stream));
  answer.setError(refusal);
  return answer;
};

const batchAnswer = (batch: Batch, outcome: Answered): BatchAppendResp => {
  const answer = new streams.BatchAppendResp();
  answer.setCorrelationId(textId(batch.id));
  answer.setStreamIdentifier(identifierOf(batch.stream));
  if (outcome.kind === 'deleted') answer.setError(deletedStatus(batch.stream));
  else if (outcome.kind === 'denied') answer.setError(deniedStatus());
  else if (outcome.kind === 'wrong-version') answer.setError(wrongVersionStatus(outcome.current));
  else {
    const success = new streams.BatchAppendResp.Success();
    const position = new shared.AllStreamPosition();
    position.setCommitPosition(String(outcome.last.position));
    position.setPreparePosition(String(outcome.last.position));
    success.setCurrentRevision(String(outcome.last.revision));
    success.setPosition(position);
    answer.setSuccess(success);
  }
  return answer;
};

const singleAnswer = (outcome: Exclude<Outcome, { kind: 'deleted' }>): AppendResp => {
  const answer = new streams.AppendResp();
  if (outcome.kind === 'wrong-version') {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (outcome.current === null) wrong.setCurrentNoStream(emptyMessage());
    else wrong.setCurrentRevision(String(outcome.current));
    answer.setWrongExpectedVersion(wrong);
    return answer;
  }
  const success = new streams.AppendResp.Success();
  const position = new streams.AppendResp.Position();
  position.setCommitPosition(String(outcome.last.position));
  position.setPreparePosition(String(outcome.last.position));
  success.setCurrentRevision(String(outcome.last.revision));
  success.setPosition(position);
  answer.setSuccess(success);
  return answer;
};
