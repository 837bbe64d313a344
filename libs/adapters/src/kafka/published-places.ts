/**
 * The newest of what was published: the relay's place, and the last event in each partition of each topic, for who compares them
 * with the log while services and relay are stopped. It commits nothing, and its group is gone when nobody is in it.
 */
import type { KeptPlace } from '@pledgeline/event-sourcing';
import type { Consumer, Kafka, KafkaMessage } from 'kafkajs';
import { placeInMessage } from './checkpoint-message.ts';
import { kafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { knownEventIn } from './read-message.ts';

export interface PublishedTopics {
  /** With events. */
  readonly topics: readonly string[];
  /** With the relay's checkpoint messages. */
  readonly lockTopic: string;
  readonly groupId: string;
}

export interface PublishedPlace {
  readonly topic: string;
  readonly partition: number;
  readonly place: KeptPlace;
}

interface Bounds {
  readonly topic: string;
  readonly partition: number;
  readonly low: number;
  readonly end: number;
}

/** Marks of transactions, and what others wrote, may lie behind the last of ours. */
const FIRST_LOOK_BACK = 100;
const LOOK_BACK_TIMES = 16;
const TIMEOUT_MS = 60_000;
const KAFKA_RETRIES = { initialRetryTime: 100, maxRetryTime: 1000, retries: 4 };

/**
 * @returns nothing for topics that are not there, and for partitions without an event of ours.
 * @throws {Error} what Kafka says, and when a topic cannot be read to its end within a minute.
 */
export const publishedPlaces = async (
  settings: KafkaSettings,
  { topics, lockTopic, groupId }: PublishedTopics,
): Promise<PublishedPlace[]> => {
  const kafka = kafkaClient(settings, KAFKA_RETRIES);
  const bounds = await boundsOf(kafka, [...topics, lockTopic]);
  if (bounds.length === 0) return [];
  const consumer = kafka.consumer({ groupId, readUncommitted: false, allowAutoTopicCreation: false });
  try {
    return await newestIn(consumer, bounds, (topic, message) =>
      topic === lockTopic ? placeInMessage(message) : placeOfEvent(message),
    );
  } finally {
    await consumer.disconnect();
  }
};

const placeOfEvent = (message: KafkaMessage): KeptPlace | undefined => {
  const event = knownEventIn(message);
  return event && { position: event.position, event };
};

/** Of the partitions in which anything was ever written. */
const boundsOf = async (kafka: Kafka, wanted: readonly string[]): Promise<Bounds[]> => {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const there = new Set(await admin.listTopics());
    const bounds: Bounds[] = [];
    for (const topic of wanted.filter((name) => there.has(name)))
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
        if (Number(high) > Number(low))
          bounds.push({ topic, partition, low: Number(low), end: Number(high) });
    return bounds;
  } finally {
    await admin.disconnect();
  }
};

const newestIn = async (
  consumer: Consumer,
  bounds: readonly Bounds[],
  pick: (topic: string, message: KafkaMessage) => KeptPlace | undefined,
): Promise<PublishedPlace[]> => {
  const nameOf = (topic: string, partition: number): string => `${topic} ${partition}`;
  const newest = new Map<string, { readonly offset: number; readonly found: PublishedPlace }>();
  const back = new Map<string, number>();
  const left = new Set(bounds.map(({ topic, partition }) => nameOf(topic, partition)));
  let settle = (): void => undefined;
  let fail = (_: Error): void => undefined;
  const done = new Promise<void>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });

  const startOf = ({ topic, partition, low, end }: Bounds): number =>
    Math.max(low, end - (back.get(nameOf(topic, partition)) ?? FIRST_LOOK_BACK));

  const seekIn = (bounded: Bounds): void => {
    const { topic, partition } = bounded;
    consumer.seek({ topic, partition, offset: String(startOf(bounded)) });
  };

  /** It was read to its end: that is all, or once more from further back. */
  const ended = (bounded: Bounds): void => {
    const name = nameOf(bounded.topic, bounded.partition);
    if (newest.has(name) || startOf(bounded) === bounded.low) {
      left.delete(name);
      if (left.size === 0) settle();
    } else {
      back.set(name, (back.get(name) ?? FIRST_LOOK_BACK) * LOOK_BACK_TIMES);
      seekIn(bounded);
    }
  };

  // The marks of transactions arrive as batches without messages, which are not handed to `eachBatch`.
  consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
    const { topic, partition, lastOffset } = payload;
    const of = bounds.find((each) => each.topic === topic && each.partition === partition);
    if (of !== undefined && left.has(nameOf(topic, partition)) && Number(lastOffset) >= of.end - 1) ended(of);
  });
  consumer.on(consumer.events.GROUP_JOIN, () => {
    for (const each of bounds) seekIn(each);
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    // kafkajs joins again by itself after what passes, such as a broker that has just started.
    if (!payload.restart) fail(payload.error);
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [...new Set(bounds.map(({ topic }) => topic))], fromBeginning: true });
  const timer = setTimeout(
    () => fail(new Error(`${[...left].join(', ')} could not be read to the end in ${TIMEOUT_MS} ms`)),
    TIMEOUT_MS,
  );
  try {
    await consumer.run({
      autoCommit: false,
      eachBatch: ({ batch: { topic, partition, messages } }) => {
        for (const message of messages) {
          const place = pick(topic, message);
          const offset = Number(message.offset);
          const name = nameOf(topic, partition);
          if (place !== undefined && offset > (newest.get(name)?.offset ?? -1))
            newest.set(name, { offset, found: { topic, partition, place } });
        }
        return Promise.resolve();
      },
    });
    await done;
  } finally {
    clearTimeout(timer);
  }
  return [...newest.values()].map(({ found }) => found);
};
