/** Events as what is sent to Kafka at once: for each topic the messages that its readers may see, within a size. */
import type { RecordedEvent, Visibility } from '@pledgeline/event-sourcing';
import type { TopicMessages } from 'kafkajs';
import { forSubscribers, isFor, messageOf } from './cloud-event.ts';
import type { EventMessage } from './cloud-event.ts';

export interface PublishedTopic {
  readonly name: string;
  readonly carries: readonly Visibility[];
  /** The data as its readers may see them; as recorded when absent. The internal topic has them as recorded. */
  readonly redact?: (event: RecordedEvent) => unknown;
}

/** kafkajs makes one record batch per partition and send, which has to fit into a topic's `max.message.bytes`. */
const MAX_BYTES = 4 * 1024 * 1024;
/** About what the headers of an event take. */
const HEADER_BYTES = 1200;

/** @throws {Error} naming the event that cannot be written as JSON. */
export const topicBatches = (
  events: readonly RecordedEvent[],
  topics: readonly PublishedTopic[],
): TopicMessages[][] => {
  const batches: TopicMessages[][] = [];
  let begin = 0;
  let bytes = 0;
  const messages = events.map(writtenAs);
  for (let at = 0; at < events.length; at += 1) {
    const size = HEADER_BYTES + Buffer.byteLength(messages[at]?.value ?? '');
    if (bytes + size > MAX_BYTES && at > begin) {
      batches.push(batchOf(events, messages, begin, at, topics));
      [begin, bytes] = [at, 0];
    }
    bytes += size;
  }
  if (begin < events.length) batches.push(batchOf(events, messages, begin, events.length, topics));
  return batches;
};

const writtenAs = (event: RecordedEvent): EventMessage => {
  try {
    return messageOf(event, true);
  } catch (error) {
    throw new Error(`${event.type} ${event.stream}@${event.revision} (${event.id}) cannot be written`, {
      cause: error,
    });
  }
};

const batchOf = (
  events: readonly RecordedEvent[],
  messages: readonly EventMessage[],
  begin: number,
  end: number,
  topics: readonly PublishedTopic[],
): TopicMessages[] => {
  const subscribers = new Map<number, EventMessage>();
  const subscriberMessage = (at: number, message: EventMessage): EventMessage => {
    const known = subscribers.get(at) ?? forSubscribers(message);
    subscribers.set(at, known);
    return known;
  };
  return topics
    .map(({ name, carries, redact = asRecorded }) => {
      const internal = carries.includes('INTERNAL');
      const chosen: EventMessage[] = [];
      for (let at = begin; at < end; at += 1) {
        const [event, message] = [events[at], messages[at]];
        if (event === undefined || message === undefined || !isFor(carries, event)) continue;
        chosen.push(internal ? message : variant(redact(event), event, subscriberMessage(at, message)));
      }
      return { topic: name, messages: chosen };
    })
    .filter((topic) => topic.messages.length > 0);
};

const asRecorded = ({ data }: RecordedEvent): unknown => data;

/** Written anew only where something is kept back. */
const variant = (data: unknown, event: RecordedEvent, message: EventMessage): EventMessage =>
  data === event.data ? message : { ...message, value: JSON.stringify(data) };
