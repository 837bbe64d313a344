/** The delivery that follows the log, over this log: each group reads it through subscriptions from its own checkpoint. */
import type { Skips } from '@pledgeline/event-sourcing';
import { ATTEMPTS, deliveryContract } from '@pledgeline/event-sourcing/testing';
import { sqliteCheckpoints } from '../sqlite/sqlite-checkpoints.ts';
import { sqliteDelivery } from '../sqlite/sqlite-delivery.ts';
import { kurrentdbEventStore } from './kurrentdb-event-store.ts';
import { TEST_SERVER, testServer } from './testing/test-server.ts';
import type { TestServer } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.stop());

deliveryContract(`following kurrentdb on ${TEST_SERVER}`, () => {
  const store = kurrentdbEventStore({ url: server.url, categories: ['counter'] });
  const checkpoints = sqliteCheckpoints({ path: ':memory:' });
  const begin = (skips?: Skips) =>
    sqliteDelivery({
      ...(skips !== undefined && { skips }),
      askEveryMs: 1,
      store,
      checkpoints: () => checkpoints,
      attempts: ATTEMPTS,
      firstDelayMs: 1,
      maxDelayMs: 2,
    });
  return Promise.resolve({
    store,
    begin,
    async close() {
      await checkpoints.close();
      await store.close();
    },
  });
});
