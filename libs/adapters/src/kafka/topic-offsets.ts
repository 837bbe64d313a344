/** What the broker knows of a topic's partitions, and of how far a group has come in them. */
import type { Admin, Kafka } from 'kafkajs';
import type { Offsets } from './local-checkpoint.ts';

export interface PartitionOffsets {
  readonly partition: number;
  /** Of the oldest message there is. */
  readonly first: number;
  /** Of the next message there will be. */
  readonly end: number;
  /** Where the group goes on; undefined when it never committed. */
  readonly committed: number | undefined;
}

/** Where the next message of each partition will be. */
export const endOffsets = (kafka: Kafka, topic: string): Promise<Offsets> =>
  asked(kafka, async (admin) => {
    const ends = await admin.fetchTopicOffsets(topic);
    return new Map(ends.map(({ partition, high }) => [partition, Number(high)]));
  });

/** How far a group has come in each partition, and what there is of it. */
export const groupOffsets = (kafka: Kafka, topic: string, groupId: string): Promise<PartitionOffsets[]> =>
  asked(kafka, async (admin) => {
    const [bounds, [ofGroup]] = await Promise.all([
      admin.fetchTopicOffsets(topic),
      admin.fetchOffsets({ groupId, topics: [topic] }),
    ]);
    const committed = new Map(
      ofGroup?.partitions.map(({ partition, offset }) => [partition, Number(offset)]),
    );
    return bounds.map(({ partition, low, high }) => {
      const at = committed.get(partition) ?? -1;
      return { partition, first: Number(low), end: Number(high), committed: at < 0 ? undefined : at };
    });
  });

const asked = async <Answer>(kafka: Kafka, ask: (admin: Admin) => Promise<Answer>): Promise<Answer> => {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await ask(admin);
  } finally {
    await admin.disconnect();
  }
};
