import { configurationFrom } from './configuration.ts';
import { CannotStart } from './settings.ts';

it('nothing set: loopback, port 3000, a data folder here, the clock of the system', () => {
  expect(configurationFrom({})).toEqual({
    dataFolder: '.data',
    host: '127.0.0.1',
    port: 3000,
    logLevel: 'info',
    metrics: null,
    fixedTime: null,
    simulates: false,
    identity: { kind: 'local' },
    rates: { perSubject: 60_000, perAddress: 6000, failedSignIns: 30, tilesPerAddress: 60_000 },
    trustedProxies: [],
    proof: {
      ...{ origin: null, keysFolder: null, checkpointMs: 1000, knownFile: null, witnessesFile: null },
      doors: 'open',
    },
    distributed: null,
  });
});

it.each(['0', '1', '65535'])('PORT=%s is taken', (port) => {
  expect(configurationFrom({ PORT: port }).port).toBe(Number(port));
});

const wrong: readonly (readonly [string, string])[] = [
  ['HOST', ''],
  ['PLEDGELINE_RATE_PER_SUBJECT', '-1'],
  ['PLEDGELINE_RATE_PER_ADDRESS', 'many'],
  ['PLEDGELINE_TRUSTED_PROXIES', '10.0.0.0/8, the proxy'],
  ['PLEDGELINE_METRICS_PORT', '65536'],
  ['PLEDGELINE_METRICS_PORT', ''],
  ['PLEDGELINE_RATE_TILES', '-1'],
  ['PLEDGELINE_PROOF_ORIGIN', ''],
  ['PLEDGELINE_PROOF_ORIGIN', 'a log'],
  ['PLEDGELINE_PROOF_ORIGIN', 'a+b'],
  ['PLEDGELINE_PROOF_ORIGIN', 'https://a.example/proof'],
  ['PLEDGELINE_PROOF_ORIGIN', 'pledgeline-bundle/v1'],
  ['PLEDGELINE_PROOF_CHECKPOINT_MS', '60001'],
  ['PLEDGELINE_PROOF_KEYS', ' '],
  ['PLEDGELINE_PROOF_DOORS', 'closed'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3000.5'],
  ['PORT', '1e3'],
  ['PORT', '0x10'],
  ['PORT', 'http'],
  ['PORT', ' 3000'],
  ['PORT', ''],
  ['PORT', '9'.repeat(30)],
  ['LOG_LEVEL', 'loud'],
  ['LOG_LEVEL', ''],
  ['PLEDGELINE_DATA', ''],
  ['PLEDGELINE_DATA', '   '],
  ['PLEDGELINE_IDENTITY', 'none'],
  ['PLEDGELINE_FIXED_TIME', 'yesterday'],
  ['PLEDGELINE_FIXED_TIME', '2026-01-15'],
  ['PLEDGELINE_FIXED_TIME', '2026-13-15T09:00:00Z'],
  ['PLEDGELINE_FIXED_TIME', '2026-02-30T09:00:00Z'],
  ['PLEDGELINE_FIXED_TIME', '2026-01-15T09:00:00'],
  ['PLEDGELINE_FIXED_TIME', ''],
  ['PLEDGELINE_SIMULATION', 'yes'],
];

it.each(wrong)('%s=%s is one line that names the setting', (name, value) => {
  const start = (): unknown => configurationFrom({ [name]: value });
  expect(start).toThrow(CannotStart);
  expect(start).toThrow(new RegExp(`^${name}.*$`));
});

it('a Prometheus reads on loopback unless another host is named', () => {
  const port = { PLEDGELINE_METRICS_PORT: '9464' };
  expect(configurationFrom(port).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
  const host = { PLEDGELINE_METRICS_HOST: '0.0.0.0' };
  expect(configurationFrom({ ...port, ...host }).metrics).toEqual({ host: '0.0.0.0', port: 9464 });
  expect(configurationFrom(host).metrics).toBeNull();
});

it('a fixed time is kept in UTC', () => {
  const { fixedTime } = configurationFrom({ PLEDGELINE_FIXED_TIME: '2026-01-15T10:00:00+01:00' });
  expect(fixedTime).toBe('2026-01-15T09:00:00.000Z');
});

it('a line break in a setting does not make two lines', () => {
  expect(() => configurationFrom({ PORT: '30\n00' })).toThrow(/^PORT[^\n]*$/);
  expect(() => configurationFrom({ HOST: 'a\nb', PLEDGELINE_IDENTITY: 'local' })).toThrow(/^HOST[^\n]*$/);
});
