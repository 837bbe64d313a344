/** Settings from the environment, checked before anything starts. What is wrong is said in one line. */
import { hostname } from 'node:os';
import type { RateLimitConfiguration } from './hardening/rate-limits.ts';
import { identityFrom } from './identity/identity-configuration.ts';
import type { IdentityConfiguration } from './identity/identity-configuration.ts';
import { kafkaConfigurationFrom } from './kafka-configuration.ts';
import type { KafkaConfiguration } from './kafka-configuration.ts';
import { proofFrom } from './proof/proof-configuration.ts';
import type { ProofConfiguration } from './proof/proof-configuration.ts';
import { CannotStart, oneOf, secretOf, textOf, wholeNumber } from './settings.ts';
import type { Environment } from './settings.ts';
import type { MetricsAddress } from './telemetry/metrics-server.ts';
import { isAddressOrRange, isHostName } from './trusted-proxies.ts';

export interface Configuration {
  /** Folder of the log, the read models and the checkpoints. */
  readonly dataFolder: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly logLevel: LogLevel;
  /** Where a Prometheus reads; null where none does. */
  readonly metrics: MetricsAddress | null;
  /** A clock that stands still, for demonstrations that can be compared; null is the system's clock. */
  readonly fixedTime: string | null;
  /** A log that is new is simulated, and for ever: nobody promised any of it. */
  readonly simulates: boolean;
  readonly identity: IdentityConfiguration;
  readonly rates: RateLimitConfiguration;
  /** Whose word about the address of a client is trusted: addresses, ranges and names. */
  readonly trustedProxies: readonly string[];
  readonly proof: ProofConfiguration;
  /** Null: everything in this process, on SQLite. */
  readonly distributed: DistributedConfiguration | null;
}

/** Where the log and its deliveries are when several services share them. */
export interface DistributedConfiguration {
  /** KurrentDB's connection string: a secret, since credentials are in it. */
  readonly kurrentdbUrl: string;
  readonly kafka: KafkaConfiguration;
  /** Names this process among others of its service. */
  readonly instance: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * @param servesHttp whether the process offers anything but its health.
 * @throws {CannotStart} naming the first setting that is wrong, and what is allowed.
 */
export const configurationFrom = (env: Environment, servesHttp = true): Configuration => {
  const host = textOf('HOST', env['HOST'] ?? '127.0.0.1');
  const distributed = distributedOf(env);
  return {
    dataFolder: textOf('PLEDGELINE_DATA', env['PLEDGELINE_DATA'] ?? '.data'),
    host,
    port: wholeNumber('PORT', env['PORT'] ?? '3000', 0, 65_535),
    logLevel: oneOf('LOG_LEVEL', env['LOG_LEVEL'] ?? 'info', LOG_LEVELS),
    metrics: metricsFrom(env),
    fixedTime: fixedTimeOf(env['PLEDGELINE_FIXED_TIME']),
    simulates: oneOf('PLEDGELINE_SIMULATION', env['PLEDGELINE_SIMULATION'] ?? '0', ['0', '1']) === '1',
    identity: identityFrom(env, { servesHttp, host, distributed: distributed !== null }),
    rates: ratesFrom(env),
    trustedProxies: proxiesFrom(env['PLEDGELINE_TRUSTED_PROXIES'] ?? ''),
    proof: proofFrom(env),
    distributed,
  };
};

const metricsFrom = (env: Environment): MetricsAddress | null => {
  const port = env['PLEDGELINE_METRICS_PORT'];
  if (port === undefined) return null;
  return {
    host: textOf('PLEDGELINE_METRICS_HOST', env['PLEDGELINE_METRICS_HOST'] ?? '127.0.0.1'),
    port: wholeNumber('PLEDGELINE_METRICS_PORT', port, 0, 65_535),
  };
};

/** A hundred thousand rows can be imported in two minutes, and secrets cannot be tried out. */
const ratesFrom = (env: Environment): RateLimitConfiguration => {
  const perMinute = (name: string, usual: string): number =>
    wholeNumber(name, env[name] ?? usual, 0, 1_000_000_000);
  return {
    perSubject: perMinute('PLEDGELINE_RATE_PER_SUBJECT', '60000'),
    perAddress: perMinute('PLEDGELINE_RATE_PER_ADDRESS', '6000'),
    failedSignIns: perMinute('PLEDGELINE_RATE_FAILED_SIGN_INS', '30'),
    tilesPerAddress: perMinute('PLEDGELINE_RATE_TILES', '60000'),
  };
};

const proxiesFrom = (list: string): readonly string[] => {
  const proxies = list.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  const wrong = proxies.find((one) => !isAddressOrRange(one) && !isHostName(one));
  if (wrong === undefined) return proxies;
  throw new CannotStart(
    `PLEDGELINE_TRUSTED_PROXIES=${list}: ${wrong} is no address, no range of addresses and no name`,
  );
};

const distributedOf = (env: Environment): DistributedConfiguration | null => {
  const kurrentdbUrl = secretOf(env, 'KURRENTDB_URL');
  const brokers = env['KAFKA_BROKERS'];
  if (kurrentdbUrl === undefined && brokers === undefined) return null;
  if (kurrentdbUrl === undefined)
    throw new CannotStart('KAFKA_BROKERS is set and KURRENTDB_URL is not: both or neither');
  if (brokers === undefined)
    throw new CannotStart('KURRENTDB_URL is set and KAFKA_BROKERS is not: both or neither');
  // What follows the first one would be taken for a host, and stand in every message about it.
  if (/@[^/?]*@/.test(kurrentdbUrl))
    throw new CannotStart('KURRENTDB_URL has more than one @: in a user or a password write %40');
  return {
    kurrentdbUrl,
    kafka: kafkaConfigurationFrom(env, brokers),
    instance: textOf('PLEDGELINE_INSTANCE', env['PLEDGELINE_INSTANCE'] ?? hostname()),
  };
};

const TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

const fixedTimeOf = (value: string | undefined): string | null => {
  if (value === undefined) return null;
  const day = TIME.exec(value)?.[1];
  const time = new Date(value);
  if (day === undefined || !isInCalendar(day) || Number.isNaN(time.getTime())) {
    throw new CannotStart(`PLEDGELINE_FIXED_TIME=${value} is no RFC 3339 time such as 2026-01-15T09:00:00Z`);
  }
  return time.toISOString();
};

/** JavaScript would read 30 February as 2 March. */
const isInCalendar = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};
