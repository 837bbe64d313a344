/** What an administrator deletes makes no other log of it, on the protocol stand-in: neither for streams nor for kept places. */
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { EventStore } from '@pledgeline/event-sourcing';
import { mustReach } from '@pledgeline/event-sourcing';
import { firstEvents } from '../testing/restored-log.contract.ts';
import { kurrentdbEventStore } from './kurrentdb-event-store.ts';
import type { StandIn } from './testing/stand-in.ts';
import { startStandIn } from './testing/stand-in.ts';

let standIn: StandIn;
let store: EventStore;
let client: KurrentDBClient;
beforeEach(async () => {
  standIn = await startStandIn();
  store = kurrentdbEventStore({ url: standIn.url, categories: ['note'] });
  client = KurrentDBClient.connectionString(standIn.url);
  await firstEvents(store);
});
afterEach(async () => {
  await client.dispose();
  await store.close();
  await standIn.stop();
});

/** Whatever it does to a stream of three events. */
const DELETIONS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['deleted', () => client.deleteStream('note-1')],
  ['deleted for good', () => client.tombstoneStream('note-1')],
  ['truncated', () => client.setStreamMetadata('note-1', { truncateBefore: 2 })],
];

it.each(DELETIONS)('a stream that was %s says nothing of how far it went', async (_, deletion) => {
  await deletion();
  for (const revision of [0, 2, 7]) await mustReach(store, 'note-1', revision);
});
