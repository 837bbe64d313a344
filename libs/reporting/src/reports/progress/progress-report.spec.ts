/** The funnel and its steps. Long because all figures of the one report are told of the same few lives. */
import { DEFINITIONS } from './progress.data.ts';
import { progressReport } from './progress-report.ts';
import { aLog, type Log } from '../../testing/a-log.ts';
import { acknowledge, announce, register, withdraw } from '../../testing/a-pledge.ts';
import { registerConference, wholeLife } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';

afterEach(closeAll);

const NOW = '2026-08-01T12:00:00.000Z';

const report = async (tell: (log: Log) => void, filters: Parameters<typeof progressReport>[1] = {}) => {
  const log = aLog();
  tell(log);
  return progressReport(await contextOf(log.events), filters, NOW);
};
type Report = Awaited<ReturnType<typeof report>>;
const step = ({ medianDays }: Report['overall'] | Report['byState'][number], from: string, to: string) =>
  medianDays.find((figure) => figure.from === from && figure.to === to);

describe('how many', () => {
  const some = (log: Log) => {
    registerConference(log, '2021-seoul', { name: 'Seoul' });
    wholeLife(log, 'deployed', { conference: '2021-seoul', memberState: 'RWA' });
    announce(log, 'announced');
    announce(log, 'withdrawn', { capabilityCode: null, category: 'FINANCE' });
    acknowledge(log, 'withdrawn', '2026-01-02');
    withdraw(log, 'withdrawn', '2026-02-01');
  };

  it('ever reached each status, and are in it now', async () => {
    const { overall } = await report(some);
    expect(overall).toMatchObject({ pledges: 3, states: 2 });
    expect(overall.reached).toEqual({
      ANNOUNCED: 3,
      ACKNOWLEDGED: 2,
      REGISTERED: 1,
      MATCHED: 1,
      SELECTED: 1,
      SUPERSEDED: 0,
      MOU_SIGNED: 1,
      READY: 1,
      DEPLOYED: 1,
      REPATRIATED: 0,
      FULFILLED: 0,
      PARTIALLY_FULFILLED: 0,
      LAPSED: 0,
      WITHDRAWN: 1,
      DECLINED: 0,
    });
    expect(overall.current).toEqual({ ANNOUNCED: 1, DEPLOYED: 1, WITHDRAWN: 1 });
  });

  it('by track, conference, state and category', async () => {
    const { byTrack, byConference, byState, byCategory } = await report(some);
    const counts = (groups: Report['byState']) =>
      groups.map(({ code, name, pledges }) => [code, name, pledges]);
    expect(counts(byTrack).map(([code, , pledges]) => [code, pledges])).toEqual([
      ['CAPABILITY', 2],
      ['IMPLEMENTATION', 1],
    ]);
    expect(counts(byConference)).toEqual([
      ['2021-seoul', 'Seoul', 1],
      ['none', 'outside any conference', 2],
    ]);
    expect(counts(byState)).toEqual([
      ['BGD', 'Bangladesh', 2],
      ['RWA', 'Rwanda', 1],
    ]);
    expect(counts(byCategory)).toEqual([
      ['FINANCE', 'Finance', 1],
      ['UNIT', 'Units', 2],
    ]);
    expect(byState[1]?.reached.DEPLOYED).toBe(1);
  });

  it.each([
    [{ conference: '2021-seoul' }, 1],
    [{ conference: 'none' }, 2],
    [{ memberState: 'Bangladesh' }, 2],
    [{ category: 'FINANCE' }, 1],
    [{ category: 'TRAINING' }, 0],
  ])('that fit %j: %i', async (filters, expected) => {
    const { overall, filters: said } = await report(some, filters);
    expect(overall.pledges).toBe(expected);
    expect(said).toEqual(filters);
  });
});

describe('how long', () => {
  const lasting = (
    log: Log,
    pledge: string,
    acknowledgedOn: string,
    announcedOn: string | null = '2026-01-01',
  ) => {
    announce(log, pledge, {}, { on: announcedOn });
    acknowledge(log, pledge, acknowledgedOn);
  };

  it('is the median of the days between two first dates', async () => {
    const { overall } = await report((log) => {
      lasting(log, 'two days', '2026-01-03');
      lasting(log, 'ten days', '2026-01-11');
      lasting(log, 'a month', '2026-02-01');
    });
    expect(step(overall, 'ANNOUNCED', 'ACKNOWLEDGED')).toEqual({
      from: 'ANNOUNCED',
      to: 'ACKNOWLEDGED',
      value: 10,
      counted: 3,
      leftOut: 0,
    });
  });

  it('is the mean of the middle two of an even number', async () => {
    const { overall } = await report((log) => {
      lasting(log, 'two days', '2026-01-03');
      lasting(log, 'ten days', '2026-01-11');
    });
    expect(step(overall, 'ANNOUNCED', 'ACKNOWLEDGED')).toMatchObject({ value: 6, counted: 2 });
  });

  it('leaves out, and counts, what lacks a date', async () => {
    const { overall } = await report((log) => {
      lasting(log, 'dated', '2026-01-03');
      lasting(log, 'undated', '2026-01-05', null);
    });
    expect(step(overall, 'ANNOUNCED', 'ACKNOWLEDGED')).toMatchObject({ value: 2, counted: 1, leftOut: 1 });
  });

  it('is null when nothing went that way', async () => {
    const { overall } = await report((log) => announce(log, 'one'));
    expect(step(overall, 'ANNOUNCED', 'ACKNOWLEDGED')).toMatchObject({ value: null, counted: 0, leftOut: 0 });
  });

  it('counts the first time only: going back and forth adds nothing', async () => {
    const { overall } = await report((log) => {
      wholeLife(log, 'one');
      log.add(
        'one',
        'UnitRepatriated',
        { repatriatedOn: '2026-07-20', reason: 'END_OF_TOUR', endedMatches: [] },
        { on: '2026-07-20' },
      );
      log.add(
        'one',
        'PledgeRenewed',
        { previousValidUntil: '2027-01-20', validUntil: '2027-07-20', level: 'L2' },
        { on: '2026-07-25' },
      );
    });
    expect(overall.current).toEqual({ REGISTERED: 1 });
    expect(step(overall, 'ACKNOWLEDGED', 'REGISTERED')).toMatchObject({ value: 15, counted: 1 });
    expect(step(overall, 'REGISTERED', 'MATCHED')).toMatchObject({ value: 71, counted: 1 });
  });

  it('tells every step of a whole life, the time from level to selection among them', async () => {
    const { overall, byState } = await report((log) => wholeLife(log, 'one'));
    const days = overall.medianDays.map(({ from, to, value }) => `${from}-${to} ${value}`);
    expect(days).toEqual([
      'ANNOUNCED-ACKNOWLEDGED 4',
      'ACKNOWLEDGED-REGISTERED 15',
      'REGISTERED-L2 49',
      'L2-SELECTED 52',
      'REGISTERED-MATCHED 71',
      'MATCHED-SELECTED 30',
      'SELECTED-MOU_SIGNED 31',
      'MOU_SIGNED-READY 14',
      'READY-DEPLOYED 16',
      'ANNOUNCED-DEPLOYED 181',
      'DEPLOYED-REPATRIATED null',
    ]);
    expect(byState[0]?.medianDays).toEqual(overall.medianDays);
  });
});

describe('how much', () => {
  const offering = (log: Log, pledge: string, min: number | null, max: number | null, unit: string | null) =>
    announce(log, pledge, { quantity: { min, max, unit, asStated: 'as said' } });

  it('is added up for each measure by itself, open ranges without an upper end', async () => {
    const { overall } = await report((log) => {
      offering(log, 'exact', 2, 2, 'units');
      offering(log, 'range', 1, 3, 'unit');
      offering(log, 'floor', 450, null, 'troops');
      offering(log, 'ceiling', 0, 300, 'troops');
      announce(log, 'not stated');
    });
    expect(overall.offered).toEqual({
      overUsed: [],
      notStated: 1,
      measures: [
        { measure: 'persons', pledges: 2, min: 450, max: null },
        { measure: 'units', pledges: 2, min: 3, max: 5 },
      ],
    });
  });

  it('is added up under the name of its measure, however the unit is called', async () => {
    const { overall } = await report((log) => {
      offering(log, 'a', 1, 1, 'battalion');
      offering(log, 'b', 2, 2, 'Companies');
      offering(log, 'c', 1, 2, 'unit');
      offering(log, 'd', 3, 3, 'helicopters');
      offering(log, 'e', 2, 2, 'aeroplane');
      offering(log, 'f', 850, 850, 'troops');
      offering(log, 'g', 20, 20, 'Personnel');
      offering(log, 'h', 30, 30, 'police officers');
      offering(log, 'i', 4, 4, 'sniffer dogs');
      offering(log, 'j', 1, 1, 'Sniffer dog');
      offering(log, 'k', 7, 7, null);
      offering(log, 'l', 0.1, 0.1, 'tonnes');
      offering(log, 'm', 0.2, 0.2, 'tonne');
    });
    expect(overall.offered.measures).toEqual([
      { measure: null, pledges: 1, min: 7, max: 7 },
      { measure: 'aircraft', pledges: 2, min: 5, max: 5 },
      { measure: 'persons', pledges: 3, min: 900, max: 900 },
      { measure: 'sniffer dog', pledges: 2, min: 5, max: 5 },
      { measure: 'tonne', pledges: 2, min: 0.3, max: 0.3 },
      { measure: 'units', pledges: 3, min: 4, max: 5 },
    ]);
  });

  it('has no money in it, and nothing that was withdrawn', async () => {
    const { overall } = await report((log) => {
      announce(log, 'money', {
        category: 'FINANCE',
        capabilityCode: 'FIN-RCO',
        quantity: { min: 5, max: 5, unit: 'USD', asStated: '5' },
      });
      offering(log, 'gone', 2, 2, 'units');
      withdraw(log, 'gone', '2026-02-01');
    });
    expect(overall.offered).toEqual({
      overUsed: [],
      notStated: 0,
      measures: [],
    });
  });
});

it('every figure has its definition, and the report says when it was made and of what', async () => {
  const made = await report((log) => {
    announce(log, 'one');
    register(log, 'one', '2026-01-20');
  });
  expect(made).toMatchObject({
    computedAt: NOW,
    recordedUpTo: '2026-01-01T00:00:05.000Z',
    ruleSet: 'pcrs-2019.01',
  });
  expect(made.meanings).toBe(DEFINITIONS);
  expect(Object.keys(DEFINITIONS).sort()).toEqual(Object.keys(made.overall).sort());
  const groups = [made.byTrack, made.byConference, made.byState, made.byCategory].flat();
  for (const { code: _code, name: _name, ...figures } of groups) {
    for (const name of Object.keys(figures)) expect(DEFINITIONS).toHaveProperty(name);
  }
});
