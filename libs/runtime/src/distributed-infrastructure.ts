/** One service among several: the log in KurrentDB, deliveries through Kafka, read models in SQLite files of its own. */
import { mkdirSync } from 'node:fs';
import { kafkaDelivery } from '@pledgeline/adapters/kafka';
import type { KafkaSettings } from '@pledgeline/adapters/kafka';
import { kurrentdbEventStore } from '@pledgeline/adapters/kurrentdb';
import { INTERNAL_TOPIC, isKnown, skipsIn, STREAM_CATEGORIES } from '@pledgeline/contracts';
import type { EventStore, Log } from '@pledgeline/event-sourcing';
import type { Configuration, DistributedConfiguration } from './configuration.ts';
import { reportSetAside, reportStatus } from './logging.ts';
import { CannotStart } from './settings.ts';
import { checkStore } from './check-store.ts';
import { usable, viewFiles } from './infrastructure.ts';
import type { ServiceContext, Infrastructure } from './infrastructure.ts';
import { openProof } from './proof/open-proof.ts';

/**
 * Nothing is asked of Kafka yet, and KurrentDB only what it refuses: readiness shows whether they are there.
 * @throws {CannotStart} for a server that is too old.
 */
export const distributedInfrastructure = async (
  configuration: Configuration,
  distributed: DistributedConfiguration,
  { name, log, keepsProof = false }: ServiceContext,
): Promise<Infrastructure> => {
  const store = openKurrentdb(distributed, log);
  await checkStore(store, log);
  await usable(configuration, () => mkdirSync(configuration.dataFolder, { recursive: true }));
  const views = await viewFiles(configuration);
  const topic = `${distributed.kafka.topicPrefix}.${INTERNAL_TOPIC}`;
  const delivery = kafkaDelivery({
    settings: kafkaSettings(distributed, name, log),
    topic,
    groupPrefix: distributed.kafka.topicPrefix,
    history: store,
    checkpoints: views.checkpoints,
    someApplied: views.someApplied,
    skips: skipsIn(store),
    knows: isKnown,
    onStatus: reportStatus(log),
    onSetAside: reportSetAside(log),
  });
  // Its keys are made once for all instances, and none are drawn here.
  const proof = keepsProof && configuration.proof.keysFolder !== null ? openProof(configuration, log) : null;
  const close = async (): Promise<void> => {
    await proof?.close();
    await views.close();
    await store.close();
  };
  return { store, openViews: views.open, delivery, proof, uses: { ...usesOf(distributed), topic }, close };
};

/** @throws {CannotStart} for a connection string that cannot be used. */
export const openKurrentdb = ({ kurrentdbUrl }: DistributedConfiguration, log: Log): EventStore => {
  try {
    return kurrentdbEventStore({
      url: kurrentdbUrl,
      categories: STREAM_CATEGORIES,
      onWarning: (message) => {
        log.warn({}, message);
      },
    });
  } catch (error) {
    throw new CannotStart(`KURRENTDB_URL cannot be used: ${(error as Error).message}`, { cause: error });
  }
};

export const kafkaSettings = (
  { kafka, instance }: DistributedConfiguration,
  service: string,
  log: Log,
): KafkaSettings => ({
  brokers: kafka.brokers,
  clientId: `pledgeline-${service}-${instance}`,
  ...(kafka.tls !== undefined && { tls: kafka.tls }),
  ...(kafka.sasl !== undefined && { sasl: kafka.sasl }),
  log,
});

/** Of the connection string only the hosts: credentials stand before them, certificates after. */
export const usesOf = ({ kurrentdbUrl, kafka, instance }: DistributedConfiguration) => ({
  store: 'kurrentdb',
  kurrentdb: kurrentdbUrl.replace(/^[^:]+:\/\/(?:.*@)?/, '').split(/[/?]/, 1)[0],
  delivery: 'kafka',
  brokers: kafka.brokers,
  instance,
});
