/** The settings of the distributed shape: each checked, told in one line, and no secret in it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationFrom } from './configuration.ts';
import { CannotStart } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-runtime-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const issuer = { OIDC_ISSUER: 'https://login.example', OIDC_AUDIENCE: 'pledgeline' };
const both = {
  ...issuer,
  KURRENTDB_URL: 'kurrentdb://user:secret-word@store:2113',
  KAFKA_BROKERS: 'a:9092, b:9093',
};
const scram = { ...both, KAFKA_SASL_MECHANISM: 'scram-sha-512', KAFKA_USERNAME: 'pledgeline' };
const oauth = {
  ...both,
  KAFKA_SASL_MECHANISM: 'oauthbearer',
  KAFKA_OAUTH_TOKEN_URL: 'https://login.example/token',
  KAFKA_OAUTH_CLIENT_ID: 'pledgeline',
};

it('store and brokers: the names and copies of the topics, and the name of the machine, are given', () => {
  expect(configurationFrom(both).distributed).toEqual({
    kurrentdbUrl: both.KURRENTDB_URL,
    instance: hostname(),
    kafka: { brokers: ['a:9092', 'b:9093'], topicPrefix: 'pledgeline.events', replication: 3 },
  });
});

it('everything set', () => {
  const { distributed } = configurationFrom({
    ...issuer,
    KURRENTDB_URL_FILE: file('url', 'kurrentdb://store:2113\n'),
    KAFKA_BROKERS: 'a:9092',
    KAFKA_TOPIC_PREFIX: 'test.events',
    KAFKA_REPLICATION: '1',
    KAFKA_TLS: 'true',
    KAFKA_CA_FILE: file('ca', 'an authority'),
    KAFKA_SASL_MECHANISM: 'scram-sha-256',
    KAFKA_USERNAME: 'pledgeline',
    KAFKA_PASSWORD_FILE: file('password', 'secret-word\n'),
    PLEDGELINE_INSTANCE: 'second',
  });
  expect(distributed).toEqual({
    kurrentdbUrl: 'kurrentdb://store:2113',
    instance: 'second',
    kafka: {
      brokers: ['a:9092'],
      topicPrefix: 'test.events',
      replication: 1,
      tls: { ca: 'an authority' },
      sasl: { mechanism: 'scram-sha-256', username: 'pledgeline', password: 'secret-word' },
    },
  });
});

const wrong: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['KAFKA_BROKERS', { KAFKA_BROKERS: 'a:9092' }],
  ['KURRENTDB_URL', { KURRENTDB_URL: 'kurrentdb://store:2113' }],
  ['KURRENTDB_URL', { ...both, KURRENTDB_URL: ' ' }],
  ['KURRENTDB_URL', { ...both, KURRENTDB_URL: 'kurrentdb://user:secret@secret-word@store:2113' }],
  ['KURRENTDB_URL and KURRENTDB_URL_FILE', { ...both, KURRENTDB_URL_FILE: 'a-file' }],
  ['KURRENTDB_URL_FILE', { KAFKA_BROKERS: 'a:9092', KURRENTDB_URL_FILE: join(folder, 'none') }],
  ['KURRENTDB_URL_FILE', { KAFKA_BROKERS: 'a:9092', KURRENTDB_URL_FILE: file('empty', '\n') }],
  ['KAFKA_BROKERS', { ...both, KAFKA_BROKERS: '' }],
  ['KAFKA_BROKERS', { ...both, KAFKA_BROKERS: 'a' }],
  ['KAFKA_BROKERS', { ...both, KAFKA_BROKERS: 'a:9092,' }],
  ['KAFKA_BROKERS', { ...both, KAFKA_BROKERS: 'kafka://a:9092' }],
  ['KAFKA_TOPIC_PREFIX', { ...both, KAFKA_TOPIC_PREFIX: 'two words' }],
  ['KAFKA_REPLICATION', { ...both, KAFKA_REPLICATION: '0' }],
  ['KAFKA_TLS', { ...both, KAFKA_TLS: 'yes' }],
  ['KAFKA_CA_FILE', { ...both, KAFKA_CA_FILE: 'ca.crt' }],
  ['KAFKA_CA_FILE', { ...both, KAFKA_TLS: 'true', KAFKA_CA_FILE: join(folder, 'none') }],
  ['KAFKA_USERNAME', { ...both, KAFKA_USERNAME: 'pledgeline' }],
  ['KAFKA_SASL_MECHANISM', { ...both, KAFKA_SASL_MECHANISM: 'plain' }],
  ['KAFKA_PASSWORD', scram],
  ['KAFKA_PASSWORD', { ...scram, KAFKA_PASSWORD: '' }],
  ['KAFKA_OAUTH_CLIENT_SECRET', oauth],
  ['KAFKA_OAUTH_TOKEN_URL', { ...oauth, KAFKA_OAUTH_TOKEN_URL: 'login' }],
  ['PLEDGELINE_INSTANCE', { ...both, PLEDGELINE_INSTANCE: '' }],
];

it.each(wrong)('%s is named, in one line and without a secret: %j', (name, env) => {
  const start = (): unknown => configurationFrom(env);
  expect(start).toThrow(CannotStart);
  expect(start).toThrow(new RegExp(`^${name}.*$`));
  expect(start).not.toThrow('secret-word');
});
