/**
 * A process to be killed: one group whose handler begins and never ends. Says `begun` and the revisions in its hands.
 * Arguments: brokers, topic, group prefix, group.
 */
import { sqliteEventStore } from '../../sqlite/sqlite-event-store.ts';
import { kafkaDelivery } from '../kafka-delivery.ts';
import { settings } from './topic-feeder.ts';

const [brokers, topic = '', groupPrefix = '', group = ''] = process.argv.slice(2);

const delivery = kafkaDelivery({
  settings: settings(brokers),
  topic,
  groupPrefix,
  history: sqliteEventStore({ path: ':memory:' }),
  checkpoints: () => undefined,
});
delivery.subscribe(group, (batch) => {
  process.stdout.write(`begun ${batch.map(({ revision }) => revision).join(',')}\n`);
  return new Promise(() => undefined);
});
