/** The delivery that follows the log, over this log: each group reads it through subscriptions from its own checkpoint. */
import type { Skips } from '@pledgeline/event-sourcing';
import { ATTEMPTS, deliveryContract } from '@pledgeline/event-sourcing/testing';
import { sqliteCheckpoints } from '../sqlite/sqlite-checkpoints.ts';
import { sqliteDelivery } from '../sqlite/sqlite-delivery.ts';
import { kurrentdbEventStore } from './kurrentdb-event-store.ts';
import type { StandIn } from './testing/stand-in.ts';
import { startStandIn } from './testing/stand-in.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

deliveryContract('following kurrentdb on the protocol stand-in', () => {
  const store = kurrentdbEventStore({ url: standIn.url, categories: ['counter'] });
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
