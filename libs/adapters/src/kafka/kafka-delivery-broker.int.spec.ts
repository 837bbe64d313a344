/** What groups do when the broker is away, dies under them, or refuses them: they say so, wait, and go on by themselves. */
import kafkajs from 'kafkajs';
import type { Producer } from 'kafkajs';
import type { Delivery, EventStore, GroupStatus, RecordedEvent } from '@pledgeline/event-sourcing';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { sqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import { kafkaDelivery } from './kafka-delivery.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { startKafka } from './testing/start-kafka.ts';
import type { TestKafka } from './testing/start-kafka.ts';
import {
  asAdmin,
  connectProducer,
  createTopic,
  eventsOf,
  produce,
  settings,
} from './testing/topic-feeder.ts';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

const history: EventStore = sqliteEventStore({ path: ':memory:' });
afterAll(() => history.close());

const open = (of: KafkaSettings, topic: string, onStatus?: (status: GroupStatus) => void): Delivery =>
  kafkaDelivery({
    settings: of,
    topic,
    groupPrefix: topic,
    history,
    checkpoints: () => undefined,
    attempts: 3,
    firstDelayMs: 10,
    maxDelayMs: 200,
    ...(onStatus !== undefined && { onStatus }),
  });
const statusOf = (delivery: Delivery): GroupStatus => delivery.status()[0]!;

describe('a broker that goes away', () => {
  let kafka: TestKafka;
  let of: KafkaSettings;
  let topic: string;
  let producer: Producer;
  let delivery: Delivery;
  let reported: GroupStatus[];
  let arrived: RecordedEvent[];

  beforeAll(async () => {
    kafka = await startKafka();
    of = settings(kafka.brokers.join(','));
  });
  afterAll(() => kafka.close());
  beforeEach(async () => {
    topic = await createTopic(3, of);
    producer = await connectProducer(of);
    [reported, arrived] = [[], []];
    delivery = open(of, topic, (status) => reported.push(status));
    delivery.subscribe('g', (batch) => Promise.resolve(void arrived.push(...batch)));
    await write(0);
    await eventually(() => arrived.length >= 12 && statusOf(delivery).state === 'live');
  });
  afterEach(async () => {
    await delivery.close();
    await producer.disconnect();
  });

  const streams = ['s-1', 's-2', 's-3', 's-4'];
  const write = (from: number): Promise<unknown> =>
    produce(
      producer,
      topic,
      streams.flatMap((stream) => eventsOf(stream, from, 3)),
    );
  const firstArrivals = (stream: string): number[] => [
    ...new Set(arrived.filter((event) => event.stream === stream).map(({ revision }) => revision)),
  ];

  it.each(['stop', 'kill'] as const)('%s: the group says so, and goes on once it is back', async (how) => {
    await kafka[how]();
    await eventually(() => statusOf(delivery).state === 'retrying');
    expect(statusOf(delivery).failure).toMatchObject({ eventId: '', revision: -1 });
    // More often than a batch may fail: Kafka's absence is not counted.
    await eventually(() => (statusOf(delivery).failure?.attempts ?? 0) > 3);
    await kafka.start();
    await eventually(() => statusOf(delivery).state === 'live');
    await write(3);
    await eventually(() => streams.every((stream) => firstArrivals(stream).length === 6));
    for (const stream of streams) expect(firstArrivals(stream)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(statusOf(delivery).failure).toBeNull();
    expect(reported.map(({ state }) => state)).not.toContain('stopped');
  });

  it('closing does not wait for it', async () => {
    await kafka.kill();
    const begun = performance.now();
    await delivery.close();
    expect(statusOf(delivery).state).toBe('closed');
    // Not a measurement: a close that waits for the broker would never end.
    expect(performance.now() - begun).toBeLessThan(30_000);
    await kafka.start();
  });
});

describe('a broker that refuses', () => {
  let kafka: TestKafka;

  beforeAll(async () => {
    kafka = await startKafka({ users: { admin: 'admin-secret', reader: 'reader-secret' } });
  });
  afterAll(() => kafka.close());

  const as = (username: string, password: string): KafkaSettings => ({
    ...settings(kafka.brokers.join(',')),
    sasl: { mechanism: 'scram-sha-256', username, password },
  });

  it('is told, and asked again until it allows', async () => {
    const admin = as('admin', 'admin-secret');
    const topic = await createTopic(1, admin);
    const delivery = open(as('reader', 'reader-secret'), topic);
    let handled = 0;
    delivery.subscribe('g', (batch) => Promise.resolve(void (handled += batch.length)));
    await eventually(() => /not authorized|authoriz/i.test(statusOf(delivery).failure?.message ?? ''));
    expect(statusOf(delivery).state).toBe('retrying');
    const allowed = {
      principal: 'User:reader',
      host: '*',
      permissionType: AclPermissionTypes.ALLOW,
      resourceName: topic,
      // The group's name begins with the topic's.
      resourcePatternType: ResourcePatternTypes.PREFIXED,
      operation: AclOperationTypes.READ,
    };
    await asAdmin(
      (asked) =>
        asked.createAcls({
          acl: [
            { ...allowed, resourceType: AclResourceTypes.TOPIC },
            { ...allowed, resourceType: AclResourceTypes.GROUP },
          ],
        }),
      admin,
    );
    const producer = await connectProducer(admin);
    await produce(producer, topic, eventsOf('s-1', 0, 2));
    await eventually(() => handled === 2 && statusOf(delivery).state === 'live');
    await delivery.close();
    await producer.disconnect();
  });

  it('a wrong password is told', async () => {
    const delivery = open(as('reader', 'wrong'), 'any');
    delivery.subscribe('g', () => Promise.resolve());
    await eventually(() => /authentication/i.test(statusOf(delivery).failure?.message ?? ''));
    expect(statusOf(delivery)).toMatchObject({ state: 'retrying', position: null });
    await delivery.close();
  });
});
