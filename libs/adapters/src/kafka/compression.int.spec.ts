/** Topics that the broker compresses are read all the same. */
import { randomUUID } from 'node:crypto';
import type { Leadership } from '@pledgeline/event-sourcing';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { ensureTopics } from './ensure-topics.ts';
import { kafkaPublisher } from './kafka-publisher.ts';
import { followTopic } from './testing/follow-topic.ts';
import { eventsOf, settings } from './testing/topic-feeder.ts';

it.each(['uncompressed', 'gzip', 'zstd'])('a topic that the broker keeps as %s', async (type) => {
  const name = `spec.${randomUUID()}.internal`;
  // The events bear old dates.
  const config = { 'compression.type': type, 'retention.ms': '-1' };
  await ensureTopics(settings(), [{ name, partitions: 2, replication: 1, config }]);
  const publisher = kafkaPublisher({
    settings: settings(),
    topics: [{ name, carries: ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'] }],
    name,
  });
  let leadership: Leadership | undefined;
  await eventually(async () => {
    // A broker that has just started is asked again.
    leadership = await publisher.lead(AbortSignal.timeout(60_000)).catch(() => undefined);
    return leadership !== undefined;
  });
  const events = eventsOf('note-1', 0, 20);
  await leadership?.publish(events);
  const followed = await followTopic(settings(), name);
  await eventually(() => followed.events.length === events.length);
  expect(followed.events).toEqual(events);
  await leadership?.release();
  await followed.close();
  await publisher.close();
});
