/** Accountability page, section 13: the public reads what is sought, and nothing of what is held for it. */
import type { pledgeVisibleTo } from '../../views/register/pledge-visibility.ts';
import { missionAndItsPledges } from '../missions/missions-and-their-pledges.ts';
import { gapAndWhatFillsIt, gapsAndWhatFillsThem } from './gaps-and-what-fills-them.ts';
import { aLog, focalPointOf, id, reader, type Log } from '../../testing/a-log.ts';
import { announce, match, register } from '../../testing/a-pledge.ts';
import {
  closeGap,
  publishGap,
  publishGapForStates,
  release,
  reserve,
  reviseGap,
} from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf, openInMemory } from '../../testing/read-models-of.ts';

afterEach(closeAll);

const gapOf = async (log: Log, caller = reader) =>
  gapAndWhatFillsIt(await contextOf(log.events, caller), id('gap'), caller);

const held: readonly (readonly [string, (log: Log) => void])[] = [
  ['nothing', () => undefined],
  ['a half', (log) => void reserve(log, 'gap', 'one')],
  ['all', (log) => void reserve(log, 'gap', 'one', 2)],
  [
    'a half that was given back',
    (log) => {
      reserve(log, 'gap', 'one');
      release(log, 'gap', 'one');
    },
  ],
];

it.each(held)('with %s of it held, the public is told the same', async (_, hold) => {
  const log = aLog();
  publishGap(log, 'gap', { neededBy: '2026-12-01' });
  announce(log, 'one');
  register(log, 'one', '2026-01-20');
  hold(log);
  const { asOf: _a, knownAt: _k, recordedUpTo: _r, ...open } = await gapOf(log);
  expect(open).toEqual({
    gapId: id('gap'),
    mission: 'MINUSCA',
    capabilityCode: 'INF-BN',
    substitutes: [],
    number: 2,
    unit: 'unit',
    neededBy: '2026-12-01',
    priority: 'HIGH',
    requirement: null,
    isPublic: true,
    slots: [],
    state: 'OPEN',
    fill: null,
    reserved: null,
    left: null,
    closedFor: null,
    publishedOn: '2026-01-01',
    filledBy: [],
    revision: 0,
    commands: [],
    notNow: [],
  });
  reviseGap(log, 'gap');
  expect(await gapOf(log)).toMatchObject({ number: 4, priority: 'LOW', revision: 1 });
  closeGap(log, 'gap', 'Bangladesh fills it');
  expect(await gapOf(log)).toMatchObject({ state: 'CLOSED', closedFor: null, fill: null, revision: 2 });
});

it('the public may not ask by what it does not read; states may', async () => {
  const log = aLog();
  publishGap(log, 'gap');
  const ask = async (filters: object, caller = reader) =>
    (await gapsAndWhatFillsThem(await contextOf(log.events, caller), filters, caller)).total;
  await expect(ask({ fill: 'OPEN' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await ask({ fill: 'OPEN' }, focalPointOf('RWA'))).toBe(1);
  expect(await ask({ state: 'OPEN' })).toBe(1);
  expect(await ask({ state: 'CLOSED' })).toBe(0);
  expect(await ask({ mission: 'MINUSCA', capabilityCode: 'INF-BN' })).toBe(1);
});

it('what is narrowed to states, or was published before gaps were public, is in no answer', async () => {
  const log = aLog();
  publishGap(log, 'narrowed', { narrowed: true });
  publishGapForStates(log, 'older');
  publishGap(log, 'public');
  const listed = async (caller = reader) => {
    const page = await gapsAndWhatFillsThem(await contextOf(log.events, caller), {}, caller);
    return [page.total, page.items.map(({ isPublic }) => isPublic).sort()];
  };
  expect(await listed()).toEqual([1, [true]]);
  expect(await listed(focalPointOf('RWA'))).toEqual([3, [false, false, true]]);
  const context = await contextOf(log.events, reader);
  for (const gap of ['narrowed', 'older'])
    await expect(gapAndWhatFillsIt(context, id(gap), reader)).rejects.toMatchObject({
      code: 'GAP_NOT_FOUND',
    });
  const { gaps } = await missionAndItsPledges(context, 'MINUSCA', reader);
  expect(gaps.map(({ gapId }) => gapId)).toEqual([id('public')]);
});

it('an older one is public once it is revised, since that day, and not as of a day before', async () => {
  const log = aLog();
  publishGapForStates(log, 'gap');
  reserve(log, 'gap', 'one');
  Object.assign(reviseGap(log, 'gap').metadata, { occurredOn: '2026-02-01' });
  expect(await gapOf(log)).toMatchObject({ number: 4, publishedOn: '2026-02-01', revision: 0 });
  expect(await gapOf(log, focalPointOf('RWA'))).toMatchObject({ publishedOn: '2026-01-01', reserved: 1 });
  const { readModels, contexts } = await openInMemory();
  await readModels.handle(log.events);
  const asOf = (day: string) =>
    contexts.ask({ asOf: day }, reader, (context) => gapsAndWhatFillsThem(context, {}, reader));
  expect((await asOf('2026-01-31')).total).toBe(0);
});

it('by which pledge a gap is filled, the public reads on no page of a pledge either', async () => {
  const log = aLog();
  publishGap(log, 'gap');
  announce(log, 'one');
  register(log, 'one', '2026-01-20');
  reserve(log, 'gap', 'one');
  match(log, 'gap', 'one', '2026-01-25');
  const context = await contextOf(log.events, reader);
  const [found] = await context.views.find<{ readonly pledge: Parameters<typeof pledgeVisibleTo>[0] }>(
    'pledge-register',
  );
  expect(found?.row.pledge.matches).toEqual([]);
});
