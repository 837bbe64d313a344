import { aLog, focalPointOf, id, reader, desk } from '../../testing/a-log.ts';
import { announce } from '../../testing/a-pledge.ts';
import { faultsOf } from '../../testing/as-described.ts';
import { conductVisit, recordOutcome, scheduleVisit } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { visitPage } from './visit.schema.ts';
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
  expect((await visitPlannedOrHeld(before, id('first'), desk)).conflictsWith).toEqual([id('second')]);
  expect((await visitPlannedOrHeld(before, id('second'), desk)).conflictsWith).toEqual([id('first')]);
  expect((await visitPlannedOrHeld(before, id('third'), desk)).conflictsWith).toEqual([]);
  conductVisit(log, 'first');
  recordOutcome(log, 'first', ['two']);
  const after = await contextOf(log.events);
  expect((await visitPlannedOrHeld(after, id('second'), desk)).conflictsWith).toEqual([]);
});

it('a visit says what it found, and for whom nothing is recorded yet', async () => {
  const log = diary();
  conductVisit(log, 'first');
  recordOutcome(log, 'first', ['one']);
  expect(await visitPlannedOrHeld(await contextOf(log.events), id('first'), desk)).toMatchObject({
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

/** All are planned for 1 to 5 March; the first was then held from 2 to 4 March, which counts. */
it.each([
  [{ from: '2026-03-01' }, ['first', 'second', 'third']],
  [{ to: '2026-01-01' }, []],
  [{ from: '2026-03-05' }, ['second', 'third']],
  [{ from: '2026-03-06' }, []],
  [{ from: '2026-03-02', to: '2026-03-02' }, ['first', 'second', 'third']],
  [{ to: '2026-03-01' }, ['second', 'third']],
  [{ from: '2026-03-03', to: '2026-03-03', purpose: 'RDL' }, ['third']],
])('%j finds those with a day of theirs in it: %j', async (filters, expected) => {
  const log = diary();
  conductVisit(log, 'first');
  const { items, total } = await visitsPlannedAndHeld(await contextOf(log.events), filters);
  expect(items.map(({ visitId }) => visitId).sort()).toEqual(expected.map(id).sort());
  expect(total).toBe(expected.length);
});

it('names its units by their references, where the reader finds the pledge', async () => {
  const log = diary();
  announce(log, 'one', { reference: 'none/BGD/one' });
  const visit = await visitPlannedOrHeld(
    await contextOf(log.events, focalPointOf('BGD')),
    id('first'),
    focalPointOf('BGD'),
  );
  expect(visit.unitsNamed).toEqual([
    { pledgeId: id('one'), reference: 'none/BGD/one' },
    { pledgeId: id('two'), reference: null },
  ]);
  expect(faultsOf(visit, visitPage)).toEqual([]);
});

it('a state reads its own visits, the public none', async () => {
  const { events } = diary();
  const rwanda = await contextOf(events, focalPointOf('RWA'));
  expect((await visitsPlannedAndHeld(rwanda, {})).total).toBe(1);
  expect((await visitsPlannedAndHeld(rwanda, { memberState: 'BGD' })).total).toBe(0);
  await expect(visitPlannedOrHeld(rwanda, id('first'), focalPointOf('RWA'))).rejects.toMatchObject({
    code: 'VISIT_NOT_FOUND',
  });
  expect((await visitsPlannedAndHeld(await contextOf(events, reader), {})).total).toBe(0);
});
