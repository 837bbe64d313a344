/** Which drivers a process loads, and how a service fares whose store and broker were never there. */
import { join } from 'node:path';
import { asker, offer, poster } from './testing/ask.ts';
import { launchStandalone } from './testing/launch-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** Runs in the process before anything else: names on stderr each file of a driver that is loaded. */
const witness = `
  import { registerHooks } from 'node:module';
  import { writeSync } from 'node:fs';
  registerHooks({
    load(url, context, next) {
      if (/node_modules\\/(kafkajs|@kurrent|@grpc)\\//.test(url)) writeSync(2, url + '\\n');
      return next(url, context);
    },
  });`;
const watched = {
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(witness)}`,
};
/** Nobody listens on these. */
const away = {
  KURRENTDB_URL: 'kurrentdb://user:secret-word@127.0.0.1:1?tls=false',
  KAFKA_BROKERS: '127.0.0.1:1',
};

it('the default loads no driver of KurrentDB or Kafka', async () => {
  const server = launchStandalone({ ...watched, PLEDGELINE_DATA: join(folder.path, 'default') });
  const ask = asker(await server.url);
  expect((await poster(ask)('/pledges', offer('On SQLite'))).status).toBe(201);
  expect(await server.kill()).toEqual({ code: 0, stderr: '' });
});

it('with store and broker away it starts, says that it is not ready, and refuses commands for now', async () => {
  const server = launchStandalone({ ...watched, ...away, PLEDGELINE_DATA: join(folder.path, 'away') });
  const ask = asker(await server.url);
  expect((await ask('/health/live')).status).toBe(200);
  const { status, body } = await ask('/health/ready');
  expect(status).toBe(503);
  expect(body).toMatchObject({ code: 'NOT_READY' });
  expect(body.because).toContainEqual(expect.stringContaining('the log'));
  const refused = await poster(ask)('/pledges', offer('Nowhere to keep it'));
  expect(refused).toMatchObject({ status: 503, body: { code: 'STORE_UNAVAILABLE' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask('/pledges')).status).toBe(200);
  const { code, stderr } = await server.kill();
  expect(code).toBe(0);
  // The witness sees drivers where there are some.
  expect(stderr).toContain('node_modules/kafkajs/');
  expect(stderr).toContain('node_modules/@kurrent/');
});
