/**
 * The connection to Kafka that everything in this folder shares. kafkajs reports as errors what it then tries again, so
 * its own log arrives one level lower; what ends work is thrown to us, and our caller reports it.
 */
import { Kafka, logLevel } from 'kafkajs';
import type { KafkaConfig, LogEntry, SASLOptions } from 'kafkajs';
import type { Log } from '@pledgeline/event-sourcing';
import './compression.ts';
import './kafkajs-patches.ts';

export interface KafkaSettings {
  /** `host:port`, at least one. */
  readonly brokers: readonly string[];
  /** Names this process in the broker's logs and quotas. */
  readonly clientId: string;
  /** Absent: no TLS. `ca` in PEM, where the system's authorities do not do. */
  readonly tls?: { readonly ca?: string };
  readonly sasl?: KafkaSasl;
  readonly log: Log;
}

export type KafkaSasl =
  | {
      readonly mechanism: 'scram-sha-256' | 'scram-sha-512';
      readonly username: string;
      readonly password: string;
    }
  /** Asked for a token at each connection, and again before it runs out. */
  | { readonly mechanism: 'oauthbearer'; readonly token: () => Promise<string> };

const CONNECTION_TIMEOUT_MS = 3000;
const REQUEST_TIMEOUT_MS = 10_000;

/**
 * @param retry small waits suit a producer of back-to-back transactions: a broker that still finishes the last one answers
 *   CONCURRENT_TRANSACTIONS, which is tried again after `initialRetryTime`.
 */
export const kafkaClient = (settings: KafkaSettings, retry: KafkaConfig['retry'] = {}): Kafka =>
  new Kafka({
    brokers: [...settings.brokers],
    clientId: settings.clientId,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    retry,
    ...(settings.tls !== undefined && {
      ssl: settings.tls.ca === undefined ? true : { ca: [settings.tls.ca] },
    }),
    ...(settings.sasl !== undefined && { sasl: saslOf(settings.sasl) }),
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => {
      report(settings.log, entry);
    },
  });

/** What a broker answers while it ends the last transaction: the relay meets it with every batch, and asks again. */
const ORDINARY = /concurrent operation on the same transaction/;

const report = (log: Log, { level, namespace, log: logged }: LogEntry): void => {
  const { message, ...context } = logged as { readonly message: string } & Readonly<Record<string, unknown>>;
  const { error, broker, groupId } = context;
  if (ORDINARY.test(`${message} ${String(error)}`)) return;
  const fields = { namespace, error, broker, groupId };
  if (level <= logLevel.ERROR) log.warn(fields, message);
  else log.info(fields, message);
};

const saslOf = (sasl: KafkaSasl): SASLOptions =>
  sasl.mechanism === 'oauthbearer'
    ? {
        mechanism: 'oauthbearer',
        oauthBearerProvider: async () => ({ value: await sasl.token() }),
      }
    : sasl;
