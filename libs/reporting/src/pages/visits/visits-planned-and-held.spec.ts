import { aLog, focalPointOf, id, reader } from '../../testing/a-log.ts';
import { conductVisit, recordOutcome, scheduleVisit } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { visitPlannedOrHeld, visitsPlannedAndHeld } from './visits-planned-and-held.ts';

afterEach(closeAll);

const diary = () => {
  const log = aLog();
  scheduleVisit(log, 'first', ['one', 'two']);
  scheduleVisit(log, 'second', ['two', 'three']);
  scheduleVisit(log, 'third', ['four'], { memberState: 'RWA', purpose: 'RDL' });
  return log;
};

it('a unit in two open visits is flagged at both, until one of them has its outcome', async () => {
  const log = diary();
  const before = await contextOf(log.events);
  expect((await visitPlannedOrHeld(before, id('first'))).conflictsWith).toEqual([id('second')]);
  expect((await visitPlannedOrHeld(before, id('second'))).conflictsWith).toEqual([id('first')]);
  expect((await visitPlannedOrHeld(before, id('third'))).conflictsWith).toEqual([]);
  conductVisit(log, 'first');
  recordOutcome(log, 'first', ['two']);
  const after = await contextOf(log.events);
  expect((await visitPlannedOrHeld(after, id('second'))).conflictsWith).toEqual([]);
});

it('a visit says what it found, and for whom nothing is recorded yet', async () => {
  const log = diary();
  conductVisit(log, 'first');
  recordOutcome(log, 'first', ['one']);
  expect(await visitPlannedOrHeld(await contextOf(log.events), id('first'))).toMatchObject({
    state: 'CONDUCTED',
    conducted: { from: '2026-03-02', to: '2026-03-04' },
    outcomes: [{ pledgeId: id('one'), outcome: 'SUCCESSFUL' }],
    unitsWithoutOutcome: [id('two')],
    revision: 2,
  });
});

it.each([
  [{}, 3],
  [{ memberState: 'Rwanda' }, 1],
  [{ purpose: 'AAV' }, 2],
  [{ state: 'RECORDED' }, 0],
])('%j finds %i', async (filters, expected) => {
  const { total } = await visitsPlannedAndHeld(await contextOf(diary().events), filters);
  expect(total).toBe(expected);
});

it('a state reads its own visits, the public none', async () => {
  const { events } = diary();
  const rwanda = await contextOf(events, focalPointOf('RWA'));
  expect((await visitsPlannedAndHeld(rwanda, {})).total).toBe(1);
  expect((await visitsPlannedAndHeld(rwanda, { memberState: 'BGD' })).total).toBe(0);
  await expect(visitPlannedOrHeld(rwanda, id('first'))).rejects.toMatchObject({ code: 'VISIT_NOT_FOUND' });
  expect((await visitsPlannedAndHeld(await contextOf(events, reader), {})).total).toBe(0);
});
