/**
 * The newest committed message of a topic of one partition, for a consumer that reads it from its beginning on. Kept as a
 * message and not as a group's offset, because offsets of a group without members run out after some days, and an answer
 * without an offset cannot be told from one that came too early.
 */
import type { KeptPlace } from '@pledgeline/event-sourcing';
import { placeInText, textOfPlace } from '@pledgeline/event-sourcing';
import type { Consumer, EachBatchHandler, KafkaMessage, Message } from 'kafkajs';
import { kafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-client.ts';

export interface CheckpointMessages {
  /** What the consumer has to be run with. */
  readonly eachBatch: EachBatchHandler;
  /**
   * Once everything that is there now has been read; undefined when nothing was ever committed.
   * @throws {Error} when that takes too long.
   */
  last(): Promise<KeptPlace | undefined>;
}

/** The key of a checkpoint message. A message under another key is somebody else's. */
const CHECKPOINT_KEY = 'checkpoint';
/** Holds what `textOfPlace` says; the value is the position alone, which an earlier version reads. */
const PLACE_HEADER = 'place';

export const checkpointMessageOf = (place: KeptPlace): Message => ({
  key: CHECKPOINT_KEY,
  value: place.position,
  headers: { [PLACE_HEADER]: textOfPlace(place) },
});

/** Undefined for what somebody else wrote. */
export const placeInMessage = ({
  key,
  value,
  headers,
}: Pick<KafkaMessage, 'key' | 'value' | 'headers'>): KeptPlace | undefined =>
  key?.toString() === CHECKPOINT_KEY && value !== null
    ? placeInText((headers?.[PLACE_HEADER] ?? value).toString())
    : undefined;

export interface CheckpointMessageOptions {
  readonly settings: KafkaSettings;
  /** Begins at the start of the topic whenever it is given the partition, so that it leaves nothing out. */
  readonly consumer: Consumer;
  readonly topic: string;
}

const TIMEOUT_MS = 10_000;

export const checkpointMessagesIn = ({
  settings,
  consumer,
  topic,
}: CheckpointMessageOptions): CheckpointMessages => {
  let newest: { readonly offset: number; readonly place: KeptPlace } | undefined;
  let reached = -1;
  let look = (): void => undefined;

  // The marks of transactions arrive as batches without messages, which are not handed to `eachBatch`.
  consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
    reached = Math.max(reached, Number(payload.lastOffset));
    look();
  });

  const readUpTo = (end: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`${topic} could not be read to its end in ${TIMEOUT_MS} ms`));
      }, TIMEOUT_MS);
      look = () => {
        if (reached < end - 1) return;
        clearTimeout(timer);
        resolve();
      };
      look();
    });

  return {
    eachBatch: ({ batch }) => {
      const last = batch.messages.findLast((message) => placeInMessage(message) !== undefined);
      const place = last && placeInMessage(last);
      const offset = Number(last?.offset ?? -1);
      // After it was given the partition again it reads old ones once more.
      if (place !== undefined && offset > (newest?.offset ?? -1)) newest = { offset, place };
      return Promise.resolve();
    },

    async last() {
      const { low, end } = await boundsOf(settings, topic);
      if (end > low) await readUpTo(end);
      return newest?.place;
    },
  };
};

const boundsOf = async (
  settings: KafkaSettings,
  topic: string,
): Promise<{ readonly low: number; readonly end: number }> => {
  const admin = kafkaClient(settings).admin();
  try {
    await admin.connect();
    const [bounds] = await admin.fetchTopicOffsets(topic);
    // Right after its start a broker may know a topic without its partitions.
    if (bounds === undefined) throw new Error(`the broker does not know the partition of ${topic} yet`);
    return { low: Number(bounds.low), end: Number(bounds.high) };
  } finally {
    await admin.disconnect();
  }
};
