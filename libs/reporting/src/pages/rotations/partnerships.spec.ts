/** A pledge of several states is one row, found from each of them. */
import { pledgeHistory } from '../pledge/pledge-history.ts';
import { pledgePage } from '../pledge/pledge-page.ts';
import { pledgesMatching } from '../pledge/pledges-matching.ts';
import { progressReport } from '../../reports/progress/progress-report.ts';
import { rotations } from './rotations.ts';
import { aLog, desk, focalPointOf, id, reader } from '../../testing/a-log.ts';
import { announce, document } from '../../testing/a-pledge.ts';
import { agreeTurns, leave, together, triangular } from '../../testing/a-partnership.ts';
import { append, closeAll, openInMemory, contextOf } from '../../testing/read-models-of.ts';
import { partnerships } from '../../reports/partnerships.report.ts';
import { workQueue } from '../work-queue/work-queue.ts';
import { keptStreams } from '../../read-models/kept-streams.ts';

afterEach(closeAll);

const TODAY = '2026-03-03';
const turn = (state: string, from: string, to: string) => ({ state, from, to });

const hospital = () => {
  const log = aLog();
  together(log, 'hospital', 'JOINT_DEPLOYMENT', 'SRB');
  announce(log, 'other', { memberState: 'NOR' });
  document(log, 'hospital', 'NOTE_VERBALE', '2026-01-05');
  return log;
};

it('Norway and Serbia both show the hospital, the total counts one', async () => {
  const context = await contextOf(hospital().events);
  const of = async (memberState?: string) =>
    (await pledgesMatching(context, { memberState }, reader)).items.map(({ pledgeId }) => pledgeId);
  expect(await of('Serbia')).toEqual([id('hospital')]);
  expect((await of('NOR')).sort()).toEqual([id('hospital'), id('other')].sort());
  expect(await of('SWE')).toEqual([]);
  const { overall } = await progressReport(context, {}, `${TODAY}T12:00:00.000Z`);
  expect(overall.pledges).toBe(2);
});

it('a state that left does not show it any more', async () => {
  const log = hospital();
  leave(log, 'hospital', 'SRB', '2026-02-01');
  const context = await contextOf(log.events);
  expect((await pledgesMatching(context, { memberState: 'SRB' }, reader)).total).toBe(0);
  const { partnership } = await pledgePage(context, id('hospital'), reader, TODAY);
  expect(partnership).toMatchObject({
    lead: 'NOR',
    partners: [],
    former: [{ state: 'SRB' }],
    partnerMissing: true,
  });
});

it('a partner reads what is between the states concerned and the Secretariat', async () => {
  const { events } = hospital();
  const context = await contextOf(events);
  const { store } = await openInMemory();
  await append(store, events);
  const reads = async (state: string) => {
    const caller = focalPointOf(state);
    const { items } = await pledgeHistory(
      keptStreams(store),
      id('hospital'),
      {},
      caller,
      '2026-11-23T09:00:00.000Z',
    );
    const page = await pledgePage(context, id('hospital'), caller, TODAY);
    return [page.internal !== null, items.some(({ type }) => type === 'DocumentationReceived')];
  };
  expect([await reads('NOR'), await reads('SRB'), await reads('SWE')]).toEqual([
    [true, true],
    [true, true],
    [false, false],
  ]);
});

it('the lead is asked when a partner left', async () => {
  const log = hospital();
  leave(log, 'hospital', 'SRB', '2026-02-01');
  const asked = { kind: 'PARTNER_MISSING' };
  const { items } = await workQueue(await contextOf(log.events), asked, focalPointOf('NOR'), TODAY);
  expect(items).toMatchObject([
    {
      waitsFor: ['MS', 'DESK'],
      since: '2026-02-01',
      next: [{ command: 'InvitePartner' }, { command: 'DeclarePartnership' }],
    },
  ]);
  expect(items[0]?.todo).toContain('20 per cent');
});

describe('a triangular partnership', () => {
  const courses = (parts: Parameters<typeof triangular>[2]) => {
    const log = aLog();
    triangular(log, 'courses', parts);
    return contextOf(log.events);
  };
  const TWO = { FUNDER: 'NOR', HOST: 'KEN' };
  const THREE = { ...TWO, TRAINER: 'BRA' };
  const tasks = async (parts: typeof TWO) =>
    (await workQueue(await courses(parts), { kind: 'PART_MISSING' }, focalPointOf('NOR'), TODAY)).items;
  const reported = async (parts: typeof TWO) => {
    const [all] = await partnerships.make(await courses(parts), {});
    return Object.fromEntries(all?.figures.map(({ figure, value }) => [figure, value]) ?? []);
  };

  it('that lacks a contributor is incomplete, on its page and in what is still to be asked', async () => {
    const page = await pledgePage(await courses(TWO), id('courses'), reader, TODAY);
    expect(page.partnership?.missingParts).toEqual(['TRAINER']);
    expect(page.missing).toContain('WHO');
    expect(page.toAsk).toContainEqual({
      part: 'WHO',
      ask: 'Say who is the trainer of the triangular partnership.',
    });
    const unsaid = await pledgesMatching(await courses(TWO), { missing: 'WHO' }, reader);
    expect(unsaid.items.map(({ pledgeId }) => pledgeId)).toEqual([id('courses')]);
  });

  it('that lacks a contributor is a task of its lead, and a figure of the report', async () => {
    expect(await tasks(TWO)).toMatchObject([
      {
        waitsFor: ['MS', 'DESK'],
        states: ['NOR'],
        next: [
          { command: 'InvitePartner' },
          { command: 'JoinPartnership' },
          { command: 'DeclarePartnership' },
        ],
      },
    ]);
    expect(await reported(TWO)).toMatchObject({ pledges: 1, incomplete: 1 });
  });

  it('is complete with three contributors, and counted once', async () => {
    const page = await pledgePage(await courses(THREE), id('courses'), reader, TODAY);
    expect(page.partnership?.missingParts).toEqual([]);
    expect(page.missing).not.toContain('WHO');
    expect(await tasks(THREE)).toEqual([]);
    expect(await reported(THREE)).toMatchObject({ pledges: 1, states: 3, incomplete: 0 });
  });
});

describe('a hole between two turns', () => {
  const rotation = async () => {
    const log = aLog();
    together(log, 'aircraft', 'ROTATION', 'PRT', 'DNK');
    agreeTurns(log, 'aircraft', [
      turn('NOR', '2026-01-01', '2026-05-31'),
      turn('PRT', '2026-07-01', '2027-12-31'),
    ]);
    return contextOf(log.events);
  };
  const tasks = async (today: string) =>
    (await workQueue(await rotation(), { kind: 'TURN_MISSING' }, desk, today)).items;

  it('is listed with the day of its warning', async () => {
    const { items } = await rotations(await rotation(), { memberState: 'Denmark' });
    expect(items).toMatchObject([
      {
        leadName: 'Norway',
        states: ['NOR', 'PRT', 'DNK'],
        inPlace: 'NOR',
        holes: [
          { from: '2026-06-01', to: '2026-06-30', warnFrom: '2026-03-03' },
          { from: '2028-01-01', to: null },
        ],
      },
    ]);
    expect((await rotations(await rotation(), { memberState: 'SWE' })).items).toEqual([]);
  });

  it('is a task for the lead, the next in turn, FGS and the desk from 90 days ahead to its end', async () => {
    expect(await tasks('2026-03-02')).toEqual([]);
    expect(await tasks('2026-03-03')).toMatchObject([
      { waitsFor: ['MS', 'DESK', 'FGS', 'PARTNER'], since: '2026-03-03', due: '2026-06-01', overdue: false },
    ]);
    expect(await tasks('2026-06-30')).toMatchObject([{ overdue: true }]);
    expect(await tasks('2026-07-01')).toEqual([]);
  });

  it('is what the pledge is due for', async () => {
    const page = await pledgePage(await rotation(), id('aircraft'), reader, TODAY);
    expect(page.dueOn).toBe('2026-06-01');
  });
});
