import type { RecordedEvent } from './event.ts';
import type { RelayStatus } from './relay.ts';
import { relayDistance } from './relay-distance.ts';
import { recorded } from './testing/spec-for.ts';

const events: readonly RecordedEvent[] = ['10:00:00', '10:00:05', '10:01:00'].map((time, n) => ({
  ...recorded({ type: 'Counted', data: {} }, n),
  position: String(n),
  recordedAt: `2026-03-01T${time}.000Z`,
}));
const store = {
  readAll: ({ after, limit }: { readonly after?: string | undefined; readonly limit?: number } = {}) => {
    const next = after === undefined ? 0 : Number(after) + 1;
    return Promise.resolve(events.slice(next, next + (limit ?? events.length)));
  },
};
const status = (state: RelayStatus['state'], position: string | null): RelayStatus => ({
  state,
  position,
  published: 0,
  failure: null,
});
const distance = (state: RelayStatus['state'], position: string | null, now = '2026-03-01T10:02:00.500Z') =>
  relayDistance(store, status(state, position), () => now);

it.each([
  ['leads and has published nothing', 'leading', null, 120.5],
  ['leads and has published the first', 'leading', '0', 115.5],
  ['leads and has published all', 'leading', '2', 0],
  ['fails after the second', 'retrying', '1', 60.5],
  ['fails after the last', 'retrying', '2', 0],
  ['failed before it ever led', 'retrying', null, null],
  ['stands by', 'standby', '0', null],
  ['has not led yet', 'standby', null, null],
  ['is closed', 'closed', '0', null],
] as const)('of a relay that %s', async (_, state, position, seconds) => {
  expect(await distance(state, position)).toBe(seconds);
});

it('is never negative, where the clock of the store is ahead', async () => {
  expect(await distance('leading', '1', '2026-03-01T10:00:30.000Z')).toBe(0);
});
