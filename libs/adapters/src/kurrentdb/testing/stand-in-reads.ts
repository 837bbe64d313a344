/**
 * Read of the stand-in: a stream or everything, forwards or backwards, filtered, once or as a subscription. A read begins
 * at the place it names, a subscription after it. A filtered subscription sends a checkpoint every so many events looked at.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerWritableStream } from '@grpc/grpc-js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type {
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Access } from './stand-in-access.ts';
import type { Fault, Faults } from './stand-in-faults.ts';
import { afterStart, beginningOf, isInsideARecord, skippedIn, startOf } from './stand-in-places.ts';
import { BYTES_OF_OTHERS, firstShown } from './stand-in-log.ts';
import type { StandInLog, StoredEvent } from './stand-in-log.ts';
import {
  denied,
  identifierOf,
  insideARecord,
  notLeader,
  readEventOf,
  streamDeleted,
  streamNameOf,
  tooSlow,
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
  /** Of the log, since the start. */
  subscribedFrom(): readonly string[];
  /** Ends every live subscription. */
  drop(how: 'ok' | 'error'): void;
}

const CHECKPOINT_EVERY = 32;
const BEYOND_THE_END = 10_000;
const PASS_EVERY_MS = 5;

export const reads = (log: StandInLog, faults: Faults, access: Access, mostWaiting = Infinity): Reads => {
  /** Subscriptions, each with what wakes it. */
  const live = new Map<ReadCall, () => void>();

  const subscribedFrom: string[] = [];

  /** Past events of others, at their pace, in steps. */
  const pass = async (
    call: ReadCall,
    event: StoredEvent,
    skip: number,
    onStep: (count: number, position: number) => void,
  ): Promise<void> => {
    const { count, perSecond } = event.others ?? { count: 0, perSecond: 1 };
    const began = performance.now();
    let passed = skip;
    while (passed < count && !isOver(call)) {
      await sleep(PASS_EVERY_MS);
      const due = Math.min(count, skip + Math.floor(((performance.now() - began) / 1000) * perSecond));
      while (passed < due) {
        const step = Math.min(due - passed, CHECKPOINT_EVERY);
        passed += step;
        onStep(step, event.position + (passed - 1) * BYTES_OF_OTHERS);
      }
    }
  };

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
    if (isInsideARecord(source, options)) {
      call.emit('error', insideARecord());
      return;
    }
    let left = Number(options.getCount());
    const step = backwards ? -1 : 1;
    const { change } = changesOf(call);
    for (let at = startOf(source, options, backwards); left > 0 && !isOver(call); at += step) {
      const event = source[at];
      if (event === undefined) break;
      if (event.others !== undefined && !backwards && options.hasFilter())
        await pass(call, event, skippedIn(event, options), () => undefined);
      if (event.removed === true || !passes(event) || event.revision < visibleFrom) continue;
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
    if (options.hasAll()) subscribedFrom.push(beginningOf(options));
    let at = afterStart(sourceOf(log, options).source, options);
    let isFirst = true;
    let isLive = false;
    const look = (count: number, position: number): void => {
      const before = Math.floor(looked / every);
      looked += count;
      if (filtered && Math.floor(looked / every) > before) call.write(checkpoint(position));
    };
    while (!isOver(call)) {
      const { source } = sourceOf(log, options);
      const event = source[at];
      if (event === undefined) {
        if (!isLive && fault?.kind === 'ahead')
          call.write(checkpoint((source.at(-1)?.position ?? 0) + BEYOND_THE_END));
        if (!isLive) call.write(caughtUp());
        isLive = true;
        await change();
        continue;
      }
      at += 1;
      if (event.others !== undefined) {
        await pass(call, event, isFirst ? skippedIn(event, options) : 0, look);
        isFirst = false;
        continue;
      }
      isFirst = false;
      if (event.removed !== true && passes(event)) {
        if (sent === dropAfter) {
          end(call, fault?.kind === 'drop' ? fault.how : 'ok');
          break;
        }
        sent += 1;
        call.write(readEventOf(event, idsOf(options)));
        while (call.writableNeedDrain && !isOver(call)) {
          if (isLive && sourceOf(log, options).source.length - at > mostWaiting) {
            call.emit('error', tooSlow());
            live.delete(call);
            return;
          }
          await change();
        }
      }
      look(1, event.position);
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
    subscribedFrom: () => subscribedFrom,
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

const caughtUp = (): ReadResp => {
  const answer = new streams.ReadResp();
  answer.setCaughtUp(new streams.ReadResp.CaughtUp());
  return answer;
};

const checkpoint = (position: number): ReadResp => {
  const reached = new streams.ReadResp.Checkpoint();
  reached.setCommitPosition(String(position));
  reached.setPreparePosition(String(position));
  const answer = new streams.ReadResp();
  answer.setCheckpoint(reached);
  return answer;
};
