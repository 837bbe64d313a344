import type { Caller } from '@pledgeline/contracts';
import { gapAndWhatFillsIt, gapsAndWhatFillsThem } from './gaps-and-what-fills-them.ts';
import { aLog, desk, focalPointOf, id } from '../../testing/a-log.ts';
import { announce, match, register } from '../../testing/a-pledge.ts';
import { publishGap, reserve } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';

afterEach(closeAll);

const board = (caller?: Caller) => {
  const log = aLog();
  publishGap(log, 'half', { number: 2, neededBy: '2026-12-01' });
  publishGap(log, 'empty', { mission: 'UNMISS', capabilityCode: 'HOSP-L2' });
  announce(log, 'one', { reference: 'ref-one' });
  register(log, 'one', '2026-01-20');
  reserve(log, 'half', 'one');
  match(log, 'half', 'one', '2026-01-25');
  return contextOf(log.events, caller);
};

it('a gap says how far it is filled, and by whom', async () => {
  expect(await gapAndWhatFillsIt(await board(), id('half'), desk)).toMatchObject({
    gapId: id('half'),
    mission: 'MINUSCA',
    number: 2,
    reserved: 1,
    left: 1,
    fill: 'PARTLY_FILLED',
    neededBy: '2026-12-01',
    filledBy: [
      {
        pledgeId: id('one'),
        reference: 'ref-one',
        memberState: 'BGD',
        memberStateName: 'Bangladesh',
        status: 'MATCHED',
        level: 'L1',
        quantity: 1,
      },
    ],
    revision: 1,
  });
});

it('a reservation whose pledge the register does not have yet is shown without it', async () => {
  const log = aLog();
  publishGap(log, 'gap');
  reserve(log, 'gap', 'late');
  const { filledBy } = await gapAndWhatFillsIt(await contextOf(log.events), id('gap'), desk);
  expect(filledBy).toMatchObject([{ pledgeId: id('late'), reference: null, status: null }]);
});

it.each([
  [{}, ['half', 'empty']],
  [{ mission: 'UNMISS' }, ['empty']],
  [{ capabilityCode: 'INF-BN' }, ['half']],
  [{ fill: 'OPEN' }, ['empty']],
  [{ fill: 'FILLED' }, []],
])('%j finds %j', async (filters, expected) => {
  const { items, total } = await gapsAndWhatFillsThem(await board(), filters, desk);
  expect(items.map(({ gapId }) => gapId).sort()).toEqual(expected.map(id).sort());
  expect(total).toBe(expected.length);
});

it('other states see how much is held, not for whom', async () => {
  const asked = async (caller: Caller) => gapAndWhatFillsIt(await board(caller), id('half'), caller);
  expect(await asked(focalPointOf('RWA'))).toMatchObject({
    reserved: 1,
    filledBy: [],
  });
  expect((await asked(focalPointOf('BGD'))).filledBy).toHaveLength(1);
});

it('a gap nobody published is not found', async () => {
  await expect(gapAndWhatFillsIt(await board(), id('none'), desk)).rejects.toMatchObject({
    code: 'GAP_NOT_FOUND',
  });
});
