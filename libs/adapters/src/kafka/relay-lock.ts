/**
 * Which of several relays leads: the one to which Kafka assigns the one partition of the lock topic. That alone is not enough, since a
 * process that stood still still believes that it leads; the publisher therefore fences its predecessor besides. The same
 * partition holds the leaders' checkpoint messages, which only the holder of the lock reads.
 */
import type { KeptPlace } from '@pledgeline/event-sourcing';
import type { Consumer } from 'kafkajs';
import { kafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { checkpointMessagesIn } from './checkpoint-message.ts';
import type { CheckpointMessages } from './checkpoint-message.ts';

export interface RelayLockOptions {
  readonly settings: KafkaSettings;
  /** Has one partition. */
  readonly topic: string;
  readonly groupId: string;
  /** A leader that is silent for so long is dead; 6,000 when absent, which is the least a broker takes by default. */
  readonly sessionTimeoutMs?: number;
}

export interface RelayLock {
  /**
   * Joins, and waits until the lock is ours.
   * @returns a signal that aborts when it is lost; undefined when the given one aborts first.
   * @throws what kafkajs does not get over, such as a missing right.
   */
  held(signal: AbortSignal): Promise<AbortSignal | undefined>;
  /**
   * The newest committed checkpoint message; undefined when there never was one. Asked while the lock is held and nobody else can write.
   * @throws {Error} when the partition cannot be read to its end.
   */
  lastCheckpointMessage(): Promise<KeptPlace | undefined>;
  /** The lock goes to another member, if there is one. */
  leave(): Promise<void>;
}

/** kafkajs beats between fetches, and on an idle topic it would notice a rebalance only after its default of 5 s. */
const MAX_WAIT_MS = 250;
const HEARTBEATS_PER_SESSION = 6;

interface Joined {
  readonly consumer: Consumer;
  readonly messages: CheckpointMessages;
}

export const relayLock = ({
  settings,
  topic,
  groupId,
  sessionTimeoutMs = 6000,
}: RelayLockOptions): RelayLock => {
  let joined: Joined | undefined;
  let holding: AbortController | undefined;
  let failure: { readonly error: Error } | undefined;
  const waiting = new Set<() => void>();

  const wake = (): void => {
    for (const look of waiting) look();
  };
  const lose = (): void => {
    holding?.abort();
    holding = undefined;
  };
  const gain = (): void => {
    holding ??= new AbortController();
    wake();
  };
  const fail = (error: Error): void => {
    lose();
    failure = { error };
    wake();
  };

  const join = async (): Promise<Joined> => {
    const consumer = kafkaClient(settings).consumer({
      groupId,
      readUncommitted: false,
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: Math.floor(sessionTimeoutMs / HEARTBEATS_PER_SESSION),
      maxWaitTimeInMs: MAX_WAIT_MS,
      allowAutoTopicCreation: false,
      // Joining again is the caller's, who also says why.
      retry: { restartOnFailure: () => Promise.resolve(false) },
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      if (payload.memberAssignment[topic]?.includes(0) === true) gain();
      else lose();
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      fail(payload.error);
    });
    const messages = checkpointMessagesIn({ settings, consumer, topic });
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({ autoCommit: false, eachBatch: messages.eachBatch });
    return { consumer, messages };
  };

  const leave = async (): Promise<void> => {
    const left = joined;
    joined = undefined;
    failure = undefined;
    lose();
    await left?.consumer.disconnect();
  };

  return {
    async held(signal) {
      if (failure !== undefined) await leave();
      joined ??= await join();
      const given = await new Promise<AbortController | undefined>((resolve, reject) => {
        const settle = (): void => {
          if (failure !== undefined) reject(failure.error);
          else if (holding === undefined && !signal.aborted) return;
          else resolve(signal.aborted ? undefined : holding);
          waiting.delete(settle);
          signal.removeEventListener('abort', settle);
        };
        waiting.add(settle);
        signal.addEventListener('abort', settle);
        settle();
      });
      return given?.signal;
    },
    lastCheckpointMessage: () => {
      if (joined === undefined) throw new Error('the lock is not held');
      return joined.messages.last();
    },
    leave,
  };
};
