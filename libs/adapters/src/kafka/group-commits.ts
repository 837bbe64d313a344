/** How a group's place comes to Kafka: at once where it is the place that counts, now and then where it is for onlookers. */
import type { EachBatchPayload } from 'kafkajs';
import type { Offsets } from './local-checkpoint.ts';

export interface GroupCommits {
  /** @param part of the fetch that was handled: a commit goes through it. */
  moved(part: EachBatchPayload, offsets: Offsets): Promise<void>;
  stop(): void;
}

/** @throws what Kafka says, such as that the partition is another member's now. */
export const committedAtOnce = (topic: string): GroupCommits => ({
  moved: (part, offsets) => part.commitOffsetsIfNecessary(commitOf(topic, offsets)),
  stop: () => undefined,
});

const EVERY_MS = 1000;

/** The last place comes late rather than never; one that Kafka does not take is no loss, since nobody goes on from it. */
export const committedNowAndThen = (topic: string): GroupCommits => {
  const newest = new Map<number, number>();
  let timer: NodeJS.Timeout | undefined;
  return {
    moved(part, offsets) {
      for (const [partition, offset] of offsets) newest.set(partition, offset);
      timer ??= setTimeout(() => {
        timer = undefined;
        part.commitOffsetsIfNecessary(commitOf(topic, newest)).catch(() => undefined);
      }, EVERY_MS).unref();
      return Promise.resolve();
    },
    stop: () => clearTimeout(timer),
  };
};

const commitOf = (topic: string, offsets: Offsets) => ({
  topics: [
    {
      topic,
      partitions: [...offsets].map(([partition, offset]) => ({ partition, offset: String(offset) })),
    },
  ],
});
