/**
 * A group that all instances share: when its offsets move, what a rebalance does, what it sets aside, and what ends it.
 * Long because each case needs the same broker, members and messages of others.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Producer } from 'kafkajs';
import type {
  BatchHandler,
  Delivery,
  EventStore,
  GroupStatus,
  RecordedEvent,
  SetAside,
} from '@pledgeline/event-sourcing';
import { HandlingFailed } from '@pledgeline/event-sourcing';
import { eventually, signal } from '@pledgeline/event-sourcing/testing';
import { sqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import { messageOf } from './cloud-event.ts';
import { ensureTopics } from './ensure-topics.ts';
import { kafkaClient } from './kafka-client.ts';
import { kafkaDelivery } from './kafka-delivery.ts';
import type { KafkaDeliveryOptions } from './kafka-delivery.ts';
import { foreignMessages, forged } from './testing/foreign-messages.ts';
import {
  asAdmin,
  connectProducer,
  createTopic,
  eventsOf,
  produce,
  produceForeign,
  settings,
} from './testing/topic-feeder.ts';

const group = 'policies';
let history: EventStore;
let producer: Producer;
let topic: string;
let deliveries: Delivery[];

beforeAll(async () => {
  history = sqliteEventStore({ path: ':memory:' });
  producer = await connectProducer();
});
afterAll(async () => {
  await producer.disconnect();
  await history.close();
});
beforeEach(async () => {
  topic = await createTopic();
  deliveries = [];
});
afterEach(() => Promise.all(deliveries.map((delivery) => delivery.close())));

/** An instance of the service. */
const instance = (
  handle: BatchHandler,
  of = topic,
  onSetAside: KafkaDeliveryOptions['onSetAside'] = () => undefined,
): Delivery => {
  const delivery = kafkaDelivery({
    settings: settings(),
    topic: of,
    groupPrefix: topic,
    history,
    checkpoints: () => undefined,
    attempts: 3,
    firstDelayMs: 1,
    maxDelayMs: 10,
    onSetAside,
  });
  deliveries.push(delivery);
  delivery.subscribe(group, handle);
  return delivery;
};

const statusOf = (delivery: Delivery): GroupStatus => delivery.status()[0]!;
const isLive = (delivery: Delivery) => () => statusOf(delivery).state === 'live';
const kafkaGroup = (): string => `${topic}.${group}`;

const committed = (): Promise<number> =>
  asAdmin(async (admin) => {
    const [offsets] = await admin.fetchOffsets({ groupId: kafkaGroup(), topics: [topic] });
    return offsets!.partitions.reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
  });

const described = () => asAdmin(async (admin) => (await admin.describeGroups([kafkaGroup()])).groups[0]!);

/** Remembers everything, repeats as well. */
const collector = () => {
  const events: RecordedEvent[] = [];
  return {
    events,
    handle: (batch: readonly RecordedEvent[]) => Promise.resolve(void events.push(...batch)),
  };
};
/** Each once: a membership that ended, and began anew, is handed some again. */
const idsOf = (events: readonly RecordedEvent[]): string[] => [...new Set(events.map(({ id }) => id))];
const firstArrivals = (events: readonly RecordedEvent[], stream: string): number[] => [
  ...new Set(events.filter((event) => event.stream === stream).map(({ revision }) => revision)),
];

describe('offsets', () => {
  it('move after the effect, not before', async () => {
    const [begun, gate] = [signal(), signal()];
    await produce(producer, topic, eventsOf('s-1', 0, 3));
    const delivery = instance(async () => {
      begun.give();
      await gate.given;
    });
    await begun.given;
    expect(await committed()).toBe(0);
    gate.give();
    await eventually(async () => (await committed()) >= 3);
    // Three events and the mark of their transaction.
    await eventually(() => /:4\b/.test(statusOf(delivery).position ?? ''));
  });

  it('stay where they are when the process is killed at work: the next one is handed the same', async () => {
    const events = eventsOf('s-1', 0, 3);
    await produce(producer, topic, events);
    const subject = spawn(
      process.execPath,
      [
        '--import',
        join(import.meta.dirname, '../../../../infra/node/typescript-hook.mjs'),
        join(import.meta.dirname, 'testing/delivery-subject.ts'),
        process.env.KAFKA_BROKERS!,
        topic,
        topic,
        group,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_NO_WARNINGS: '1' } },
    );
    const [said] = (await once(subject.stdout, 'data')) as [Buffer];
    expect(said.toString()).toBe('begun 0,1,2\n');
    subject.kill('SIGKILL');
    await once(subject, 'close');
    const next = collector();
    instance(next.handle);
    await eventually(() => idsOf(next.events).length === 3);
    expect(idsOf(next.events)).toEqual(idsOf(events));
  });

  it('move once for all that a fetch brings, which is one batch', async () => {
    const batches: string[][] = [];
    const streams = Array.from({ length: 12 }, (_, n) => `s-${n}`);
    const events = streams.flatMap((stream) => eventsOf(stream, 0, 2));
    await produce(producer, topic, events);
    // The next transaction begins when the first one's marks are in all partitions.
    await produce(producer, await createTopic(), eventsOf('s-0', 0, 1));
    const delivery = instance((batch) => Promise.resolve(void batches.push(idsOf(batch))));
    await eventually(isLive(delivery));
    expect(batches).toHaveLength(1);
    expect(batches[0]?.toSorted()).toEqual(idsOf(events).toSorted());
    expect(await committed()).toBeGreaterThanOrEqual(events.length);
  });

  it('are committed on closing, so that the next one is handed only what is new', async () => {
    const [first, next] = [collector(), collector()];
    await produce(producer, topic, eventsOf('s-1', 0, 3));
    const delivery = instance(first.handle);
    await eventually(() => idsOf(first.events).length === 3);
    await delivery.close();
    expect((await described()).members).toEqual([]);
    const more = eventsOf('s-1', 3, 2);
    await produce(producer, topic, more);
    instance(next.handle);
    await eventually(() => next.events.length >= 2);
    expect(idsOf(next.events)).toEqual(idsOf(more));
  });
});

describe('a rebalance', () => {
  it('in the middle of a batch loses nothing and keeps every stream in order', async () => {
    const streams = Array.from({ length: 12 }, (_, n) => `s-${n}-${randomUUID()}`);
    const all = collector();
    const [begun, gate] = [signal(), signal()];
    const write = async (from: number): Promise<void> => {
      const events = streams.flatMap((stream) => eventsOf(stream, from, 5));
      await produce(producer, topic, events);
    };
    await write(0);
    const one = instance(async (batch) => {
      begun.give();
      await gate.given;
      await all.handle(batch);
    });
    await begun.given;
    const counts = { other: 0 };
    const other = instance((batch) => {
      counts.other += batch.length;
      return all.handle(batch);
    });
    await eventually(async () => (await described()).state === 'PreparingRebalance');
    await write(5);
    gate.give();
    await eventually(() => isLive(one)() && isLive(other)());
    for (let from = 10; from < 30; from += 5) await write(from);
    await eventually(() => streams.every((stream) => firstArrivals(all.events, stream).length === 30));
    const inOrder = Array.from({ length: 30 }, (_, n) => n);
    for (const stream of streams) expect(firstArrivals(all.events, stream)).toEqual(inOrder);
    expect(counts.other).toBeGreaterThan(0);
    expect((await described()).members).toHaveLength(2);
  });

  it('does not come from a handler that works longer than a silent member is waited for', async () => {
    const handled = collector();
    const begunAt: number[] = [];
    await produce(producer, topic, eventsOf('s-1', 0, 1));
    const delivery = instance(async (batch) => {
      begunAt.push(performance.now());
      await eventually(() => performance.now() - begunAt[0]! > 12_000);
      await handled.handle(batch);
    });
    await eventually(async () => (await committed()) >= 1);
    expect(handled.events).toHaveLength(1);
    expect(begunAt).toHaveLength(1);
    expect(statusOf(delivery).failure).toBeNull();
  });

  it('goes ahead while a batch waits to be tried again', async () => {
    const handled = collector();
    await produce(producer, topic, eventsOf('s-1', 0, 1));
    const stuck = kafkaDelivery({
      settings: settings(),
      topic,
      groupPrefix: topic,
      history,
      checkpoints: () => undefined,
      firstDelayMs: 3_600_000,
      maxDelayMs: 3_600_000,
    });
    deliveries.push(stuck);
    stuck.subscribe(group, () => Promise.reject(new Error('not here')));
    await eventually(() => statusOf(stuck).state === 'retrying');
    const other = instance(handled.handle);
    await eventually(isLive(other));
    await stuck.close();
    await eventually(() => idsOf(handled.events).length === 1);
  });
});

describe('what is not an event to handle', () => {
  it('repeats are dropped', async () => {
    const handled = collector();
    const events = eventsOf('s-1', 0, 5);
    await produce(producer, topic, events.slice(0, 3));
    instance(handled.handle);
    await eventually(() => idsOf(handled.events).length === 3);
    await produce(producer, topic, [...events.slice(0, 4), ...events.slice(1)]);
    await produce(producer, topic, events);
    await produce(producer, topic, eventsOf('s-1', 5, 1));
    await eventually(() => handled.events.some(({ revision }) => revision === 5));
    expect(handled.events.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('aborted transactions are not seen, and are no lag', async () => {
    const handled = collector();
    const kept = eventsOf('s-1', 0, 2);
    await produce(producer, topic, eventsOf('s-1', 0, 4), 'abort');
    const delivery = instance(handled.handle);
    await eventually(isLive(delivery));
    expect(handled.events).toEqual([]);
    await produce(producer, topic, kept);
    await produce(producer, topic, eventsOf('s-1', 2, 4), 'abort');
    await eventually(() => handled.events.length > 0 && isLive(delivery)());
    expect(idsOf(handled.events)).toEqual(idsOf(kept));
    await eventually(() => /:13\b/.test(statusOf(delivery).position ?? ''));
  });
});

describe('messages of others on the topic', () => {
  const foreign = foreignMessages();

  /** Of a stream that the log has, in a transaction and in one partition, as the relay writes. */
  const produceOurs = async (events: readonly RecordedEvent[]): Promise<void> => {
    const transaction = await producer.transaction();
    const messages = events.map((event) => ({ ...messageOf(event, true), partition: 1 }));
    await transaction.send({ topic, messages });
    await transaction.commit();
  };

  it('stop no group: every kind is set aside, told by its place, and what follows is handled in order', async () => {
    const handled = collector();
    const events = eventsOf('s-1', 0, 4);
    await produceOurs(events.slice(0, 2));
    await produceForeign(producer, topic, 1);
    await produceOurs(events.slice(2, 3));
    const reported: SetAside[] = [];
    const delivery = instance(handled.handle, topic, (_, setAside) => reported.push(setAside));
    await eventually(() => idsOf(handled.events).length === 3 && isLive(delivery)());
    expect(idsOf(handled.events)).toEqual(idsOf(events.slice(0, 3)));
    const { failure, setAside } = statusOf(delivery);
    expect(failure).toBeNull();
    expect(setAside?.count).toBe(foreign.length);
    // Two events and the mark of their transaction come before.
    expect(setAside?.newest.at(-1)).toMatchObject({
      topic,
      partition: 1,
      offset: String(3 + foreign.length - 1),
    });
    expect(reported.at(-1)).toEqual(setAside);
    expect(JSON.stringify(reported)).not.toMatch(/secret/i);

    await eventually(async () => (await committed()) >= 3 + foreign.length + 2);
    await delivery.close();
    const again = collector();
    const restarted = instance(again.handle);
    await produceOurs(events.slice(3));
    await eventually(() => again.events.length > 0);
    expect(idsOf(again.events)).toEqual(idsOf(events.slice(3)));
    expect(statusOf(restarted).setAside).toBeUndefined();
  });

  it('written without a transaction are looked up in the log: copies of its events are repeats, others are set aside', async () => {
    const handled = collector();
    const stream = `s-${randomUUID()}`;
    await history.append(stream, 'no-stream', eventsOf(stream, 0, 2));
    const events = await history.read(stream);
    const plain = kafkaClient(settings()).producer();
    await plain.connect();
    const messages = [events[1]!, events[0]!, ...eventsOf(stream, 1, 1), ...eventsOf(stream, 2, 1)];
    await plain.send({ topic, messages: messages.map((event) => ({ ...messageOf(event, true) })) });
    await plain.disconnect();
    const delivery = instance(handled.handle);
    await eventually(isLive(delivery));
    expect(handled.events.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(statusOf(delivery).setAside).toMatchObject({
      count: 2,
      newest: [
        { why: 'it was not written in a transaction' },
        { why: 'it was not written in a transaction' },
      ],
    });
  });

  it('that no handler can take are set aside as well', async () => {
    const handled = collector();
    await produceOurs(eventsOf('s-1', 0, 1));
    await produceForeign(producer, topic, 1, [forged('s-2')]);
    await produceOurs(eventsOf('s-1', 1, 1));
    const delivery = instance(async (batch) => {
      const culprit = batch.find(({ stream }) => stream === 's-2');
      if (culprit !== undefined) throw new HandlingFailed(culprit, new Error('unknown stream'));
      await handled.handle(batch);
    });
    await eventually(() => idsOf(handled.events).length === 2 && isLive(delivery)());
    expect(statusOf(delivery)).toMatchObject({ failure: null, setAside: { count: 1 } });
  });
});

describe('what ends a group', () => {
  it('nothing, while its topic is missing: that is told, and it goes on once it is there', async () => {
    const missing = `${topic}-later`;
    const handled = collector();
    const delivery = instance(handled.handle, missing);
    await eventually(() => statusOf(delivery).state === 'retrying');
    expect(statusOf(delivery).failure).toMatchObject({
      eventId: '',
      message: expect.stringMatching(/topic/i),
    });
    await ensureTopics(settings(), [
      { name: missing, partitions: 1, replication: 1, config: { 'retention.ms': '-1' } },
    ]);
    await produce(producer, missing, eventsOf('s-1', 0, 1));
    await eventually(() => idsOf(handled.events).length === 1 && isLive(delivery)());
    expect(statusOf(delivery).failure).toBeNull();
  });
});
