/** A consumer of kafkajs that does only what a test says, so that a join can come at any moment of a batch. */
import type { Consumer, ConsumerRunConfig, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { signal } from '@pledgeline/event-sourcing/testing';

export interface ScriptedConsumer {
  readonly kafka: Kafka;
  /** The group has shared out its partitions: these are held from now on. */
  readonly join: (topic: string, partitions: readonly number[]) => void;
  /** Asks that broker, and is answered, or not. */
  readonly asks: (nodeId: number, answered?: boolean) => void;
  /** Hands over messages of a partition. Resolves when they were taken care of. */
  readonly hand: (topic: string, partition: number, messages: readonly KafkaMessage[]) => Promise<void>;
  /** What was said to Kafka, in order: `commit 0:3`, `resolve 0:2`, `seek 0:3`. */
  readonly said: readonly string[];
}

export const scriptedConsumer = (): ScriptedConsumer => {
  const said: string[] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const running = signal();
  let eachBatch: ConsumerRunConfig['eachBatch'];
  const nothing = (): Promise<void> => Promise.resolve();
  const consumer: Partial<Consumer> = {
    events: {
      GROUP_JOIN: 'join',
      CRASH: 'crash',
      END_BATCH_PROCESS: 'end-batch',
      FETCH_START: 'fetch-start',
      FETCH: 'fetch',
    } as unknown as Consumer['events'],
    on: ((name: string, listener: (event: unknown) => void) => {
      listeners.set(name, listener);
      return () => listeners.delete(name);
    }) as Consumer['on'],
    connect: nothing,
    subscribe: nothing,
    disconnect: nothing,
    run: (config) => {
      eachBatch = config?.eachBatch;
      running.give();
      return Promise.resolve();
    },
    seek: ({ partition, offset }) => void said.push(`seek ${partition}:${offset}`),
  };
  const admin = {
    connect: nothing,
    disconnect: nothing,
    fetchTopicOffsets: () => Promise.resolve([]),
    fetchOffsets: () => Promise.resolve([]),
  };
  return {
    kafka: { consumer: () => consumer, admin: () => admin } as unknown as Kafka,
    said,
    join: (topic, partitions) =>
      listeners.get('join')?.({ payload: { memberAssignment: { [topic]: partitions } } }),
    asks(nodeId, answered = true) {
      for (const name of ['fetch-start', ...(answered ? ['fetch'] : [])])
        listeners.get(name)?.({ payload: { nodeId } });
    },
    async hand(topic, partition, messages) {
      await running.given;
      const last = messages.at(-1)?.offset ?? '0';
      await eachBatch?.({
        batch: { topic, partition, messages, lastOffset: () => last, offsetLag: () => '0' },
        heartbeat: nothing,
        resolveOffset: (offset: string) => void said.push(`resolve ${partition}:${offset}`),
        commitOffsetsIfNecessary: ({
          topics,
        }: {
          topics: { partitions: { partition: number; offset: string }[] }[];
        }) => {
          for (const moved of topics.flatMap(({ partitions }) => partitions))
            said.push(`commit ${moved.partition}:${moved.offset}`);
          return Promise.resolve();
        },
      } as unknown as EachBatchPayload);
    },
  };
};
