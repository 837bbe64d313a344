/** The contract, on the protocol stand-in or, where KURRENTDB_URL is set, on a real server; the run says which. */
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { eventStoreContract } from '@pledgeline/event-sourcing/testing';
import { kurrentdbEventStore } from './kurrentdb-event-store.ts';
import type { StandIn } from './testing/stand-in.ts';
import { startStandIn } from './testing/stand-in.ts';

const real = process.env['KURRENTDB_URL'];
const on = real === undefined ? 'the protocol stand-in' : 'the real server of KURRENTDB_URL';
process.stdout.write(`KurrentDB contract: run on ${on}\n`);

let standIn: StandIn | undefined;
beforeAll(async () => {
  if (real === undefined) standIn = await startStandIn();
});
afterAll(() => standIn?.stop());

eventStoreContract(`kurrentdb on ${on}`, () => {
  // No fault is injected here: however long a busy machine takes, it is answered.
  const url = real ?? standIn!.url;
  const warnings: string[] = [];
  const open = () =>
    kurrentdbEventStore({
      url,
      categories: ['counter'],
      timeoutMs: 60_000,
      onWarning: (message) => warnings.push(message),
    });
  let store = open();
  return Promise.resolve({
    store,
    async reopen() {
      await store.close();
      return (store = open());
    },
    close: () => store.close(),
    beyond: (end) => end.replaceAll(/\d+/g, (place) => String(Number(place) + 1_000_000_000)),
    async hide(stream, below) {
      const administrator = KurrentDBClient.connectionString(url);
      await administrator.setStreamMetadata(stream, { truncateBefore: below });
      await administrator.dispose();
      return store;
    },
    async remove(stream, below) {
      const administrator = KurrentDBClient.connectionString(url);
      if (below === 'all') await administrator.deleteStream(stream);
      else await administrator.setStreamMetadata(stream, { truncateBefore: below });
      await administrator.dispose();
      // A server's scavenge leaves the newest part of its log as it is.
      await standIn?.scavenge();
      return { store, isGone: standIn !== undefined };
    },
    warnings: () => warnings,
  });
});
