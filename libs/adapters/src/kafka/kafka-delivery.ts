/**
 * Hands the internal topic to groups, through Kafka's consumer groups.
 *
 * Guarantees: at least once, in the order of each stream; a checkpoint moves only after the handler's effect; repeats within a
 * membership are dropped; a batch that fails is tried again after a growing delay, and after the last attempt this process
 * leaves the group and names the event, while its other groups go on; a store or a Kafka that cannot be reached is waited
 * for, uncounted. Aborted transactions are not seen. What others write to the topic is set aside and reported
 * (`messages-of-others.ts`). A group without rows of its own is shared by all instances, and begins
 * at the start of the topic. A group with rows belongs to one file: it is filled from the store (`rebuild-from-store.ts`),
 * keeps its checkpoint in that file (`local-checkpoint.ts`), and has a Kafka group of its own, named after the file's identity.
 * Before it is handed anything for the first time, its rows are compared with the store (`known-events.ts`).
 * Limits: the groups run in this process and share its thread; a member that was killed is missed after ten seconds, and
 * until then its partitions wait; a topic made anew with more messages than a file's checkpoint calls for a new file.
 */
import type { Kafka } from 'kafkajs';
import { AnotherLog, GaveUp } from '@pledgeline/event-sourcing';
import type {
  BatchHandler,
  Checkpoints,
  Delivery,
  EventStore,
  Failed,
  GroupStatus,
  RecordedEvent,
  OnSetAside,
} from '@pledgeline/event-sourcing';
import { deliveryGroups } from '../delivery-groups.ts';
import type { DeliveryGroupsOptions } from '../delivery-groups.ts';
import type { RunGroup, Report } from '../delivery-groups.ts';
import { endlessRetries, failureOf } from '../delivery-retries.ts';
import type { RetryLimits } from '../delivery-retries.ts';
import { kafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { messagesOfOthers } from './messages-of-others.ts';
import type { MessagesOfOthers } from './messages-of-others.ts';
import {
  knownFromTheStore,
  knownWith,
  loadKnownEvents,
  mustKnowAgain,
  saveKnownEvents,
} from './known-events.ts';
import type { KnownEvents } from './known-events.ts';
import { loadLocalCheckpoint, saveLocalCheckpoint } from './local-checkpoint.ts';
import type { LocalCheckpoint } from './local-checkpoint.ts';
import { partitionProgress } from './partition-progress.ts';
import type { PartitionProgress } from './partition-progress.ts';
import { rebuildFromStore } from './rebuild-from-store.ts';
import { retried, StartOver } from './retried.ts';
import type { Retried } from './retried.ts';
import { consumeTopic } from './topic-consumer.ts';
import { endOffsets } from './topic-offsets.ts';

export interface KafkaDeliveryOptions extends RetryLimits, DeliveryGroupsOptions {
  readonly settings: KafkaSettings;
  /** Carries every event in its internal form. */
  readonly topic: string;
  /** Begins the names of all Kafka groups, so that an ACL can cover them. */
  readonly groupPrefix: string;
  /** The log that the topic is fed from: rows that were thrown away are rebuilt from it. */
  readonly history: EventStore;
  /** Of a group that keeps rows, in the file of those rows; undefined for a group that all instances share. */
  readonly checkpoints: (group: string) => Checkpoints | undefined;
  /** Some of the streams that a group's rows know, by chance, with the last revision of each; none when absent. */
  readonly someApplied?: (group: string) => Promise<ReadonlyMap<string, number>>;
  /** Whether this program knows events of that type and version; all when absent. */
  readonly knows?: (type: string, schemaVersion: number) => boolean;
}

/** Gives up within seconds, so that a broker that is away is reported; the group begins again then. */
const KAFKA_RETRIES = { initialRetryTime: 100, maxRetryTime: 1000, retries: 4 };

export const kafkaDelivery = (options: KafkaDeliveryOptions): Delivery => {
  const kafka = kafkaClient(options.settings, KAFKA_RETRIES);
  const run: RunGroup = async (name, handle, report, signal, setAside) => {
    const retries = retried(options, () => report({ state: 'retrying', failure: retries.failure() }));
    const others = messagesOfOthers({
      history: options.history,
      knows: options.knows ?? (() => true),
      onSetAside: setAside,
    });
    const isFailure = (error: unknown): boolean =>
      !(error instanceof GaveUp || error instanceof StartOver || error instanceof AnotherLog);
    let isKnown = false;
    const joins = endlessRetries(options, isFailure);
    const join = (): Promise<void> =>
      member({
        name,
        handle,
        kafka,
        options,
        retries,
        others,
        signal,
        setAside,
        knowAgain: async (known) => {
          if (isKnown) return;
          await mustKnowAgain(options.history, known, (await options.someApplied?.(name)) ?? new Map());
          isKnown = true;
        },
        report(change) {
          joins.succeeded();
          const failure = retries.failure();
          report({ ...change, failure, ...(failure !== null && { state: 'retrying' }) });
        },
      });
    const onFailure = ({ error, failures }: Failed): void =>
      report({ state: 'retrying', failure: retries.failure() ?? failureOf(error, undefined, failures) });
    while (!signal.aborted) {
      try {
        await joins.untilDone(join, onFailure, signal);
      } catch (error) {
        if (error instanceof StartOver) continue;
        if (error instanceof AnotherLog)
          report({ state: 'stopped', failure: failureOf(error, undefined, 1) });
        else if (error instanceof GaveUp) report({ state: 'stopped', failure: retries.failure() });
        else throw error;
        return;
      }
    }
    report({ state: 'closed' });
  };

  return deliveryGroups(run, options);
};

interface Member {
  readonly name: string;
  readonly handle: BatchHandler;
  readonly kafka: Kafka;
  readonly options: KafkaDeliveryOptions;
  readonly retries: Retried;
  readonly others: MessagesOfOthers;
  readonly signal: AbortSignal;
  readonly setAside: OnSetAside;
  /** Compares the rows with the store, once in a process: a store that is away later holds nobody up. */
  readonly knowAgain: (known: KnownEvents) => Promise<void>;
  /** That it got on. */
  readonly report: Report;
}

const member = (joining: Member): Promise<void> => {
  const checkpoints = joining.options.checkpoints(joining.name);
  return checkpoints === undefined ? share(joining) : own(joining, checkpoints);
};

const statusOf = (progress: PartitionProgress): Partial<GroupStatus> => ({
  state: progress.state(),
  position: progress.position(),
  lag: progress.lag(),
});

const share = ({ name, handle, kafka, options, retries, others, signal, report }: Member): Promise<void> => {
  const { topic, groupPrefix } = options;
  const progress = partitionProgress();
  return consumeTopic({
    kafka,
    topic,
    groupId: `${groupPrefix}.${name}`,
    signal,
    handle,
    others,
    retried: retries,
    progress,
    onProgress: () => report(statusOf(progress)),
  });
};

const own = async (joining: Member, checkpoints: Checkpoints): Promise<void> => {
  const { name, kafka, options, retries, others, signal, report } = joining;
  const { topic, groupPrefix } = options;
  const checkpoint = (await loadLocalCheckpoint(checkpoints, name)) ?? (await rebuilt(joining, checkpoints));
  if (checkpoint === undefined) return;
  const { identity, offsets } = checkpoint;
  let known = await loadKnownEvents(checkpoints, name);
  await joining.knowAgain(known);
  const orStartOver = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      if ((await checkpoints.load(name)) === undefined) throw new StartOver(name);
      throw error;
    }
  };
  const progress = partitionProgress();
  await consumeTopic({
    kafka,
    topic,
    groupId: `${groupPrefix}.${name}.${identity}`,
    signal,
    handle: (batch) => orStartOver(joining.handle(batch)),
    others,
    retried: retries,
    progress,
    onProgress: () => report(statusOf(progress)),
    own: {
      offsets,
      save: (moved, handled) => {
        known = knownWith(known, handled);
        const saved = saveKnownEvents(checkpoints, name, known).then(() =>
          saveLocalCheckpoint(checkpoints, name, { identity, offsets: moved }),
        );
        return orStartOver(saved);
      },
    },
  });
};

/** @returns undefined when the signal aborted first. */
const rebuilt = async (joining: Member, checkpoints: Checkpoints): Promise<LocalCheckpoint | undefined> => {
  const { name, handle, kafka, options, retries, signal, report } = joining;
  // Kafka first and once: that it is away is no failure of the handler, and older ends only mean more repeats.
  const ends = await endOffsets(kafka, options.topic);
  let checkpoint: LocalCheckpoint | undefined;
  let first: RecordedEvent | undefined;
  const rebuild = async (): Promise<void> => {
    checkpoint = await rebuildFromStore({
      history: options.history,
      ends,
      setAside: joining.setAside,
      handle,
      save: async (made, last) => {
        if (last !== undefined) await saveKnownEvents(checkpoints, name, knownFromTheStore(last));
        await saveLocalCheckpoint(checkpoints, name, made);
      },
      onPage(next) {
        first = next;
        report({ state: 'catching-up', position: next.position });
      },
      signal,
    });
  };
  await retries.untilDone(rebuild, signal, () => first);
  return checkpoint;
};
