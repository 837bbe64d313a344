/** The newest of what was published, whatever lies behind it and whatever others wrote. */
import { randomUUID } from 'node:crypto';
import type { Producer } from 'kafkajs';
import { knownEventOf } from '@pledgeline/event-sourcing';
import { checkpointMessageOf } from './checkpoint-message.ts';
import { publishedPlaces } from './published-places.ts';
import {
  asAdmin,
  connectProducer,
  createTopic,
  eventsOf,
  produce,
  produceForeign,
  settings,
} from './testing/topic-feeder.ts';

let producer: Producer;
beforeAll(async () => {
  producer = await connectProducer();
});
afterAll(() => producer.disconnect());

const asked = (topics: readonly string[], lockTopic = `missing.${randomUUID()}`) =>
  publishedPlaces(settings(), { topics, lockTopic, groupId: `spec.${randomUUID()}` });

it('is the last event in each partition that has one', async () => {
  const topic = await createTopic(3);
  const [one, other] = [eventsOf('pledge-a', 0, 3), eventsOf('pledge-b', 0, 2)];
  const begins = await produce(producer, topic, one);
  for (const [partition] of await produce(producer, topic, other)) expect(begins.has(partition)).toBe(false);
  const found = await asked([topic]);
  expect(found.map(({ place }) => place.event)).toEqual(
    expect.arrayContaining([knownEventOf(one.at(-1)!), knownEventOf(other.at(-1)!)]),
  );
  expect(found).toHaveLength(2);
});

// More than one look back from the end, and than a second one, which is 16 times as far.
it.each([0, 120, 1700])('%i ends of transactions that were given up lie behind it', async (count) => {
  const topic = await createTopic(1);
  const events = eventsOf('pledge-a', 0, 3);
  await produce(producer, topic, events);
  for (let n = 0; n < count / 2; n += 1) await produce(producer, topic, eventsOf('pledge-a', 3, 1), 'abort');
  const [found] = await asked([topic]);
  expect(found).toMatchObject({ topic, partition: 0, place: { event: knownEventOf(events.at(-1)!) } });
});

it('is none that others wrote, and nothing where nobody else did', async () => {
  const [topic, theirs, empty] = [await createTopic(1), await createTopic(1), await createTopic(1)];
  const events = eventsOf('pledge-a', 0, 1);
  await produce(producer, topic, events);
  const foreign = [{ key: Buffer.from('a'), value: Buffer.from('theirs'), headers: {} }] as never;
  for (const each of [topic, theirs]) await produceForeign(producer, each, 0, foreign);
  const found = await asked([topic, theirs, empty, `missing.${randomUUID()}`]);
  expect(found.map(({ place }) => place.event)).toEqual([knownEventOf(events[0]!)]);
});

it('the place of the relay is the newest checkpoint message', async () => {
  const lockTopic = await createTopic(1);
  const places = eventsOf('pledge-a', 0, 3).map((event) => ({
    position: event.position,
    event: knownEventOf(event),
  }));
  for (const place of places) {
    const transaction = await producer.transaction();
    await transaction.send({ topic: lockTopic, messages: [checkpointMessageOf(place)] });
    await transaction.commit();
  }
  const [found] = await asked([], lockTopic);
  expect(found).toEqual({ topic: lockTopic, partition: 0, place: places[2] });
});

it('commits nothing', async () => {
  const topic = await createTopic(1);
  await produce(producer, topic, eventsOf('pledge-a', 0, 1));
  const groupId = `spec.${randomUUID()}`;
  await publishedPlaces(settings(), { topics: [topic], lockTopic: topic, groupId });
  const offsets = await asAdmin((admin) => admin.fetchOffsets({ groupId, topics: [topic] }));
  expect(offsets.flatMap(({ partitions }) => partitions.map(({ offset }) => offset))).toEqual(['-1']);
});
