/**
 * Publishes the log to Kafka: events and the place they came from in one transaction, by one process at a time.
 *
 * Guarantees: a `read_committed` reader sees every event once and in the order of the log per key, whatever is killed,
 * frozen or cut off. A new leader first initialises the fixed transactional id, which fences its predecessor and ends its
 * open transaction, and only then reads the checkpoint; the other way round the predecessor could commit once more.
 * The checkpoint is a message on the lock topic, written in the same transaction: it does not run out, as a group's offset
 * does when nothing happens for a week. Limits: one transaction at a time; an event must fit into a message.
 */
import type { KeptPlace, Leadership, Publisher, RecordedEvent } from '@pledgeline/event-sourcing';
import { LeadershipLost, placeAfter } from '@pledgeline/event-sourcing';
import kafkajs from 'kafkajs';
import type { Producer, Transaction } from 'kafkajs';
import { kafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { ensureTopics } from './ensure-topics.ts';
import { isFenced, namingTheLargest } from './publisher-failure.ts';
import { checkpointMessageOf } from './checkpoint-message.ts';
import { relayLock } from './relay-lock.ts';
import type { RelayLock } from './relay-lock.ts';
import { topicBatches } from './topic-batches.ts';
import type { PublishedTopic } from './topic-batches.ts';

export interface KafkaPublisherOptions {
  readonly settings: KafkaSettings;
  /** Each event goes to every topic that carries its visibility. */
  readonly topics: readonly PublishedTopic[];
  /** Of the transactional id, the lock topic and the groups: relays of the same name take turns. */
  readonly name: string;
  /** Copies of the lock topic, when it is made; 1 when absent. */
  readonly replication?: number;
  /** A leader that is silent for so long is replaced; 6,000 when absent. */
  readonly sessionTimeoutMs?: number;
  /** Says who leads; the consumer group of the lock topic when absent. */
  readonly lock?: RelayLock;
}

/** CONCURRENT_TRANSACTIONS is what a broker answers while it still writes the marks of the last one: some milliseconds. */
const RETRY = { initialRetryTime: 5, maxRetryTime: 500, retries: 30 };

/** Only the newest checkpoint counts; small segments, since the newest one is never compacted. */
const COMPACTED = { 'cleanup.policy': 'compact', 'segment.bytes': String(4 * 1024 * 1024) };

/** Of relays of that name. */
export const lockTopicOf = (name: string): string => `${name}.lock`;

export const kafkaPublisher = (options: KafkaPublisherOptions): Publisher => {
  const { settings, topics, name, replication = 1, sessionTimeoutMs } = options;
  const lockTopic = lockTopicOf(name);
  const ofTopic = { settings, topic: lockTopic, groupId: `${name}.lock` };
  const lock =
    options.lock ?? relayLock({ ...ofTopic, ...(sessionTimeoutMs !== undefined && { sessionTimeoutMs }) });
  let lockTopicMade = false;

  const makeLockTopic = async (): Promise<void> => {
    if (lockTopicMade) return;
    await ensureTopics(settings, [{ name: lockTopic, partitions: 1, replication, config: COMPACTED }]);
    lockTopicMade = true;
  };

  return {
    async lead(signal) {
      await makeLockTopic();
      const lost = await lock.held(signal);
      if (lost === undefined) return undefined;
      const producer = kafkaClient(settings, RETRY).producer({
        transactionalId: name,
        // Named, because where a key goes is part of what is promised.
        createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
        idempotent: true,
        maxInFlightRequests: 1,
        allowAutoTopicCreation: false,
      });
      try {
        await producer.connect();
        // This fences the former leader; see the header.
        const first = await producer.transaction();
        const place = await lock.lastCheckpointMessage();
        return leadership({ producer, first, place, lost, lock, lockTopic, topics });
      } catch (error) {
        await producer.disconnect();
        throw isFenced(error) ? new LeadershipLost({ cause: error }) : error;
      }
    },
    close: () => lock.leave(),
  };
};

interface Led {
  readonly producer: Producer;
  /** Opened to fence, and the first to be used. */
  readonly first: Transaction;
  readonly place: KeptPlace | undefined;
  readonly lost: AbortSignal;
  readonly lock: RelayLock;
  readonly lockTopic: string;
  readonly topics: readonly PublishedTopic[];
}

const leadership = ({ producer, first, place, lost, lock, lockTopic, topics }: Led): Leadership => {
  let opened: Transaction | undefined = first;
  let fenced = false;

  const write = async (batch: readonly RecordedEvent[], upTo: KeptPlace): Promise<void> => {
    const transaction = opened ?? (await producer.transaction());
    opened = undefined;
    try {
      const checkpoint = { topic: lockTopic, messages: [checkpointMessageOf(upTo)] };
      // Where nothing is to be sent, the checkpoint moves all the same.
      const sends = batch.length === 0 ? [[]] : topicBatches(batch, topics);
      for (const [n, topicMessages] of sends.entries()) {
        const last = n === sends.length - 1;
        await transaction.sendBatch({
          acks: -1,
          topicMessages: [...topicMessages, ...(last ? [checkpoint] : [])],
        });
      }
      await transaction.commit();
    } catch (error) {
      // Refused after a failed commit, whose outcome only the next leader learns.
      if (transaction.isActive()) await transaction.abort().catch(() => undefined);
      throw error;
    }
  };

  return {
    checkpoint: place,
    lost,
    async publish(batch, upTo = lastPlaceIn(batch)): Promise<void> {
      if (upTo === undefined) return;
      if (lost.aborted) throw new LeadershipLost();
      try {
        await write(batch, upTo);
      } catch (error) {
        fenced = isFenced(error);
        if (fenced) throw new LeadershipLost({ cause: error });
        throw namingTheLargest(error, batch);
      }
    },
    async release() {
      await producer.disconnect();
      // Fenced although the lock seemed ours: this process stood still. Only joining anew shows whose it is.
      if (fenced && !lost.aborted) await lock.leave();
    },
  };
};

const lastPlaceIn = (batch: readonly RecordedEvent[]): KeptPlace | undefined => {
  const last = batch.at(-1);
  return last && placeAfter(last, batch, null);
};
