// Before the integration tests: one real Kafka for all of them, told to them as KAFKA_BROKERS. The one that variable names
// already, else one in Docker where there is an engine (written, never run where this was made), else one on the local Java.
import { existsSync } from 'node:fs';
import '../node/typescript-hook.mjs';

const { KAFKA_VERSION, startKafka } = await import('@pledgeline/adapters/testing');

const inDocker = async () => {
  const { KafkaContainer } = await import('@testcontainers/kafka');
  const container = await new KafkaContainer(`apache/kafka:${KAFKA_VERSION}`).start();
  return {
    brokers: [`${container.getHost()}:${container.getMappedPort(9093)}`],
    close: () => container.stop(),
  };
};

const hasDocker = () => process.env.DOCKER_HOST !== undefined || existsSync('/var/run/docker.sock');

const say = (what) => process.stdout.write(`integration tests: ${what}\n`);

export default async () => {
  say(
    process.env.KURRENTDB_URL === undefined
      ? 'the store is the KurrentDB protocol stand-in, not a server'
      : 'the store is the server at KURRENTDB_URL',
  );
  if (process.env.KAFKA_BROKERS !== undefined) {
    say(`Kafka at ${process.env.KAFKA_BROKERS}`);
    return;
  }
  const docker = hasDocker();
  const kafka = await (docker ? inDocker() : startKafka());
  process.env.KAFKA_BROKERS = kafka.brokers.join(',');
  globalThis.pledgelineKafka = kafka;
  say(`Kafka ${KAFKA_VERSION} ${docker ? 'in Docker' : 'on the local Java'} at ${process.env.KAFKA_BROKERS}`);
};
