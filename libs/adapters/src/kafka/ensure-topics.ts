/** Makes the declared topics, and holds those that exist against their declaration. Nothing that exists is altered. */
import { setTimeout as pause } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import type { Admin } from 'kafkajs';
import { kafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-client.ts';

export interface TopicDeclaration {
  readonly name: string;
  readonly partitions: number;
  /** How many brokers keep a copy. */
  readonly replication: number;
  /** Settings by Kafka's names, such as `retention.ms`; others are the broker's business. */
  readonly config: Readonly<Record<string, string>>;
}

/**
 * @returns a sentence for each thing that is not as declared; empty when everything is.
 * @throws {Error} when no broker can be reached, topics may not be made, or what was made does not come to be known.
 */
export const ensureTopics = async (
  settings: KafkaSettings,
  declared: readonly TopicDeclaration[],
): Promise<readonly string[]> => {
  const admin = kafkaClient(settings).admin();
  try {
    await admin.connect();
    const existing = new Set(await admin.listTopics());
    // Another process may make them at the same moment: that is not an error, and what it made is looked at below.
    await make(
      admin,
      declared.filter(({ name }) => !existing.has(name)),
    );
    return [
      ...(await onceKnown(() => wrongShapes(admin, declared))),
      ...(await onceKnown(() => wrongSettings(admin, declared))),
    ];
  } finally {
    await admin.disconnect();
  }
};

/** As kafkajs makes them, although its types do not say so. */
type CreationError = Error & { readonly topic: string };

const make = async (admin: Admin, missing: readonly TopicDeclaration[]): Promise<void> => {
  try {
    await admin.createTopics({
      // kafkajs waits for leaders only, and takes a topic that the broker does not know yet for an error.
      waitForLeaders: false,
      topics: missing.map(({ name, partitions, replication, config }) => ({
        topic: name,
        numPartitions: partitions,
        replicationFactor: replication,
        configEntries: Object.entries(config).map(([entry, value]) => ({ name: entry, value })),
      })),
    });
  } catch (error) {
    // kafkajs says no more than that there were errors.
    if (!(error instanceof kafkajs.KafkaJSAggregateError)) throw error;
    const reasons = (error.errors as unknown as readonly CreationError[]).map(
      ({ topic, message }) => `${topic} cannot be made: ${message}`,
    );
    throw new Error(reasons.join('; '), { cause: error });
  }
};

const KNOWN_WITHIN_MS = 30_000;
const ASK_EVERY_MS = 50;

/**
 * A broker learns of a topic, and of its leaders, a moment after the controller has made it, and kafkajs does not ask again
 * when that is what it hears.
 */
const onceKnown = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  const until = performance.now() + KNOWN_WITHIN_MS;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isNotYetKnown(error) || performance.now() > until) throw error;
    }
    await pause(ASK_EVERY_MS);
  }
};

const isNotYetKnown = (error: unknown): boolean =>
  error instanceof kafkajs.KafkaJSProtocolError &&
  ['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE'].includes(error.type);

const wrongShapes = async (admin: Admin, declared: readonly TopicDeclaration[]): Promise<string[]> => {
  const { topics } = await admin.fetchTopicMetadata({ topics: declared.map(({ name }) => name) });
  const found = new Map(topics.map((topic) => [topic.name, topic]));
  return declared.flatMap(({ name, partitions, replication }) => {
    const topic = found.get(name);
    if (topic === undefined) return [`topic ${name} does not exist`];
    const wrong: string[] = [];
    if (topic.partitions.length !== partitions) {
      wrong.push(`topic ${name} has ${topic.partitions.length} partitions, not ${partitions}`);
    }
    const copies = Math.min(...topic.partitions.map(({ replicas }) => replicas.length));
    if (copies !== replication) wrong.push(`topic ${name} has ${copies} copies, not ${replication}`);
    return wrong;
  });
};

const wrongSettings = async (admin: Admin, declared: readonly TopicDeclaration[]): Promise<string[]> => {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: declared.map(({ name, config }) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name,
      configNames: Object.keys(config),
    })),
  });
  return declared.flatMap(({ name, config }) => {
    const entries = resources.find(({ resourceName }) => resourceName === name)?.configEntries ?? [];
    return Object.entries(config)
      .map(([setting, value]) => ({
        setting,
        value,
        is: entries.find(({ configName }) => configName === setting)?.configValue,
      }))
      .filter(({ value, is }) => is !== value)
      .map(({ setting, value, is }) => `topic ${name} has ${setting}=${is ?? 'nothing'}, not ${value}`);
  });
};
