/** How Kafka is reached, from the environment. */
import type { KafkaSettings } from '@pledgeline/adapters/kafka';
import { TOPIC_PREFIX } from '@pledgeline/contracts';
import { oauthToken } from './oauth-token.ts';
import { CannotStart, contentOf, oneOf, secretOf, textOf, wholeNumber } from './settings.ts';
import type { Environment } from './settings.ts';

export interface KafkaConfiguration extends Pick<KafkaSettings, 'brokers' | 'tls' | 'sasl'> {
  /** Begins the names of topics, groups and the relay's transactional id. */
  readonly topicPrefix: string;
  /** Copies of each topic, when it is made. */
  readonly replication: number;
}

const BROKER = /^[^\s:,/]+:\d{1,5}$/;
/** What Kafka allows in the name of a topic. */
const PREFIX = /^[\w.-]{1,200}$/;
const MECHANISMS = ['scram-sha-256', 'scram-sha-512', 'oauthbearer'] as const;

/** @throws {CannotStart} naming the first setting that is wrong, and what is allowed. */
export const kafkaConfigurationFrom = (env: Environment, brokers: string): KafkaConfiguration => {
  const topicPrefix = env['KAFKA_TOPIC_PREFIX'] ?? TOPIC_PREFIX;
  if (!PREFIX.test(topicPrefix)) {
    throw new CannotStart(`KAFKA_TOPIC_PREFIX=${topicPrefix} is no name: letters, digits, . _ -`);
  }
  const [tls, sasl] = [tlsOf(env), saslOf(env)];
  return {
    brokers: brokersOf(brokers),
    topicPrefix,
    replication: wholeNumber('KAFKA_REPLICATION', env['KAFKA_REPLICATION'] ?? '3', 1, 32_767),
    ...(tls !== undefined && { tls }),
    ...(sasl !== undefined && { sasl }),
  };
};

const brokersOf = (value: string): string[] => {
  const brokers = value.split(',').map((broker) => broker.trim());
  if (!brokers.every((broker) => BROKER.test(broker))) {
    throw new CannotStart(`KAFKA_BROKERS=${value} is no list of host:port, with commas`);
  }
  return brokers;
};

const tlsOf = (env: Environment): KafkaSettings['tls'] => {
  const file = env['KAFKA_CA_FILE'];
  const on = oneOf('KAFKA_TLS', env['KAFKA_TLS'] ?? 'false', ['true', 'false']) === 'true';
  if (!on && file !== undefined) throw new CannotStart(`KAFKA_CA_FILE=${file} needs KAFKA_TLS=true`);
  if (!on) return undefined;
  return file === undefined ? {} : { ca: contentOf('KAFKA_CA_FILE', file) };
};

const saslOf = (env: Environment): KafkaSettings['sasl'] => {
  if (env['KAFKA_SASL_MECHANISM'] === undefined) {
    const lonely = ['KAFKA_USERNAME', 'KAFKA_PASSWORD', 'KAFKA_PASSWORD_FILE', 'KAFKA_OAUTH_TOKEN_URL'].find(
      (name) => env[name] !== undefined,
    );
    if (lonely !== undefined) throw new CannotStart(`${lonely} needs KAFKA_SASL_MECHANISM`);
    return undefined;
  }
  const mechanism = oneOf('KAFKA_SASL_MECHANISM', env['KAFKA_SASL_MECHANISM'], MECHANISMS);
  const needed = (name: string): string => {
    const value = secretOf(env, name);
    if (value === undefined) throw new CannotStart(`${name} is needed for KAFKA_SASL_MECHANISM=${mechanism}`);
    return value;
  };
  if (mechanism !== 'oauthbearer') {
    return { mechanism, username: needed('KAFKA_USERNAME'), password: needed('KAFKA_PASSWORD') };
  }
  const url = needed('KAFKA_OAUTH_TOKEN_URL');
  if (!URL.canParse(url)) throw new CannotStart(`KAFKA_OAUTH_TOKEN_URL=${url} is no address`);
  const scope = env['KAFKA_OAUTH_SCOPE'];
  return {
    mechanism,
    token: oauthToken({
      url,
      clientId: needed('KAFKA_OAUTH_CLIENT_ID'),
      clientSecret: needed('KAFKA_OAUTH_CLIENT_SECRET'),
      ...(scope !== undefined && { scope: textOf('KAFKA_OAUTH_SCOPE', scope) }),
    }),
  };
};
