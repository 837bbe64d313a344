/** What the relay stands on: the log in KurrentDB, and Kafka to publish to. It has no read models and no consumer groups. */
import { ensureTopics, kafkaPublisher } from '@pledgeline/adapters/kafka';
import type { KafkaSettings, TopicDeclaration } from '@pledgeline/adapters/kafka';
import { redactedFor, eventTopics, skipsIn, TOPIC_PARTITIONS } from '@pledgeline/contracts';
import type { Delivery, GroupStatus, Publisher, Relay, RelayStatus } from '@pledgeline/event-sourcing';
import { relay, RELAY_GROUP, relayDistance } from '@pledgeline/event-sourcing';
import type { Configuration } from './configuration.ts';
import { checkStore } from './check-store.ts';
import { kafkaSettings, openKurrentdb, usesOf } from './distributed-infrastructure.ts';
import type { KafkaConfiguration } from './kafka-configuration.ts';
import { reportSetAside } from './logging.ts';
import { CannotStart } from './settings.ts';
import type { ServiceContext, Infrastructure } from './infrastructure.ts';

/** @throws {CannotStart} unless both KurrentDB and Kafka are configured: without them there is nothing to relay; and for a server that is too old. */
export const relayInfrastructure = async (
  { distributed }: Configuration,
  { name, clock, log }: ServiceContext,
): Promise<Infrastructure> => {
  if (distributed === null) {
    throw new CannotStart(
      'the relay needs KURRENTDB_URL and KAFKA_BROKERS: it carries events from one to the other',
    );
  }
  const { kafka } = distributed;
  const store = openKurrentdb(distributed, log);
  await checkStore(store, log);
  const settings = kafkaSettings(distributed, name, log);
  const publisher = onDeclaredTopics(
    kafkaPublisher({
      settings,
      topics: eventTopics.map(({ suffix, carries, audience }) => ({
        name: `${kafka.topicPrefix}.${suffix}`,
        carries,
        redact: (event) => redactedFor(event, audience),
      })),
      name: `${kafka.topicPrefix}.${name}`,
      replication: kafka.replication,
    }),
    settings,
    topicDeclarations(kafka),
  );
  const onStatus = ({ state, position, failure }: RelayStatus): void => {
    if (failure === null) log.info({ state, position }, 'relay');
    else log.error({ state, failure }, 'relay failed');
  };
  // A standby from the start: it leads when there is nobody else.
  const running = relay({
    store,
    publisher,
    skips: skipsIn(store),
    onStatus,
    onSetAside: (setAside) => {
      reportSetAside(log)(RELAY_GROUP, setAside);
    },
  });
  return {
    store,
    openViews: () => Promise.reject(new Error('the relay has no read models')),
    delivery: deliveryOf(running),
    relay: () => running.status(),
    relayBehind: () => relayDistance(store, running.status(), clock),
    uses: { ...usesOf(distributed), topics: topicDeclarations(kafka).map((topic) => topic.name) },
    close: () => store.close(),
  };
};

/** Unlimited in time and size, and never compacted: the topics are the history, and new subscribers read all of it. */
export const topicDeclarations = ({ topicPrefix, replication }: KafkaConfiguration): TopicDeclaration[] =>
  eventTopics.map(({ suffix }) => ({
    name: `${topicPrefix}.${suffix}`,
    partitions: TOPIC_PARTITIONS,
    replication,
    config: {
      'cleanup.policy': 'delete',
      'retention.ms': '-1',
      'retention.bytes': '-1',
      // A message has the time its event was recorded: a store whose clock is ahead must not be refused.
      'message.timestamp.after.max.ms': '9223372036854775807',
      'max.message.bytes': String(8 * 1024 * 1024),
      // An acknowledged event survives the loss of one broker where there are three.
      'min.insync.replicas': String(Math.max(1, replication - 1)),
    },
  }));

/** Nothing is published before the topics are as declared: a mismatch is reported again and again, and readiness is red. */
const onDeclaredTopics = (
  publisher: Publisher,
  settings: KafkaSettings,
  declared: readonly TopicDeclaration[],
): Publisher => {
  let asDeclared = false;
  return {
    async lead(signal) {
      if (!asDeclared) {
        const mismatches = await ensureTopics(settings, declared);
        if (mismatches.length > 0) throw new Error(mismatches.join('; '));
        asDeclared = true;
      }
      return publisher.lead(signal);
    },
    close: () => publisher.close(),
  };
};

/** The relay as the runtime sees deliveries: it ends with them, and readiness asks how it fares. */
const deliveryOf = (running: Relay): Delivery => ({
  subscribe: () => {
    throw new Error('the relay has no consumer groups');
  },
  status: () => [groupStatusOf(running.status())],
  close: () => running.close(),
});

/** It goes on trying; for an event that was tried alone it waits all the same, as a group that has stopped. */
const groupStatusOf = ({ state, position, failure, setAside }: RelayStatus): GroupStatus => ({
  group: RELAY_GROUP,
  state: state === 'leading' || state === 'standby' ? 'live' : failure?.alone === true ? 'stopped' : state,
  position,
  failure,
  ...(setAside !== undefined && { setAside }),
});
