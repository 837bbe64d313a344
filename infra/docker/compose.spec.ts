/** The compose file meets the Compose Specification and our own rules; nothing of it is run here. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import schema from 'docker-compose/schema/compose-spec.json' with { type: 'json' };
import { parse } from 'yaml';
import { manifestFiles, manifestsOf } from '../kubernetes/manifests.ts';
import { composeProblems } from './compose-rules.ts';
import type { ComposeFile } from './compose-rules.ts';

const text = readFileSync(resolve(import.meta.dirname, '../../docker-compose.yml'), 'utf8');
const read = (source: string): ComposeFile => parse(source, { merge: true }) as ComposeFile;
const real = read(text);

// The dialect's address is written with https in it, which ajv does not know; the specification adds its own formats.
const { $schema: _, ...rules } = schema;
const valid = new Ajv({ strict: false, formats: { duration: true } }).compile(rules);

/** The real file with one thing changed; it fails when there is nothing to change. */
const changed = (from: string, to: string): ComposeFile => {
  if (!text.includes(from)) throw new Error(`docker-compose.yml does not contain: ${from}`);
  return read(text.replace(from, to));
};

describe('the compose file', () => {
  it('meets the Compose Specification', () => {
    valid(real);
    expect(valid.errors ?? []).toEqual([]);
  });

  it('has what every container must have', () => {
    expect(composeProblems(real)).toEqual([]);
  });

  it('runs the same images as the manifests', () => {
    const images = manifestsOf(manifestFiles())
      .flatMap(({ spec }) => spec.template?.spec.containers ?? [])
      .map(({ image }) => image);
    const foreign = Object.values(real.services).filter(({ build }) => build === undefined);
    expect(foreign.filter(({ image }) => !images.includes(image)).map(({ image }) => image)).toEqual([]);
  });

  it('has whoever starts it say whose tokens callers show, and for whom they are', () => {
    const services = Object.values(real.services).filter(({ build }) => build !== undefined);
    for (const { environment = {} } of services) {
      expect(environment['OIDC_ISSUER']).toMatch(/^\$\{OIDC_ISSUER:\?/);
      expect(environment['OIDC_AUDIENCE']).toMatch(/^\$\{OIDC_AUDIENCE:\?/);
      expect(environment).not.toHaveProperty('PLEDGELINE_IDENTITY');
    }
  });

  it('has the services believe the addresses that the proxy tells, and nobody else’s', () => {
    const services = Object.values(real.services).filter(({ build }) => build !== undefined);
    expect(real.services).toHaveProperty('proxy');
    expect(services.map(({ environment }) => environment?.['PLEDGELINE_TRUSTED_PROXIES'])).toEqual(
      services.map(() => 'proxy'),
    );
  });
});

describe('the schema', () => {
  it.each([
    ['an unknown field', 'init: true', 'inti: true'],
    ['a wrong type', 'read_only: true', 'read_only: [true]'],
  ])('finds %s', (_, from, to) => {
    expect(valid(changed(from, to))).toBe(false);
  });
});

describe('the rules', () => {
  it.each([
    ['a port that is open to the network', "'127.0.0.1:${", "'0.0.0.0:${", 'loopback address only'],
    [
      'a port without an address',
      "'127.0.0.1:${PLEDGELINE_PORT:-3000}:8080'",
      "'3000:8080'",
      'loopback address only',
    ],
    [
      'a second door',
      'networks: [broker]',
      "networks: [broker]\n    ports: ['127.0.0.1:9092:9092']",
      'kafka must not publish',
    ],
    [
      'a store with a way out',
      'store: { internal: true }',
      'store: {}',
      'kurrentdb must be on internal networks only',
    ],
    [
      'a broker with a way out',
      'networks: [broker]',
      'networks: [broker, issuer]',
      'kafka must not be on issuer, as it checks no tokens',
    ],
    [
      'a password in the file',
      "KURRENTDB_CLUSTER_SIZE: '1'",
      'KURRENTDB_DEFAULT_ADMIN_PASSWORD: changeit',
      'written down',
    ],
    ['the latest image', 'apache/kafka:4.4.0', 'apache/kafka:latest', 'must not run the latest image'],
    ['an image of no version', 'apache/kafka:4.4.0', 'apache/kafka', 'must name the version'],
    [
      'a dependency that is not waited for',
      'kafka: { condition: service_healthy }',
      'kafka: { condition: service_started }',
      'must wait until kafka is healthy',
    ],
    ['a volume that is not there', "volumes: ['kafka-data:", "volumes: ['data:", 'kafka has no volume data'],
    [
      'a network that is not there',
      'networks: [store, broker]',
      'networks: [shop, broker]',
      'relay is on no network shop',
    ],
    ['rights', 'cap_drop: [ALL]', 'cap_drop: [KILL]', 'must drop all capabilities'],
    [
      'a container that can write to its image',
      'read_only: true',
      'read_only: false',
      'must not write to its image',
    ],
    ['memory without a limit', 'memory: 512M, ', '', 'must limit its memory'],
    ['a log without a limit', 'max-size: 10m, ', '', 'must limit its log'],
    ['a container that nobody asks', 'healthcheck:', 'x-healthcheck:', 'proxy must say when it is healthy'],
    ['a container that stays away', 'restart: unless-stopped', "restart: 'no'", 'must restart by itself'],
    [
      'keys that a service may write',
      ':/proof-keys:ro',
      ':/proof-keys',
      'reporting must mount the keys of the log of proofs read-only',
    ],
    [
      'a log of proofs on no named volume',
      '- reporting-data:/data',
      '- /data',
      'reporting must have /data on a named volume',
    ],
    [
      'nobody who keeps the log of proofs',
      'PLEDGELINE_PROOF_KEYS: /proof-keys',
      'PORT: 3000',
      'reporting must keep the log of proofs',
    ],
    ['rights that can be gained', "['no-new-privileges:true']", '[]', 'must not gain rights'],
  ])('find %s', (_, from, to, problem) => {
    expect(composeProblems(changed(from, to)).join('\n')).toContain(problem);
  });
});
