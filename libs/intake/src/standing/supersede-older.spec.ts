/** What updates an older promise stands in its place, in whatever order it is told. Accountability page, section 3. */
import fc from 'fast-check';
import { ANNOUNCEMENT_DEFAULTS, commandFor, ORDINARY_ENTRY, streamName } from '@pledgeline/contracts';
import type { CommandContext, DataOf } from '@pledgeline/contracts';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { metaFor, recorded } from '@pledgeline/event-sourcing/testing';
import { pledgeCommands } from '@pledgeline/pledge';
import type { CommandOf, PledgeCommand } from '@pledgeline/pledge';
import { ideaCommands } from '../ideas/idea-commands.ts';
import { policies } from '../policies.ts';
import { by, id } from '../testing/a-request.ts';
import { wholeLog } from '../testing/log-and-views.ts';
import { supersedeOlder } from './supersede-older.policy.ts';

const NOW = '2026-11-29T09:00:00.000Z';
const [first, second, third, fourth] = [id(11), id(12), id(13), id(14)];

type Said = Partial<CommandOf<'AnnouncePledge'>['data']> & { readonly on?: string | null };

const standingOf = (renews: string | null): DataOf<'PledgeAnnounced'>['standing'] =>
  renews === null ? 'NEW' : 'UPDATED';

const start = () => {
  const store = sqliteEventStore({ path: ':memory:', clock: () => NOW });
  const pledges = pledgeCommands(store);
  const refused: object[] = [];
  const warn = (fields: object) => void refused.push(fields);
  const log = { info: () => undefined, warn, error: () => undefined };
  const handle = policies(pledges, ideaCommands(store), () => NOW, log);
  const context = (n: string): CommandContext => ({ ...by(1).commandContext, commandId: n, now: NOW });
  let acts = 0;
  const act = (pledgeId: string, type: PledgeCommand['type'], data: object, on = '2022-01-10') =>
    pledges(streamName('pledge', pledgeId), {
      type,
      data: { pledgeId, ...data },
      meta: metaFor({ role: 'SFGC', commandId: id(8000 + (acts += 1)), now: NOW, occurredOn: on }),
    } as PledgeCommand);
  return {
    act,
    refused,
    handle,
    load: async (pledgeId: string) => (await pledges.load(streamName('pledge', pledgeId))).state,
    announce: (pledgeId: string, renews: string | null, { on = '2019-03-29', ...more }: Said = {}) =>
      pledges(
        streamName('pledge', pledgeId),
        commandFor(
          context(pledgeId),
          'AnnouncePledge',
          {
            pledgeId,
            reference: `none/POL/INF-BN-${pledgeId.slice(-5)}`,
            conference: null,
            memberState: 'POL',
            memberStateAsStated: 'Poland',
            category: 'UNIT',
            capabilityCode: 'INF-BN',
            quantity: { min: 1, max: 1, unit: 'battalion', asStated: '1' },
            description: `A battalion, ${pledgeId}`,
            timeframe: null,
            partners: [],
            source: 'Statement',
            duplicateChecked: false,
            like: null,
            shareAimedAt: null,
            ...ORDINARY_ENTRY,
            ...ANNOUNCEMENT_DEFAULTS,
            renews,
            standing: standingOf(renews),
            ...more,
          },
          on,
        ),
      ),
    events: () => wholeLog(store),
    settle: async () => handle(await wholeLog(store)),
    superseded: async () => {
      const written = (await wholeLog(store)).filter(({ type }) => type === 'PledgeSuperseded');
      return written.map(({ data }) => data);
    },
  };
};

const in2021 = { on: '2021-12-07', conference: '2021-seoul' };
const in2023 = { on: '2023-12-05', conference: '2023-accra' };

it('Poland updates one battalion of 2019 by two of 2021: the newer stands in its place', async () => {
  const { announce, load, settle } = start();
  await announce(first, null);
  await announce(second, first, in2021);
  await settle();
  expect(await load(first)).toMatchObject({
    status: 'SUPERSEDED',
    supersededBy: second,
    reachedOn: { ANNOUNCED: '2019-03-29', SUPERSEDED: '2021-12-07' },
  });
  expect(await load(second)).toMatchObject({ status: 'ANNOUNCED', supersededBy: null });
});

it('a redelivery adds nothing', async () => {
  const { announce, events, settle } = start();
  await announce(first, null);
  await announce(second, first, in2021);
  await settle();
  const written = await events();
  await settle();
  expect(await events()).toEqual(written);
});

it('what renews, or names no other, leaves the older as it was', async () => {
  const { announce, superseded, settle } = start();
  await announce(first, null);
  await announce(second, first, { ...in2021, standing: 'RENEWED' });
  await announce(third, null, { ...in2023, standing: 'UPDATED' });
  await settle();
  expect(await superseded()).toEqual([]);
});

it('an update of an update stands in the place of that one', async () => {
  const { announce, superseded, settle } = start();
  await announce(first, null);
  await announce(second, first, in2021);
  await announce(third, second, in2023);
  await settle();
  expect(await superseded()).toEqual(
    expect.arrayContaining([
      { pledgeId: first, newerPledgeId: second, endedMatches: [] },
      { pledgeId: second, newerPledgeId: third, endedMatches: [] },
    ]),
  );
});

it('a later update of what was updated stands in the place of the newest', async () => {
  const { announce, load, settle } = start();
  await announce(first, null);
  await announce(second, first, in2021);
  await settle();
  await announce(third, first, in2023);
  await settle();
  expect(await load(second)).toMatchObject({ status: 'SUPERSEDED', supersededBy: third });
  expect(await load(first)).toMatchObject({ supersededBy: second });
  expect(await load(third)).toMatchObject({ status: 'ANNOUNCED' });
});

it('two updates of one meeting stand beside each other', async () => {
  const { announce, load, settle } = start();
  await announce(first, null);
  await announce(second, first, in2021);
  await settle();
  await announce(third, first, { ...in2021, on: '2021-12-08', capabilityCode: 'FPU' });
  await settle();
  expect([(await load(second)).status, (await load(third)).status]).toEqual(['ANNOUNCED', 'ANNOUNCED']);
});

it('a pledge that moved on keeps its status, and the refusal is told', async () => {
  const { act, announce, load, refused, settle } = start();
  await announce(first, null);
  await announce(second, first, in2021);
  await act(first, 'AcknowledgePledge', { acknowledgementReference: 'A' });
  await act(first, 'DeclineRegistration', { reason: 'OUT_OF_SCOPE', text: 'No unit' });
  await settle();
  expect(await load(first)).toMatchObject({ status: 'DECLINED', supersededBy: null });
  expect(refused).toMatchObject([{ command: 'SupersedePledge', code: 'WRONG_ORDER' }]);
});

it('an update without a day counts from the day it was recorded', async () => {
  const { announce, load, settle } = start();
  await announce(first, null);
  await announce(second, first, { on: null });
  await settle();
  expect(await load(first)).toMatchObject({ status: 'SUPERSEDED', reachedOn: { SUPERSEDED: null } });
});

it('of a line of updates, whatever they name and in whatever order they are handled, the newest stands', async () => {
  const ids = [first, second, third, fourth];
  const days = ['2019-03-29', '2021-12-07', '2023-12-05', '2025-05-13'];
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(fc.nat(0), fc.nat(1), fc.nat(2)),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      fc.nat(3),
      async (named, order, again) => {
        const { announce, events, handle, load, settle } = start();
        for (const [n, pledgeId] of ids.entries()) {
          await announce(pledgeId, n === 0 ? null : (ids[named[n - 1] ?? 0] ?? first), {
            on: days[n] ?? null,
          });
        }
        const told = await events();
        for (const n of order) await handle(told.slice(n, n + 1));
        await handle(told.slice(again));
        await settle();
        const statuses = await Promise.all(ids.map(async (pledgeId) => (await load(pledgeId)).status));
        expect(statuses).toEqual(['SUPERSEDED', 'SUPERSEDED', 'SUPERSEDED', 'ANNOUNCED']);
      },
    ),
    { numRuns: 60 },
  );
});

it.each([
  ['an announcement that becomes an update', 'PledgeAnnounced', ['standing', 'renews'], 1],
  ['one that names another pledge', 'PledgeAnnounced', ['renews'], 1],
  ['one with other words', 'PledgeAnnounced', ['description'], 0],
  ['another event', 'PledgeRegistered', ['standing'], 0],
])('a correction is looked at: %s', (_what, correctedType, fields, reactions) => {
  const data = {
    pledgeId: second,
    correctedType,
    changes: fields.map((field) => ({ field, old: null, new: null })),
  };
  const event = recorded({ type: 'EventCorrected', data }, 1);
  expect(supersedeOlder.react(event)).toHaveLength(reactions);
});
