/** Of promises that renew or update one another, capability counts the newest; promises made count all. */
import { aLog, desk, id, type Log } from '../testing/a-log.ts';
import { announce, withdraw } from '../testing/a-pledge.ts';
import { closeAll, contextOf } from '../testing/read-models-of.ts';
import { progressReport } from './progress/progress-report.ts';
import { madeReport } from './report.ts';
import type { Question } from './report-question.ts';
import { reports } from './reports.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';

const valueOf = async (name: string, log: Log, figure: string, group: string, question: Question = {}) => {
  const definition = reports.find(({ report }) => report === name);
  if (definition === undefined) throw new Error(`no report ${name}`);
  const { groups } = await madeReport(definition, await contextOf(log.events), question, desk, NOW);
  return groups.find(({ code }) => code === group)?.figures.find((one) => one.figure === figure)?.value;
};

const battalions = (count: number) => ({
  min: count,
  max: count,
  unit: 'battalions',
  asStated: String(count),
});

const poland = (log: Log, pledge: string, count: number, on: string, more: object = {}) =>
  announce(log, pledge, { memberState: 'POL', quantity: battalions(count), ...more }, { on });

const in2019 = { conference: '2019-new-york' };
const in2021 = { conference: '2021-seoul', renews: id('first') };

const supersede = (log: Log, pledge: string, newer: string, on: string) =>
  log.add(
    pledge,
    'PledgeSuperseded',
    { pledgeId: id(pledge), newerPledgeId: id(newer), endedMatches: [] },
    { on },
  );

/** One battalion in 2019, two in 2021. */
const told = (standing: 'UPDATED' | 'RENEWED'): Log => {
  const log = aLog();
  poland(log, 'first', 1, '2019-03-29', in2019);
  poland(log, 'second', 2, '2021-12-07', { ...in2021, standing });
  if (standing === 'UPDATED') supersede(log, 'first', 'second', '2021-12-07');
  return log;
};

const unitsOf = async (log: Log, question: Question = {}) =>
  valueOf('capabilities', log, 'newestUnitsAtLeast', 'all', question);

describe('Poland: one battalion in 2019, two in 2021 updating it', () => {
  it.each(['UPDATED', 'RENEWED'] as const)('%s: the capability is two', async (standing) => {
    expect(await unitsOf(told(standing))).toBe(2);
    expect(await unitsOf(told(standing), { memberState: 'POL' })).toBe(2);
  });

  it('both meetings keep their promise; that of 2021 is no new one', async () => {
    const log = told('UPDATED');
    const by = (figure: string, meeting: string) => valueOf('pledges-and-states', log, figure, meeting);
    expect(await by('promisesMade', '2019-new-york')).toBe(1);
    expect(await by('newPledges', '2019-new-york')).toBe(1);
    expect(await by('promisesMade', '2021-seoul')).toBe(1);
    expect(await by('newPledges', '2021-seoul')).toBe(0);
    expect(await by('newRenewedOrUpdated', '2021-seoul')).toBe(1);
  });

  it('what is offered in all counts the newest', async () => {
    for (const standing of ['UPDATED', 'RENEWED'] as const) {
      const { overall } = await progressReport(await contextOf(told(standing).events), {}, NOW);
      expect(overall.offered.measures).toMatchObject([{ pledges: 1, min: 2, max: 2 }]);
    }
  });
});

describe('the newest of a line', () => {
  it('is the last of many, whichever of them each names', async () => {
    for (const names of ['first', 'second']) {
      const log = told('RENEWED');
      const third = { conference: '2023-accra', standing: 'RENEWED', renews: id(names) };
      poland(log, 'third', 3, '2023-12-05', third);
      expect(await unitsOf(log)).toBe(3);
    }
  });

  it('is the older again where the newer was taken back, unless the older was superseded', async () => {
    const renewed = told('RENEWED');
    withdraw(renewed, 'second', '2022-03-01');
    expect(await unitsOf(renewed)).toBe(1);
    const updated = told('UPDATED');
    withdraw(updated, 'second', '2022-03-01');
    expect(await unitsOf(updated)).toBeNull();
  });

  it('is the last that stands of several that name the same', async () => {
    const log = told('RENEWED');
    poland(log, 'third', 3, '2023-12-05', { standing: 'RENEWED', renews: id('first') });
    withdraw(log, 'third', '2024-03-01');
    expect(await unitsOf(log)).toBe(2);
  });

  it('is found past one in between that no longer stands', async () => {
    const log = told('RENEWED');
    poland(log, 'third', 3, '2023-12-05', { standing: 'UPDATED', renews: id('second') });
    supersede(log, 'second', 'third', '2023-12-05');
    expect(await unitsOf(log)).toBe(3);
  });

  it('are both of two at one meeting', async () => {
    const log = told('RENEWED');
    poland(log, 'third', 3, '2021-12-08', { ...in2021, standing: 'RENEWED' });
    expect(await unitsOf(log)).toBe(5);
  });

  it('counts also where the question leaves the newer out', async () => {
    expect(await unitsOf(told('RENEWED'), { conference: '2019-new-york' })).toBeNull();
  });
});
