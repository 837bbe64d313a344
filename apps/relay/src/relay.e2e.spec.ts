/** The relay's process at the edges of its life: what it needs, what it says it uses, and that it waits for what is away. */
import type { Launched } from '@pledgeline/runtime/testing';
import { launchService } from './testing/launch-service.ts';

let launched: Launched | undefined;
afterEach(() => launched?.kill('SIGKILL'));

/** Nobody listens on these. */
const away = {
  KURRENTDB_URL: 'kurrentdb://user:secret-word@127.0.0.1:1?tls=false',
  KAFKA_BROKERS: '127.0.0.1:1',
  KAFKA_SASL_MECHANISM: 'scram-sha-256',
  KAFKA_USERNAME: 'pledgeline',
  KAFKA_PASSWORD: 'secret-word',
};

it.each([
  ['nothing', {}, 'KURRENTDB_URL'],
  ['no store', { KAFKA_BROKERS: '127.0.0.1:1' }, 'KURRENTDB_URL'],
  ['no broker', { KURRENTDB_URL: 'kurrentdb://127.0.0.1:1' }, 'KAFKA_BROKERS'],
  ['no connection string', { KURRENTDB_URL: 'http://secret', KAFKA_BROKERS: '127.0.0.1:1' }, 'KURRENTDB_URL'],
])('set to %s it ends with one line', async (_, env, naming) => {
  launched = launchService('relay', env);
  const { code, stderr } = await launched.ended;
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).toContain(naming);
  expect(stderr).not.toContain('secret');
  expect(code).toBe(1);
});

it('it says what it uses, without secrets, waits for what is away, and ends in order', async () => {
  launched = launchService('relay', away);
  const url = await launched.url;
  expect(launched.lines.find(({ msg }) => msg === 'serving')).toMatchObject({
    store: 'kurrentdb',
    kurrentdb: '127.0.0.1:1',
    brokers: ['127.0.0.1:1'],
    topics: [
      'pledgeline.events.internal.v1',
      'pledgeline.events.member-states.v1',
      'pledgeline.events.public.v1',
    ],
  });
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  const ready = await fetch(`${url}/health/ready`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ code: 'NOT_READY' });
  expect(await launched.kill()).toEqual({ code: 0, stderr: '' });
  expect(JSON.stringify(launched.lines)).not.toContain('secret');
});
