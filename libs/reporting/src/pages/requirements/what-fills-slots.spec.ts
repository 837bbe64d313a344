/** Accountability page, section 13: requirement slots lead to gaps or posts, and to the pledges that fill them, both ways. */
import { NO_TERMS, type Caller } from '@pledgeline/contracts';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../../testing/a-log.ts';
import { faultsOf } from '../../testing/as-described.ts';
import { announce, match, register } from '../../testing/a-pledge.ts';
import { publishGap, reserve } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import type { Slot } from '../../views/requirement-shelf.view.ts';
import { gapAndWhatFillsIt } from '../gaps/gaps-and-what-fills-them.ts';
import { pledgePage } from '../pledge/pledge-page.ts';
import { editionPage } from './requirement-set.schema.ts';
import { oneEdition } from './requirement-sets.ts';

afterEach(closeAll);

const set = 'uniformed-capability-requirements';
const [older, newest] = ['2025-06-01', '2026-01-01'] as const;
const slot = (name: string, capabilityCode: string, mission: string | null): Slot => ({
  slot: name,
  capabilityCode,
  mission,
  number: 3,
  priority: 'HIGH',
  note: null,
});
const publish = (log: Log, edition: string, slots: readonly Slot[]): void => {
  const data = { code: set, edition, title: 'Needs', source: 's', slots: [...slots] };
  log.add(set, 'RequirementSetPublished', data, { on: edition });
};

const world = (): Log => {
  const log = aLog();
  publish(log, older, [slot('battalion', 'INF-BN', null), slot('gone', 'INF-BN', 'MINUSCA')]);
  publish(log, newest, [
    slot('battalion', 'INF-BN', 'MINUSCA'),
    slot('named', 'INF-BN', 'MINUSCA'),
    slot('elsewhere', 'INF-BN', 'UNMISS'),
    slot('planners', 'PLANNERS', 'UNMISS'),
    slot('any planners', 'PLANNERS', null),
  ]);
  publishGap(log, 'implied');
  publishGap(log, 'explicit', { requirement: { set, slot: 'named' } });
  publishGap(log, 'hidden', { narrowed: true });
  announce(log, 'unit', { reference: 'ref-unit' });
  register(log, 'unit', '2026-01-20');
  reserve(log, 'implied', 'unit');
  match(log, 'implied', 'unit', '2026-01-25');
  announce(log, 'experts', {
    reference: 'ref-experts',
    memberState: 'NOR',
    category: 'EXPERTISE',
    capabilityCode: 'PLANNERS',
    quantity: { min: 3, max: 3, unit: 'planners', asStated: '3' },
    terms: { ...NO_TERMS, mission: 'unmiss' },
  });
  return log;
};

const slotsOf = async (caller: Caller) => {
  const page = await oneEdition(await contextOf(world().events, caller), set, newest, caller);
  expect(faultsOf(page, editionPage)).toEqual([]);
  return Object.fromEntries(page.slots.map((one) => [one.slot, one]));
};
const gapsOf = (one: { readonly gaps: readonly { readonly gapId: string }[] } | undefined) =>
  one?.gaps.map(({ gapId }) => gapId).sort();

it('a slot leads to the gaps that name it, or to those of its code and mission that name none', async () => {
  const slots = await slotsOf(desk);
  expect(gapsOf(slots.battalion)).toEqual([id('implied'), id('hidden')].sort());
  expect(gapsOf(slots.named)).toEqual([id('explicit'), id('implied'), id('hidden')].sort());
  expect(gapsOf(slots.elsewhere)).toEqual([]);
  expect(gapsOf(slots.planners)).toEqual([]);
});

it('and to the pledges that fill them, as far as the reader may know', async () => {
  const of = async (caller: Caller) =>
    (await slotsOf(caller)).battalion?.gaps.find(({ gapId }) => gapId === id('implied'));
  expect(await of(desk)).toMatchObject({ reserved: 1, filledBy: [{ reference: 'ref-unit' }] });
  expect(await of(focalPointOf('BGD'))).toMatchObject({ filledBy: [{ reference: 'ref-unit' }] });
  expect(await of(focalPointOf('RWA'))).toMatchObject({ reserved: 1, filledBy: [] });
  expect(await of(reader)).toMatchObject({ fill: null, reserved: null, left: null, filledBy: [] });
  expect(gapsOf((await slotsOf(reader)).battalion)).toEqual([id('implied')]);
});

it('a slot for experts leads to posts, and to who promised them', async () => {
  const experts = { reference: 'ref-experts', memberState: 'NOR', promised: 3, filled: 0, open: 3 };
  const slots = await slotsOf(reader);
  expect(slots.planners?.posts).toMatchObject([experts]);
  expect(slots['any planners']?.posts).toMatchObject([experts]);
  expect(slots.battalion?.posts).toEqual([]);
});

/** Gaps of one slot that asks for 3, and how many more than that they seek. */
const beyond: readonly (readonly [string, readonly (readonly [number, string])[], number, number])[] = [
  ['fewer than asked', [[2, 'unit']], 2, 0],
  [
    'as many as asked',
    [
      [1, 'unit'],
      [2, 'unit'],
    ],
    3,
    0,
  ],
  ['more in one gap', [[5, 'unit']], 5, 2],
  [
    'more in all',
    [
      [5, 'unit'],
      [2, 'unit'],
    ],
    7,
    4,
  ],
  [
    'persons beside units',
    [
      [850, 'persons'],
      [4, 'unit'],
    ],
    4,
    1,
  ],
  ['persons alone', [[850, 'persons']], 0, 0],
];

it.each(beyond)('a slot says what its gaps seek beyond it: %s', async (_, gaps, sought, surplus) => {
  const log = aLog();
  publish(log, newest, [slot('battalion', 'INF-BN', 'MINUSCA')]);
  for (const [at, [number, unit]] of gaps.entries())
    publishGap(log, `gap ${at}`, { number, unit, requirement: { set, slot: 'battalion' } });
  for (const caller of [desk, reader]) {
    const page = await oneEdition(await contextOf(log.events, caller), set, newest, caller);
    expect(page.slots).toMatchObject([{ number: 3, sought, surplus }]);
  }
});

it('what the public does not know of is not counted for it, nor is what is closed for anybody', async () => {
  const log = aLog();
  publish(log, newest, [slot('battalion', 'INF-BN', 'MINUSCA')]);
  publishGap(log, 'open', { number: 3 });
  publishGap(log, 'hidden', { number: 2, narrowed: true });
  publishGap(log, 'closed', { number: 9 });
  log.add(
    'closed',
    'GapClosed',
    { gapId: id('closed'), reason: 'Not needed any more' },
    { on: '2026-01-20' },
  );
  const of = async (caller: Caller) =>
    (await oneEdition(await contextOf(log.events, caller), set, newest, caller)).slots;
  expect(await of(reader)).toMatchObject([{ sought: 3, surplus: 0 }]);
  expect(await of(desk)).toMatchObject([{ sought: 5, surplus: 2 }]);
});

it('posts promised beyond a slot are marked too', async () => {
  const { planners } = await slotsOf(reader);
  expect(planners).toMatchObject({ number: 3, sought: 0, surplus: 0 });
  const log = world();
  announce(log, 'more experts', {
    reference: 'ref-more',
    memberState: 'SWE',
    category: 'EXPERTISE',
    capabilityCode: 'PLANNERS',
    quantity: { min: 2, max: 2, unit: 'planners', asStated: '2' },
    terms: { ...NO_TERMS, mission: 'UNMISS' },
  });
  const page = await oneEdition(await contextOf(log.events, reader), set, newest, reader);
  expect(page.slots.find((one) => one.slot === 'planners')).toMatchObject({ sought: 0, surplus: 2 });
});

const place = (name: string) => ({ set, edition: newest, slot: name });

it('a gap leads back to the slots of the newest edition', async () => {
  const context = await contextOf(world().events);
  const of = async (gap: string) => (await gapAndWhatFillsIt(context, id(gap), desk)).slots;
  expect(await of('implied')).toEqual([place('battalion'), place('named')]);
  expect(await of('explicit')).toEqual([place('named')]);
});

it('a pledge leads back to them by its gap or its posts; the public is not told its gap', async () => {
  const of = async (pledge: string, caller: Caller) =>
    (await pledgePage(await contextOf(world().events, caller), id(pledge), caller, '2026-02-01')).slots;
  expect(await of('unit', desk)).toEqual([place('battalion'), place('named')]);
  expect(await of('unit', reader)).toEqual([]);
  expect(await of('experts', reader)).toEqual([place('planners'), place('any planners')]);
});
