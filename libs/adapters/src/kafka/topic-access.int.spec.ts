/** A broker with users and ACLs: each topic is complete for its readers, and nobody reads another's. */
import kafkajs from 'kafkajs';
import type { AclResourceTypes, ResourcePatternTypes } from 'kafkajs';
import type { Leadership } from '@pledgeline/event-sourcing';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { ensureTopics } from './ensure-topics.ts';
import { kafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-client.ts';
import { kafkaPublisher } from './kafka-publisher.ts';
import { startKafka } from './testing/start-kafka.ts';
import type { TestKafka } from './testing/start-kafka.ts';
import { asAdmin, eventsOf, settings } from './testing/topic-feeder.ts';

const USERS = { admin: 'admin-secret', subscriber: 'subscriber-secret' };
const PUBLIC = 'access.public.v1';
const OTHERS = ['access.member-states.v1', 'access.internal.v1'];

let kafka: TestKafka;
const as = (username: keyof typeof USERS, password: string = USERS[username]): KafkaSettings => ({
  ...settings(kafka.brokers.join(',')),
  sasl: { mechanism: 'scram-sha-256', username, password },
});

beforeAll(async () => {
  kafka = await startKafka({ users: USERS });
  const shape = { partitions: 1, replication: 1, config: {} };
  await ensureTopics(
    as('admin'),
    [PUBLIC, ...OTHERS].map((name) => ({ ...shape, name })),
  );
  await asAdmin(
    (admin) =>
      admin.createAcls({
        acl: [
          allowed(kafkajs.AclResourceTypes.TOPIC, PUBLIC, kafkajs.ResourcePatternTypes.LITERAL),
          allowed(kafkajs.AclResourceTypes.GROUP, 'subscriber.', kafkajs.ResourcePatternTypes.PREFIXED),
        ],
      }),
    as('admin'),
  );
  await publish();
});
afterAll(() => kafka.close());

const allowed = (
  resourceType: AclResourceTypes,
  resourceName: string,
  resourcePatternType: ResourcePatternTypes,
) => ({
  resourceType,
  resourceName,
  resourcePatternType,
  principal: 'User:subscriber',
  host: '*',
  operation: kafkajs.AclOperationTypes.READ,
  permissionType: kafkajs.AclPermissionTypes.ALLOW,
});

/** One event of each visibility, by the publisher that the relay uses. */
const publish = async (): Promise<void> => {
  const publisher = kafkaPublisher({
    settings: as('admin'),
    name: 'access.relay',
    topics: [
      { name: PUBLIC, carries: ['PUBLIC'] },
      { name: 'access.member-states.v1', carries: ['PUBLIC', 'MEMBER_STATES'] },
      { name: 'access.internal.v1', carries: ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'] },
    ],
  });
  let leadership: Leadership | undefined;
  // A broker that has only just started is still looking for its coordinators.
  await eventually(async () => {
    leadership = await publisher.lead(new AbortController().signal).catch(() => undefined);
    return leadership !== undefined;
  });
  const visibilities = ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'] as const;
  const events = eventsOf('note-1', 0, 3).map((event, n) => ({
    ...event,
    data: { told: visibilities[n] },
    metadata: { ...event.metadata, visibility: visibilities[n] ?? 'INTERNAL' },
  }));
  await leadership?.publish(events);
  await leadership?.release();
  await publisher.close();
};

/** What the consumer is handed, or why it is handed nothing. */
const read = async (topic: string, by: KafkaSettings, groupId = 'subscriber.spec'): Promise<string[]> => {
  const consumer = kafkaClient(by, { retries: 1 }).consumer({ groupId, readUncommitted: false });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    return await new Promise<string[]>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      consumer
        .run({
          eachBatch: ({ batch }) => {
            resolve(batch.messages.map(({ value }) => String(value)));
            return Promise.resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
};

it('a subscriber reads the topic that it is allowed to, and finds on it what is public', async () => {
  expect(await read(PUBLIC, as('subscriber'))).toEqual(['{"told":"PUBLIC"}']);
});

it.each(OTHERS)('it is refused %s', async (topic) => {
  await expect(read(topic, as('subscriber'))).rejects.toMatchObject({ type: 'TOPIC_AUTHORIZATION_FAILED' });
});

it('it is refused groups that are not its own', async () => {
  // kafkajs gives up on the coordinator, which the broker does not name to strangers.
  await expect(read(PUBLIC, as('subscriber'), 'somebody.else')).rejects.toThrow('group coordinator');
});

it('it writes nothing', async () => {
  const producer = kafkaClient(as('subscriber'), { retries: 1 }).producer();
  await producer.connect();
  const sent = producer.send({ topic: PUBLIC, messages: [{ value: 'mine' }] });
  await expect(sent).rejects.toMatchObject({ type: 'TOPIC_AUTHORIZATION_FAILED' });
  await producer.disconnect();
});

it('a wrong password is refused in words', async () => {
  const refused = read(PUBLIC, as('subscriber', 'guessed'));
  await expect(refused).rejects.toThrow(/SCRAM|authentication/i);
});

it('a user that the broker does not know is refused', async () => {
  const nobody = { mechanism: 'scram-sha-256', username: 'nobody', password: 'x' } as const;
  await expect(read(PUBLIC, { ...as('subscriber'), sasl: nobody })).rejects.toThrow(/SCRAM|authentication/i);
});
