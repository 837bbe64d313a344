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
