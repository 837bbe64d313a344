/**
 * Events per second from a full store into Kafka: the relay (one transaction a batch, checkpoint included) against kafkajs
 * that produces the same bytes from memory in batches of the same size, turn by turn.
 */
import { ensureTopics, isFor, kafkaPublisher, messageOf } from '@pledgeline/adapters/kafka';
import type { KafkaSettings, TopicDeclaration } from '@pledgeline/adapters/kafka';
import { rawProducer } from '@pledgeline/adapters/testing';
import type { TopicBatch } from '@pledgeline/adapters/testing';
import { eventTopics, TOPIC_PARTITIONS } from '@pledgeline/contracts';
import type { EventTopic } from '@pledgeline/contracts';
import { relay } from '@pledgeline/event-sourcing';
import type { EventStore, RecordedEvent } from '@pledgeline/event-sourcing';
import type { Results } from './measure.ts';
import { figure, perSecond, ratio } from './measure.ts';
import type { Progress } from './progress.ts';
import { wholeLog } from './whole-log.ts';

const BATCH = 1000;
const ASK_EVERY_MS = 5;

export interface RelayBench {
  readonly store: EventStore;
  /** Names the store in the printed figures. */
  readonly storeName: string;
  readonly settings: KafkaSettings;
  readonly runs: number;
}

/** @returns the internal topic of the last run, which holds the whole log. */
export const measureRelay = async (
  results: Results,
  { store, storeName, settings, runs }: RelayBench,
  progress: Progress,
): Promise<string> => {
  const log = await wholeLog(store);
  const relayed: number[] = [];
  const raw: number[] = [];
  let internal = '';
  for (let run = 0; run < runs; run += 1) {
    progress.step(`relay of ${log.length} events from the ${storeName}, run ${run + 1} of ${runs}`);
    const name = `bench.${storeName.replaceAll(/\W+/g, '-')}.${run}`;
    internal = `${name}.${eventTopics[0]?.suffix ?? ''}`;
    relayed.push(await relayAll(store, log.length, name, settings));
    raw.push(await produceAll(log, `${name}.raw`, settings));
  }
  const what = `${log.length} events in batches of ${BATCH}`;
  results.figures.push(figure(`relay from the ${storeName}, ${what}`, 'events/s', relayed));
  results.figures.push(figure(`kafkajs idempotent produce of the same bytes`, 'events/s', raw));
  results.ratios.push(ratio(`relay from the ${storeName} / kafkajs`, relayed, raw, 0.8));
  return internal;
};

const declared = (prefix: string): TopicDeclaration[] =>
  eventTopics.map(({ suffix }) => ({
    name: `${prefix}.${suffix}`,
    partitions: TOPIC_PARTITIONS,
    replication: 1,
    config: { 'retention.ms': '-1' },
  }));

/** Counted from the moment the relay leads: joining the lock's group is not throughput. */
const relayAll = async (
  store: EventStore,
  events: number,
  name: string,
  settings: KafkaSettings,
): Promise<number> => {
  await ensureTopics(settings, declared(name));
  const topics = eventTopics.map(({ suffix, carries }) => ({ name: `${name}.${suffix}`, carries }));
  const publisher = kafkaPublisher({ settings, topics, name });
  let began = 0n;
  const running = relay({
    store,
    publisher,
    batchSize: BATCH,
    onStatus: ({ state }) => {
      if (state === 'leading') began = process.hrtime.bigint();
    },
  });
  while (running.status().published < events) {
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  await running.close();
  return events / seconds;
};

const produceAll = async (
  log: readonly RecordedEvent[],
  name: string,
  settings: KafkaSettings,
): Promise<number> => {
  await ensureTopics(settings, declared(name));
  const batches: TopicBatch[][] = [];
  for (let at = 0; at < log.length; at += BATCH) {
    batches.push(eventTopics.map((topic) => batchFor(topic, name, log.slice(at, at + BATCH))));
  }
  const producer = await rawProducer(settings);
  const rate = await perSecond(async () => {
    for (const batch of batches) await producer.send(batch);
    return log.length;
  });
  await producer.close();
  return rate;
};

const batchFor = (
  { suffix, carries }: EventTopic,
  name: string,
  events: readonly RecordedEvent[],
): TopicBatch => ({
  topic: `${name}.${suffix}`,
  messages: events
    .filter((event) => isFor(carries, event))
    .map((event) => messageOf(event, carries.includes('INTERNAL'))),
});
