/**
 * One membership of a group in a topic, from joining to leaving or to the first failure that kafkajs does not get over.
 *
 * The order is: handler, place in the group's own file if it has one, commit in Kafka, next batch. A partition that is taken
 * away in the middle of a batch is waited for by the group until the handler has finished; if that takes longer than the
 * group waits, the broker refuses the commit and the next owner repeats the batch. One batch at a time, made of all that a
 * fetch brought.
 */
import type { Consumer, ConsumerGroupJoinEvent, EachBatchPayload, Kafka } from 'kafkajs';
import { GaveUp, pause } from '@pledgeline/event-sourcing';
import type { BatchHandler, RecordedEvent } from '@pledgeline/event-sourcing';
import { ConsumerSilent, consumerWatch, LOOK_EVERY_MS } from './consumer-watch.ts';
import { inRounds } from './fetch-rounds.ts';
import { committedAtOnce, committedNowAndThen } from './group-commits.ts';
import { handledRevisions } from './handled-revisions.ts';
import { HEARTBEAT_MS, heartbeats } from './heartbeats.ts';
import type { Arrived, MessagesOfOthers } from './messages-of-others.ts';
import type { Offsets } from './local-checkpoint.ts';
import type { PartitionProgress } from './partition-progress.ts';
import { StartOver } from './retried.ts';
import type { Retried } from './retried.ts';
import { groupOffsets } from './topic-offsets.ts';

export interface Membership {
  readonly kafka: Kafka;
  readonly topic: string;
  readonly groupId: string;
  /** Leaves the group, after the handler at work. */
  readonly signal: AbortSignal;
  readonly handle: BatchHandler;
  readonly others: MessagesOfOthers;
  readonly retried: Retried;
  readonly progress: PartitionProgress;
  readonly onProgress: () => void;
  /** Calls now and then, until what it answers is called; a timer when absent. */
  readonly nowAndThen?: (look: () => void) => () => void;
  /** Where a group with rows of its own goes on, and keeps how far it is; Kafka's commits are then for onlookers. */
  readonly own?: {
    readonly offsets: Offsets;
    /** @param handled for the first time, on the way there: what was set aside may be in no log. */
    readonly save: (offsets: Offsets, handled: readonly Arrived[]) => Promise<void>;
  };
}

/** A member that is silent for so long is dead, and its partitions go to others. */
const SESSION_TIMEOUT_MS = 10_000;
/** How long the group waits for a member's batch before it gives its partitions away. */
const REBALANCE_TIMEOUT_MS = 60_000;
/** A broker answers as soon as it has something: this is how long a question without an answer costs nothing. */
const MAX_WAIT_MS = 500;
const MIB = 1024 * 1024;
/** Rows are written fastest in large batches. */
const ROWS = { maxBytes: 10 * MIB, maxBytesPerPartition: 4 * MIB };
/** A policy may send a command for each event: its batch has to be done before the group stops waiting for it. */
const POLICIES = { maxBytes: MIB, maxBytesPerPartition: MIB };
const LEAVES_WITHIN_MS = 10_000;
/** More than a topic of ours has: what a fetch brings of all of them is handled together. */
const MOST_PARTITIONS = 64;

/** @throws whatever ended it, but for the signal: `GaveUp`, `StartOver`, or what Kafka said. */
export const consumeTopic = async (membership: Membership): Promise<void> => {
  const { kafka, topic, groupId, signal, progress, retried, others, own } = membership;
  const consumer = kafka.consumer({
    groupId,
    readUncommitted: false,
    sessionTimeout: SESSION_TIMEOUT_MS,
    rebalanceTimeout: REBALANCE_TIMEOUT_MS,
    heartbeatInterval: HEARTBEAT_MS - 100,
    maxWaitTimeInMs: MAX_WAIT_MS,
    ...(own === undefined ? POLICIES : ROWS),
    allowAutoTopicCreation: false,
    // Starting again is the caller's, who also says so.
    retry: { restartOnFailure: () => Promise.resolve(false) },
  });
  const handled = handledRevisions();
  const commits = own === undefined ? committedAtOnce(topic) : committedNowAndThen(topic);
  const next = new Map(own?.offsets);
  const completion = completionOf(signal);
  const watch = consumerWatch();
  let joins = 0;
  let measuring = Promise.resolve();

  const moved = (partition: number, lastOffset: string, lag: string): void => {
    progress.moved(partition, Number(lastOffset) + 1, Number(lag));
    membership.onProgress();
  };

  const round = async (parts: readonly EachBatchPayload[]): Promise<void> => {
    const [first] = parts;
    if (completion.ended() || first === undefined) return;
    const atJoin = joins;
    const offsets = nextOffsets(parts);
    let arrived: readonly Arrived[] | undefined;
    let atHand: RecordedEvent | undefined;
    const done: Arrived[] = [];
    const work = async (): Promise<void> => {
      arrived ??= await others.withoutThem(
        parts.map(({ batch }) => batch),
        handled,
      );
      const fresh = new Set(handled.fresh(arrived.map(({ event }) => event)));
      const open = arrived.filter(({ event }) => fresh.has(event));
      atHand = open[0]?.event;
      const handledNow = new Set(await others.handleWithoutThem(membership.handle, open));
      handled.add([...handledNow]);
      done.push(...open.filter(({ event }) => handledNow.has(event)));
      if (own === undefined) return;
      for (const [partition, offset] of offsets) next.set(partition, offset);
      await own.save(next, done);
    };
    const beats = heartbeats(() => first.heartbeat());
    watch.works();
    try {
      const isDone = await retried.untilDone(work, AbortSignal.any([signal, beats.failed]), () => atHand);
      // After a join the holder of a partition goes on from its commit; ours would be a step back or ahead of it.
      if (isDone && joins === atJoin) {
        await commits.moved(first, offsets);
        for (const part of parts) {
          const { batch } = part;
          const last = batch.messages.at(-1);
          if (last !== undefined) part.resolveOffset(last.offset);
          moved(batch.partition, batch.lastOffset(), batch.offsetLag());
        }
      }
      beats.end();
    } catch (error) {
      if (!(error instanceof GaveUp || error instanceof StartOver)) throw error;
      completion.fail(error);
    } finally {
      watch.worked();
      beats.stop();
    }
  };

  const onJoin = ({ payload }: ConsumerGroupJoinEvent): void => {
    joins += 1;
    watch.joined();
    const partitions = payload.memberAssignment[topic] ?? [];
    progress.hold(partitions);
    if (own !== undefined) seekTo(consumer, topic, partitions, next);
    measuring = measure(membership, next, () => completion.ended()).catch(completion.fail);
  };
  consumer.on(consumer.events.GROUP_JOIN, onJoin);
  consumer.on(consumer.events.CRASH, ({ payload }) => completion.fail(payload.error));
  consumer.on(consumer.events.FETCH_START, ({ payload }) => watch.asks(payload.nodeId));
  consumer.on(consumer.events.FETCH, ({ payload }) => watch.asked(payload.nodeId));
  // What was aborted, and the marks of transactions, make batches without messages, which are not handed to us.
  consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
    if (payload.batchSize === 0) moved(payload.partition, payload.lastOffset, payload.offsetLag);
  });

  const { nowAndThen = byTimer } = membership;
  let leave = (): Promise<void> => consumer.disconnect();
  const stopLooking = nowAndThen(() => {
    if (!watch.look()) return;
    // The group misses it after its session, and its rounds do nothing any more.
    leave = () => withinMs(LEAVES_WITHIN_MS, consumer.disconnect());
    completion.fail(new ConsumerSilent(topic));
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: MOST_PARTITIONS,
      eachBatch: inRounds(round),
    });
    await completion.end();
  } finally {
    completion.release();
    stopLooking();
    commits.stop();
    await leave();
    await measuring;
  }
};

const byTimer = (look: () => void): (() => void) => {
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => clearInterval(timer);
};

/** What is stuck may never leave. */
const withinMs = async (milliseconds: number, leaving: Promise<void>): Promise<void> => {
  const left = new AbortController();
  await Promise.race([leaving, pause(milliseconds, left.signal)]);
  left.abort();
};

const nextOffsets = (parts: readonly EachBatchPayload[]): Offsets =>
  new Map(parts.map(({ batch }) => [batch.partition, Number(batch.lastOffset()) + 1]));

const seekTo = (consumer: Consumer, topic: string, partitions: readonly number[], next: Offsets): void => {
  for (const partition of partitions) {
    const offset = next.get(partition);
    if (offset !== undefined) consumer.seek({ topic, partition, offset: String(offset) });
  }
};

/** A partition with nothing new is never handed to us, so its lag has to be asked for. */
const measure = async (
  { kafka, topic, groupId, progress, onProgress }: Membership,
  next: Offsets,
  ended: () => boolean,
): Promise<void> => {
  for (const { partition, first, end, committed } of await groupOffsets(kafka, topic, groupId)) {
    const at = next.get(partition) ?? committed ?? first;
    progress.measured(partition, at, Math.max(0, end - at));
  }
  if (!ended()) onProgress();
};

interface Completion {
  /** Resolves when the signal aborts, rejects with the first failure. */
  end(): Promise<void>;
  ended(): boolean;
  readonly fail: (error: unknown) => void;
  release(): void;
}

const completionOf = (signal: AbortSignal): Completion => {
  let failure: { readonly error: unknown } | undefined;
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => (settle = resolve));
  signal.addEventListener('abort', settle);
  if (signal.aborted) settle();
  return {
    async end() {
      await settled;
      if (failure !== undefined) throw failure.error;
    },
    ended: () => signal.aborted || failure !== undefined,
    fail(error) {
      failure ??= { error };
      settle();
    },
    release: () => signal.removeEventListener('abort', settle),
  };
};
