/** Topics of a test's own on the broker of the run, and a relay without leadership that feeds one from a store. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import type { Admin, Producer } from 'kafkajs';
import { recorded } from '@pledgeline/event-sourcing/testing';
import type { EventStore, RecordedEvent } from '@pledgeline/event-sourcing';
import { messageOf } from '../cloud-event.ts';
import { ensureTopics } from '../ensure-topics.ts';
import { kafkaClient } from '../kafka-client.ts';
import type { KafkaSettings } from '../kafka-client.ts';
import type { Offsets } from '../local-checkpoint.ts';
import { foreignMessages } from './foreign-messages.ts';
import type { ForeignMessage } from './foreign-messages.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const settings = (brokers = process.env['KAFKA_BROKERS']): KafkaSettings => {
  if (!brokers) throw new Error('KAFKA_BROKERS names no broker: npm run test:integration sets it');
  return { brokers: brokers.split(','), clientId: 'kafka-delivery-spec', log: silent };
};

const ASK_AGAIN_MS = 50;
const ASKED_AT_MOST = 200;

/** Asks again where a broker that has just started, or is busy, cannot say yet who looks after a group: kafkajs does not. */
export const asAdmin = async <Answer>(
  ask: (admin: Admin) => Promise<Answer>,
  of = settings(),
): Promise<Answer> => {
  const admin = kafkaClient(of).admin();
  await admin.connect();
  try {
    for (let asked = 1; ; asked += 1) {
      try {
        return await ask(admin);
      } catch (error) {
        const passes = error instanceof kafkajs.KafkaJSProtocolError && error.retriable;
        if (!passes || asked === ASKED_AT_MOST) throw error;
      }
      await pause(ASK_AGAIN_MS);
    }
  } finally {
    await admin.disconnect();
  }
};

/** Messages bear the dates of their events: with a limit the broker deletes them half a minute after its start. */
export const createTopic = async (partitions = 3, of = settings()): Promise<string> => {
  const topic = `spec.${randomUUID()}`;
  await ensureTopics(of, [{ name: topic, partitions, replication: 1, config: { 'retention.ms': '-1' } }]);
  return topic;
};

export const connectProducer = async (of = settings()): Promise<Producer> => {
  const producer = kafkaClient(of, { initialRetryTime: 5, retries: 1000, maxRetryTime: 200 }).producer({
    idempotent: true,
    maxInFlightRequests: 1,
    transactionalId: `spec-${randomUUID()}`,
  });
  await producer.connect();
  return producer;
};

/** One transaction, as the relay does. @returns the first offset in each partition. */
export const produce = async (
  producer: Producer,
  topic: string,
  events: readonly RecordedEvent[],
  outcome: 'commit' | 'abort' = 'commit',
): Promise<Offsets> => {
  const transaction = await producer.transaction();
  const sent = await transaction.send({
    topic,
    messages: events.map((event) => ({ ...messageOf(event, true) })),
  });
  await transaction[outcome]();
  return new Map(sent.map(({ partition, baseOffset }) => [partition, Number(baseOffset)]));
};

/** One message of each kind that is none of ours, in one transaction. @param partition where; as their keys say when absent. */
export const produceForeign = async (
  producer: Producer,
  topic: string,
  partition?: number,
  messages: readonly ForeignMessage[] = foreignMessages().map(([, message]) => message),
): Promise<void> => {
  const transaction = await producer.transaction();
  await transaction.send({
    topic,
    messages: messages.map(({ headers, ...message }) => ({
      ...message,
      headers: { ...headers },
      ...(partition !== undefined && { partition }),
    })),
  });
  await transaction.commit();
};

export interface TopicFeeder {
  /** Events, so far. */
  published(): number;
  /**
   * Whether these ends of the topic have all of them. A broker acknowledges the end of a transaction before its partitions show
   * it: until then a partition ends before the first message of the transaction.
   */
  isWithin(ends: Offsets): boolean;
  close(): Promise<void>;
}

export const feedTopic = async (store: EventStore, topic: string): Promise<TopicFeeder> => {
  const producer = await connectProducer();
  let published = 0;
  const begins = new Map<number, number>();
  const stop = new AbortController();
  const feed = async (): Promise<void> => {
    for await (const batch of store.follow(undefined, { signal: stop.signal, limit: 500 })) {
      if (batch.length === 0) continue;
      for (const [partition, offset] of await produce(producer, topic, batch)) begins.set(partition, offset);
      published += batch.length;
    }
  };
  const feeding = feed();
  return {
    published: () => published,
    isWithin: (ends) => [...begins].every(([partition, offset]) => (ends.get(partition) ?? 0) > offset),
    async close() {
      stop.abort();
      await feeding;
      await producer.disconnect();
    },
  };
};

/** The nth events of a stream, each with an id of its own. */
export const eventsOf = (stream: string, from: number, count: number): RecordedEvent[] =>
  Array.from({ length: count }, (_, n) => ({
    ...recorded({ type: 'Noted', data: { n: from + n } }, from + n, stream),
    id: randomUUID(),
  }));
