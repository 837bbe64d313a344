/** kafkajs as it is, for benchmarks: an idempotent producer without transactions, checkpoints or leadership. */
import { kafkaClient } from '../kafka-client.ts';
import type { KafkaSettings } from '../kafka-client.ts';
import type { EventMessage } from '../cloud-event.ts';

export interface TopicBatch {
  readonly topic: string;
  readonly messages: readonly EventMessage[];
}

export interface RawProducer {
  /** Resolves when all in-sync replicas have it. */
  send(batch: readonly TopicBatch[]): Promise<void>;
  close(): Promise<void>;
}

export const rawProducer = async (settings: KafkaSettings): Promise<RawProducer> => {
  const producer = kafkaClient(settings).producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  return {
    async send(batch) {
      const topicMessages = batch.map(({ topic, messages }) => ({
        topic,
        messages: messages.map((message) => ({ ...message })),
      }));
      await producer.sendBatch({ acks: -1, topicMessages });
    },
    close: () => producer.disconnect(),
  };
};
