/** Accountability page, section 13: an offer names a pledge of its own state that exists. */
import type { CommandContext } from '@pledgeline/contracts';
import { pledgeCommands } from '@pledgeline/pledge';
import { act, id, registerUnit } from '../testing/a-unit.ts';
import { request } from '../testing/a-world.ts';
import { openLog } from '../testing/log-and-views.ts';
import { mustBeOwnPromise, mustStillStand } from './promise-of-offer.ts';

const NOW = '2026-11-29T09:00:00.000Z';
const [standing, withdrawn, unknown] = [id(11), id(12), id(13)] as const;

const pledges = async () => {
  const send = pledgeCommands(openLog(NOW));
  for (const pledgeId of [standing, withdrawn]) await registerUnit(send, pledgeId);
  const withdrawal = { pledgeId: withdrawn, reason: 'Elsewhere', source: null };
  await act(send, 'WithdrawPledge', withdrawal, { role: 'MS', onBehalfOf: 'KOR', on: '2025-02-01' });
  return send;
};

const at = (now: string): CommandContext => request(1, { now });
const korea = { memberState: 'KOR', body: null };
const codeOf = (attempt: Promise<void>): Promise<string> =>
  attempt.then(
    () => 'taken',
    (error: unknown) => (error as { code: string }).code,
  );

it.each([
  ['its own pledge', { ...korea, pledgeId: standing }, 'taken'],
  ['none', { ...korea, pledgeId: null }, 'taken'],
  ["another state's", { ...korea, memberState: 'AUS', pledgeId: standing }, 'STATE_DIFFERS'],
  [
    "another state's that was withdrawn",
    { ...korea, memberState: 'AUS', pledgeId: withdrawn },
    'STATE_DIFFERS',
  ],
  ['one that was withdrawn', { ...korea, pledgeId: withdrawn }, 'PLEDGE_ENDED'],
  ['one that nobody made', { ...korea, pledgeId: unknown }, 'UNKNOWN_PLEDGE'],
  [
    'a body that has no part in it',
    { memberState: null, body: 'UNITAR', pledgeId: standing },
    'BODY_HAS_NO_PART',
  ],
])('an offer names %s', async (_, offer, expected) => {
  expect(await codeOf(mustBeOwnPromise(await pledges(), at(NOW), offer))).toBe(expected);
  expect(await codeOf(mustBeOwnPromise(await pledges(), at('2026-10-31T09:00:00.000Z'), offer))).toBe(
    'taken',
  );
});

it('a refusal names the field and how the pledge stands', async () => {
  const attempt = mustBeOwnPromise(await pledges(), at(NOW), { ...korea, pledgeId: withdrawn });
  await expect(attempt).rejects.toMatchObject({ details: { field: 'pledgeId', status: 'WITHDRAWN' } });
});

it.each([
  [standing, 'taken'],
  [withdrawn, 'PLEDGE_ENDED'],
  [null, 'taken'],
])('an offer of %s is chosen while its pledge stands', async (pledgeId, expected) => {
  expect(await codeOf(mustStillStand(await pledges(), at(NOW), pledgeId))).toBe(expected);
});
