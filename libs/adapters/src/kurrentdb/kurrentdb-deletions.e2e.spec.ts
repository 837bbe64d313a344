/** What an administrator deletes makes no other log of it, on the protocol stand-in: neither for streams nor for kept places. */
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { EventStore } from '@pledgeline/event-sourcing';
import { mustBeIn, mustReach, newId, placeAfter } from '@pledgeline/event-sourcing';
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

/** Each hides the second of three events, and a fourth is written after it in another stream. */
const HIDINGS: typeof DELETIONS = [
  ...DELETIONS,
  ['limited in number', () => client.setStreamMetadata('note-1', { maxCount: 1 })],
];

it.each(HIDINGS)('a place in a stream that was %s holds before and after a scavenge', async (_, hide) => {
  const events = await store.read('note-1');
  const { type, schemaVersion, data, metadata } = events[0]!;
  await store.append('note-2', 'no-stream', [{ id: newId(), type, schemaVersion, data, metadata }]);
  const place = placeAfter(events[1]!, events.slice(0, 2), null);
  await hide();
  expect((await store.at(place.position, events[1])).is).toBe('event');
  expect(await mustBeIn(store, place)).toEqual(place);
  await standIn.scavenge();
  expect(await store.at(place.position, events[1])).toEqual({ is: 'removed' });
  expect(await mustBeIn(store, place)).toEqual(place);
  // A position alone tells no stream.
  expect(await store.at(place.position)).toEqual({ is: 'others' });
});
