/** The contract, and what is special to Kafka: topics by visibility, keys, sizes, positions of any form. */
import { randomUUID } from 'node:crypto';
import { eventually, publisherContract } from '@pledgeline/event-sourcing/testing';
import { LeadershipLost } from '@pledgeline/event-sourcing';
import type { Publisher, RecordedEvent } from '@pledgeline/event-sourcing';
import { sqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import { kafkaClient } from './kafka-client.ts';
import { ensureTopics } from './ensure-topics.ts';
import { kafkaPublisher } from './kafka-publisher.ts';
import { relayLock } from './relay-lock.ts';
import type { RelayLock } from './relay-lock.ts';
import { followTopic } from './testing/follow-topic.ts';
import { asAdmin, eventsOf, settings } from './testing/topic-feeder.ts';

const TOPICS = [
  { suffix: 'internal', carries: ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'] },
  { suffix: 'public', carries: ['PUBLIC'] },
] as const;

const topicsOf = async (prefix: string) => {
  const topics = TOPICS.map(({ suffix, carries }) => ({ name: `${prefix}.${suffix}`, carries }));
  const config = { 'max.message.bytes': String(8 * 1024 * 1024) };
  await ensureTopics(
    settings(),
    topics.map(({ name }) => ({ name, partitions: 3, replication: 1, config })),
  );
  return topics;
};

publisherContract('kafka', async () => {
  const name = `spec.${randomUUID()}`;
  const topics = await topicsOf(name);
  const store = sqliteEventStore({ path: ':memory:' });
  const followed = await followTopic(settings(), `${name}.internal`);
  const publishers: Publisher[] = [];
  return {
    store,
    another() {
      const publisher = kafkaPublisher({ settings: settings(), topics, name });
      publishers.push(publisher);
      return publisher;
    },
    published: () => followed.events,
    async close() {
      for (const publisher of publishers) await publisher.close();
      await followed.close();
      await store.close();
    },
  };
});

describe('a leader that does not know yet that it was replaced', () => {
  it('cannot commit between the checkpoint that its successor reads and the first event that it publishes', async () => {
    const name = `spec.${randomUUID()}`;
    const topics = await topicsOf(name);
    const events = eventsOf('note-1', 0, 3).map((event, n) => ({ ...event, position: String(n) }));
    const [first, second, third] = events as [RecordedEvent, RecordedEvent, RecordedEvent];
    const followed = await followTopic(settings(), `${name}.internal`);

    const believesToLead: RelayLock = {
      held: () => Promise.resolve(new AbortController().signal),
      lastCheckpointMessage: () => Promise.resolve(undefined),
      leave: () => Promise.resolve(),
    };
    const old = kafkaPublisher({ settings: settings(), topics, name, lock: believesToLead });
    const oldLeadership = (await old.lead(AbortSignal.timeout(60_000)))!;
    await oldLeadership.publish([first]);

    // The old leader's last try comes as late as it can: when its successor has read where to go on.
    const real = relayLock({ settings: settings(), topic: `${name}.lock`, groupId: `${name}.lock` });
    let lastTry: unknown;
    const lock: RelayLock = {
      ...real,
      async lastCheckpointMessage() {
        const note = await real.lastCheckpointMessage();
        lastTry = await oldLeadership.publish([second]).catch((error: unknown) => error);
        return note;
      },
    };
    const successor = kafkaPublisher({ settings: settings(), topics, name, lock });
    const leadership = (await successor.lead(AbortSignal.timeout(60_000)))!;
    const rest = events.slice(
      events.findIndex(({ position }) => position === leadership.checkpoint?.position) + 1,
    );
    await leadership.publish(rest);
    await eventually(() => followed.events.some(({ id }) => id === third.id));
    for (const one of [oldLeadership, leadership]) await one.release();
    for (const publisher of [old, successor]) await publisher.close();
    await followed.close();

    expect(lastTry).toBeInstanceOf(LeadershipLost);
    expect(followed.events.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  });
});

describe('kafka publisher', () => {
  const published = async (prefix: string, events: readonly RecordedEvent[]) => {
    const publisher = kafkaPublisher({ settings: settings(), topics: await topicsOf(prefix), name: prefix });
    const leadership = await publisher.lead(AbortSignal.timeout(20_000));
    try {
      await leadership?.publish(events);
    } catch (error) {
      await publisher.close();
      throw error;
    } finally {
      await leadership?.release();
    }
    return publisher;
  };
  const messagesIn = (topic: string): Promise<number> =>
    asAdmin(async (admin) => {
      const offsets = await admin.fetchTopicOffsets(topic);
      return offsets.reduce((sum, { high }) => sum + Number(high), 0);
    });

  it('an event goes to the topics whose readers may see it', async () => {
    const prefix = `spec.${randomUUID()}`;
    const [open, narrow] = eventsOf('note-1', 0, 2) as [RecordedEvent, RecordedEvent];
    const visible = (event: RecordedEvent, visibility: 'PUBLIC' | 'INTERNAL') => ({
      ...event,
      metadata: { ...event.metadata, visibility },
    });
    const publisher = await published(prefix, [visible(open, 'PUBLIC'), visible(narrow, 'INTERNAL')]);
    const followed = await followTopic(settings(), `${prefix}.internal`);
    await eventually(() => followed.events.length === 2);
    // One message, and then the mark of its transaction.
    await eventually(async () => (await messagesIn(`${prefix}.public`)) === 2);
    await followed.close();
    await publisher.close();
  });

  it('a batch that is larger than Kafka takes at once goes in parts, and counts as one', async () => {
    const prefix = `spec.${randomUUID()}`;
    const large = eventsOf('note-1', 0, 24).map((event) => ({ ...event, data: 'x'.repeat(900_000) }));
    const publisher = await published(prefix, large);
    const followed = await followTopic(settings(), `${prefix}.internal`);
    await eventually(() => followed.events.length === 24);
    expect(followed.events.map(({ revision }) => revision)).toEqual(large.map(({ revision }) => revision));
    const again = await publisher.lead(AbortSignal.timeout(20_000));
    expect(again?.checkpoint?.position).toBe(large.at(-1)?.position);
    await again?.release();
    await followed.close();
    await publisher.close();
  });

  it('an event that no message can hold is named', async () => {
    const prefix = `spec.${randomUUID()}`;
    const events = eventsOf('note-1', 0, 3);
    const huge = { ...(events[1] as RecordedEvent), data: 'x'.repeat(9 * 1024 * 1024) };
    const refused = published(prefix, [events[0] as RecordedEvent, huge, events[2] as RecordedEvent]);
    await expect(refused).rejects.toThrow(`(${huge.id}) is larger than a message may be`);
  });

  it('messages of others on the lock topic are no checkpoint', async () => {
    const prefix = `spec.${randomUUID()}`;
    const [event] = eventsOf('note-1', 0, 1) as [RecordedEvent];
    const publisher = await published(prefix, [event]);
    const other = kafkaClient(settings()).producer();
    await other.connect();
    const messages = [
      { key: 'other', value: 'secret' },
      { key: 'other', value: null },
    ];
    await other.send({ topic: `${prefix}.lock`, messages });
    await other.disconnect();
    const again = await publisher.lead(AbortSignal.timeout(20_000));
    expect(again?.checkpoint?.position).toBe(event.position);
    await again?.release();
    await publisher.close();
  });

  it('a checkpoint of an earlier version is taken over: it is a position without an event', async () => {
    const prefix = `spec.${randomUUID()}`;
    const publisher = await published(prefix, eventsOf('note-1', 0, 1));
    const earlier = kafkaClient(settings()).producer();
    await earlier.connect();
    await earlier.send({ topic: `${prefix}.lock`, messages: [{ key: 'checkpoint', value: '9/9' }] });
    await earlier.disconnect();
    const again = await publisher.lead(AbortSignal.timeout(20_000));
    expect(again?.checkpoint).toEqual({ position: '9/9', event: null });
    await again?.release();
    await publisher.close();
  });

  it.each(['0', '918273645/918273600', 'any text: ä'])(
    'position %j comes back as it was',
    async (position) => {
      const [event] = eventsOf('note-1', 0, 1) as [RecordedEvent];
      const publisher = await published(`spec.${randomUUID()}`, [{ ...event, position }]);
      const again = await publisher.lead(AbortSignal.timeout(20_000));
      const at = { stream: event.stream, revision: event.revision };
      expect(again?.checkpoint).toEqual({ position, event: { position, id: event.id, in: at } });
      await again?.release();
      await publisher.close();
    },
  );
});
