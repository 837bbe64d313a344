/** The contract over a real broker, and what is special to Kafka: groups of several members, transactions, rebuilding. */
import type { Skips } from '@pledgeline/event-sourcing';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ATTEMPTS, deliveryContract } from '@pledgeline/event-sourcing/testing';
import { sqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import { kafkaDelivery } from './kafka-delivery.ts';
import { connectProducer, createTopic, feedTopic, produceForeign, settings } from './testing/topic-feeder.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-kafka-delivery-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

deliveryContract('kafka', async () => {
  const store = sqliteEventStore({ path: join(folder, `${randomUUID()}.sqlite`) });
  const topic = await createTopic();
  const feeder = await feedTopic(store, topic);
  const begin = (skips?: Skips) =>
    kafkaDelivery({
      ...(skips !== undefined && { skips }),
      askEveryMs: 1,
      settings: settings(),
      topic,
      groupPrefix: topic,
      history: store,
      checkpoints: () => undefined,
      attempts: ATTEMPTS,
      firstDelayMs: 1,
      maxDelayMs: 2,
    });
  const other = await connectProducer();
  return {
    store,
    begin,
    disturb: () => produceForeign(other, topic),
    async close() {
      await other.disconnect();
      await feeder.close();
      await store.close();
    },
  };
});
