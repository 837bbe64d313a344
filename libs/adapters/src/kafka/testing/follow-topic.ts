/** Everything a `read_committed` consumer is shown of a topic, from its beginning on: what a test holds against the log. */
import { randomUUID } from 'node:crypto';
import type { KafkaMessage } from 'kafkajs';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { kafkaClient } from '../kafka-client.ts';
import type { KafkaSettings } from '../kafka-client.ts';
import { recordedEventOf } from '../read-message.ts';

export interface FollowedTopic {
  /** In the order of arrival, without what others wrote there. What the topic holds twice is here twice; what is only fetched twice is not. */
  readonly events: readonly RecordedEvent[];
  /** What it holds twice, with the places where it stands. */
  repeats(): readonly string[];
  close(): Promise<void>;
}

/** Of an internal topic, through any number of interruptions. */
export const followTopic = async (settings: KafkaSettings, topic: string): Promise<FollowedTopic> => {
  const events: RecordedEvent[] = [];
  const places = new Set<string>();
  const placesOf = new Map<string, readonly string[]>();
  const consumer = kafkaClient(settings).consumer({
    groupId: `follow-topic.${randomUUID()}`,
    readUncommitted: false,
    maxWaitTimeInMs: 50,
    retry: { restartOnFailure: () => Promise.resolve(true) },
  });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: ({ partition, message }) => {
      const place = `${partition}:${message.offset}`;
      if (!places.has(place)) {
        for (const event of eventsIn(message)) {
          events.push(event);
          const { id, stream, revision } = event;
          const name = `${stream}@${revision} (${id})`;
          placesOf.set(name, [...(placesOf.get(name) ?? []), place]);
        }
      }
      places.add(place);
      return Promise.resolve();
    },
  });
  const repeats = (): string[] =>
    [...placesOf].filter(([, at]) => at.length > 1).map(([name, at]) => `${name} at ${at.join(' and ')}`);
  return { events, repeats, close: () => consumer.disconnect() };
};

const eventsIn = (message: KafkaMessage): readonly RecordedEvent[] => {
  try {
    return [recordedEventOf(message)];
  } catch {
    return [];
  }
};
