/** How far the log has been published, as Kafka keeps it: committed in the same transaction as the events. */
import type { Position } from '@pledgeline/event-sourcing';
import { kafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-client.ts';

export interface PublisherCheckpointOptions {
  readonly settings: KafkaSettings;
  readonly topic: string;
  /**
   * Nobody joins it. The lock's own group would not do: kafkajs finds such an offset out of range on the empty lock topic
   * and sets it to 0.
   */
  readonly groupId: string;
}

export const groupCheckpoint = ({ settings, topic, groupId }: PublisherCheckpointOptions) => ({
  load: async (): Promise<{ readonly position: Position | undefined; readonly published: number }> => {
    const admin = kafkaClient(settings).admin();
    try {
      await admin.connect();
      const [found] = await admin.fetchOffsets({ groupId, topics: [topic] });
      const [at] = found?.partitions ?? [];
      if (at === undefined || Number(at.offset) < 0) return { position: undefined, published: 0 };
      if (at.metadata === null || at.metadata === '') {
        throw new Error(`the checkpoint ${groupId} has no position: somebody else has committed to it`);
      }
      return { position: at.metadata, published: Number(at.offset) };
    } finally {
      await admin.disconnect();
    }
  },

  /** What a transaction commits; kafkajs sends the metadata along, although its types do not name it. */
  toOffsets: (position: Position, published: number) => {
    const partition = { partition: 0, offset: String(published), metadata: position };
    return { consumerGroupId: groupId, topics: [{ topic, partitions: [partition] }] };
  },
});
