/**
 * Read of the stand-in: a stream or everything, forwards or backwards, filtered, once or as a subscription. A read begins
 * at the place it names, a subscription after it. A filtered subscription sends a checkpoint every so many events looked at.
 */
import { randomUUID } from 'node:crypto';
import type { ServerWritableStream } from '@grpc/grpc-js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type {
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Access } from './stand-in-access.ts';
import type { Fault, Faults } from './stand-in-faults.ts';
import { firstShown } from './stand-in-log.ts';
import type { StandInLog, StoredEvent } from './stand-in-log.ts';
import {
  denied,
  identifierOf,
  notLeader,
  readEventOf,
  streamDeleted,
  streamNameOf,
  unauthenticated,
  unavailable,
  unknown,
} from './stand-in-messages.ts';

/** Events are written as bytes that were made before. */
export type ReadCall = ServerWritableStream<ReadReq, ReadResp | Buffer>;

export interface Reads {
  read(call: ReadCall): void;
  /** Something new is in the log. */
  committed(): void;
  /** Ends every live subscription. */
  drop(how: 'ok' | 'error'): void;
}

const CHECKPOINT_EVERY = 32;

export const reads = (log: StandInLog, faults: Faults, access: Access): Reads => {
  /** Subscriptions, each with what wakes it. */
  const live = new Map<ReadCall, () => void>();

  const readOnce = async (call: ReadCall, options: ReadReq.Options): Promise<void> => {
    const { source, missing, deleted, visibleFrom = 0 } = sourceOf(log, options);
    if (deleted !== undefined) {
      call.emit('error', streamDeleted(deleted));
      return;
    }
    if (missing !== undefined) {
      const notFound = new streams.ReadResp.StreamNotFound();
      notFound.setStreamIdentifier(identifierOf(missing));
      const answer = new streams.ReadResp();
      answer.setStreamNotFound(notFound);
      call.write(answer);
      call.end();
      return;
    }
    const passes = filterOf(options);
    const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
    let left = Number(options.getCount());
    const step = backwards ? -1 : 1;
    const { change } = changesOf(call);
    for (let at = startOf(source, options, backwards); left > 0 && !isOver(call); at += step) {
      const event = source[at];
      if (event === undefined) break;
      if (!passes(event) || event.revision < visibleFrom) continue;
      left -= 1;
      call.write(readEventOf(event, idsOf(options)));
      while (call.writableNeedDrain && !isOver(call)) await change();
    }
    call.end();
  };

  const subscribe = async (
    call: ReadCall,
    options: ReadReq.Options,
    fault: Fault | undefined,
  ): Promise<void> => {
    const passes = filterOf(options);
    const filtered = options.hasFilter();
    const every = CHECKPOINT_EVERY * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 1);
    const dropAfter = fault?.kind === 'drop' ? fault.afterEvents : Infinity;
    let sent = 0;
    let looked = 0;
    const { change, raise } = changesOf(call);
    call.write(confirmation());
    live.set(call, raise);
    let at = afterStart(sourceOf(log, options).source, options);
    while (!isOver(call)) {
      const event = sourceOf(log, options).source[at];
      if (event === undefined) {
        await change();
        continue;
      }
      at += 1;
      if (passes(event)) {
        if (sent === dropAfter) {
          end(call, fault?.kind === 'drop' ? fault.how : 'ok');
          break;
        }
        sent += 1;
        call.write(readEventOf(event, idsOf(options)));
        while (call.writableNeedDrain && !isOver(call)) await change();
      }
      looked += 1;
      if (filtered && looked % every === 0) call.write(checkpoint(event));
    }
    live.delete(call);
  };

  return {
    read(call) {
      const options = call.request.getOptions() ?? new streams.ReadReq.Options();
      const stream = options.hasAll() ? '$all' : streamNameOf(options.getStream()?.getStreamIdentifier());
      const refused = access.refuses(call.metadata, 'read', stream);
      if (refused !== undefined) {
        call.emit('error', refused === 'denied' ? denied() : unauthenticated());
        return;
      }
      const fault = faults.take(options.hasSubscription() ? 'subscribe' : 'read');
      if (fault?.kind === 'hang') return;
      if (fault?.kind === 'close') call.end();
      else if (fault?.kind === 'refuse') call.emit('error', unavailable());
      else if (fault?.kind === 'break') call.emit('error', unknown());
      else if (fault?.kind === 'deny') call.emit('error', denied());
      else if (fault?.kind === 'not-leader') call.emit('error', notLeader(fault.leaderPort));
      else if (options.hasSubscription()) void subscribe(call, options, fault);
      else void readOnce(call, options);
    },
    committed() {
      for (const raise of live.values()) raise();
    },
    drop(how) {
      for (const call of live.keys()) end(call, how);
    },
  };
};

const end = (call: ReadCall, how: 'ok' | 'error'): void => {
  if (how === 'ok') call.end();
  else call.emit('error', unavailable());
};

const isOver = (call: ReadCall): boolean => call.cancelled || call.destroyed || call.writableEnded;

/** Waiting for room, for the end of the call, or for whatever else is raised. */
const changesOf = (call: ReadCall) => {
  let wake = (): void => undefined;
  const raise = (): void => wake();
  for (const event of ['drain', 'cancelled', 'close', 'finish']) call.on(event, raise);
  return { raise, change: () => new Promise<void>((resolve) => (wake = resolve)) };
};

const sourceOf = (log: StandInLog, options: ReadReq.Options) => {
  if (options.hasAll()) return { source: log.all };
  const name = streamNameOf(options.getStream()?.getStreamIdentifier());
  const stream = log.stream(name);
  if (stream?.tombstoned === true) return { source: [], deleted: name };
  if (stream === undefined || stream.visibleFrom === stream.events.length)
    return { source: stream?.events ?? [], missing: name };
  return { source: stream.events, visibleFrom: firstShown(stream) };
};

/** Where a read begins: at the event it names, or the next in its direction. */
const startOf = (source: readonly StoredEvent[], options: ReadReq.Options, backwards: boolean): number => {
  const place = options.getAll() ?? options.getStream();
  if (place?.hasEnd() === true) return backwards ? source.length - 1 : source.length;
  if (place?.hasStart() !== false) return backwards ? -1 : 0;
  const first = firstFrom(source, options);
  return backwards && source[first]?.position !== Number(positionOf(options)) ? first - 1 : first;
};

const afterStart = (source: readonly StoredEvent[], options: ReadReq.Options): number => {
  const place = options.getAll() ?? options.getStream();
  if (place?.hasEnd() === true) return source.length;
  if (place?.hasStart() !== false) return 0;
  const first = firstFrom(source, options);
  if (!options.hasAll()) return first + 1;
  return source[first]?.position === Number(positionOf(options)) ? first + 1 : first;
};

const positionOf = (options: ReadReq.Options): string | undefined =>
  options.getAll()?.getPosition()?.getCommitPosition();

/** The first event at or after the named place. */
const firstFrom = (source: readonly StoredEvent[], options: ReadReq.Options): number => {
  const position = positionOf(options);
  if (position === undefined) return Number(options.getStream()?.getRevision() ?? 0);
  let [low, high] = [0, source.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (source[middle]!.position < Number(position)) low = middle + 1;
    else high = middle;
  }
  return low;
};

const filterOf = (options: ReadReq.Options): ((event: StoredEvent) => boolean) => {
  const filter = options.getFilter();
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  if (expression === undefined) return () => true;
  const subject = (event: StoredEvent): string =>
    filter?.hasStreamIdentifier() === true ? event.stream : event.type;
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (event) => prefixes.some((prefix) => subject(event).startsWith(prefix));
  const pattern = new RegExp(expression.getRegex());
  return (event) => pattern.test(subject(event));
};

const idsOf = (options: ReadReq.Options): 'text' | 'bits' =>
  options.getUuidOption()?.hasString() === true ? 'text' : 'bits';

const confirmation = (): ReadResp => {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(randomUUID());
  const answer = new streams.ReadResp();
  answer.setConfirmation(confirmed);
  return answer;
};

const checkpoint = (event: StoredEvent): ReadResp => {
  const reached = new streams.ReadResp.Checkpoint();
  reached.setCommitPosition(String(event.position));
  reached.setPreparePosition(String(event.position));
  const answer = new streams.ReadResp();
  answer.setCheckpoint(reached);
  return answer;
};
