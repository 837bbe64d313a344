import { caughtUpOnce, isFollowing } from './caught-up.ts';
import type { GroupStatus } from './delivery.ts';

const NAME = 'offers';
const status = (state: GroupStatus['state'], group = NAME): GroupStatus => ({
  group,
  state,
  position: null,
  failure: null,
});
const SOON = { forMs: 60, everyMs: 1 };

it.each(['starting', 'catching-up'] as const)('a group that is %s is waited for', async (state) => {
  let now: GroupStatus['state'] = state;
  const caughtUp = caughtUpOnce(() => [status(now)], NAME, SOON);
  let done = false;
  const waiting = caughtUp().then(() => (done = true));
  await Promise.resolve();
  expect(done).toBe(false);
  now = 'live';
  await waiting;
  expect(done).toBe(true);
});

it('for so long, and no longer: then whoever asked is sent away for a second', async () => {
  const caughtUp = caughtUpOnce(() => [status('catching-up')], NAME, SOON);
  await expect(caughtUp()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', retryAfterSeconds: 1 });
});

it('once caught up it is not waited for again', async () => {
  let now: GroupStatus['state'] = 'live';
  const caughtUp = caughtUpOnce(() => [status(now)], NAME, SOON);
  await caughtUp();
  now = 'catching-up';
  await expect(caughtUp()).resolves.toBeUndefined();
});

it.each(['retrying', 'stopped', 'closed'] as const)('a group that is %s is not waited for', async (state) => {
  await expect(caughtUpOnce(() => [status(state)], NAME, SOON)()).resolves.toBeUndefined();
});

it('other groups are not looked at', async () => {
  const caughtUp = caughtUpOnce(() => [status('starting', 'other'), status('live')], NAME, SOON);
  await expect(caughtUp()).resolves.toBeUndefined();
});

it.each<[GroupStatus['state'], lag: number | null | undefined, boolean]>([
  ['live', undefined, true],
  ['live', 12, true],
  ['catching-up', undefined, true],
  ['catching-up', 5000, false],
  ['catching-up', null, false],
  ['starting', undefined, false],
  ['retrying', undefined, false],
  ['retrying', 0, false],
  ['stopped', undefined, false],
  ['closed', undefined, false],
])('a group that is %s, with a lag of %s, gets on or does not', (state, lag, expected) => {
  const group = { ...status(state), ...(lag !== undefined && { lag }) };
  expect(isFollowing(() => [status('retrying', 'other'), group], NAME)).toBe(expected);
});

it('what nobody follows is taken to be whole', () =>
  expect(isFollowing(() => [status('retrying', 'other')], NAME)).toBe(true));
