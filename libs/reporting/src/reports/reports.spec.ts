/**
 * The reports over real read models, each figure held against histories whose answer is known.
 * Long because the reports share one way to ask, and every report stands in it once.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { aLog, desk, id, reader, type Log } from '../testing/a-log.ts';
import { acknowledge, announce, withdraw } from '../testing/a-pledge.ts';
import { closeAll, contextOf } from '../testing/read-models-of.ts';
import type { Figure } from './figure.ts';
import { answeredReport } from './report-answer.ts';
import { reportCsv } from './report-csv.ts';
import { madeReport, type Report } from './report.ts';
import type { Question } from './report-question.ts';
import { reports } from './reports.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';

const asked = async (name: string, log: Log, question: Question = {}): Promise<Report> => {
  const definition = reports.find(({ report }) => report === name);
  if (definition === undefined) throw new Error(`no report ${name}`);
  return madeReport(definition, await contextOf(log.events), question, desk, NOW);
};

const figureIn = (report: Report, group: string, figure: string): Figure | undefined =>
  report.groups.find(({ code }) => code === group)?.figures.find((one) => one.figure === figure);

const valueIn = (report: Report, group: string, figure: string): number | null | undefined =>
  figureIn(report, group, figure)?.value;

const quantity = (min: number | null, max: number | null, unit: string | null) => ({
  min,
  max,
  unit,
  asStated: null,
});

const money = (amount: number, currency: string, more: object = {}) => ({
  amountMin: amount,
  amountMax: amount,
  currency,
  currencyAssumed: false,
  per: null,
  funding: null,
  asStated: null,
  ...more,
});

describe('every report', () => {
  it('is named in docs/reports.md', () => {
    const page = readFileSync(new URL('../../../../docs/reports.md', import.meta.url), 'utf8');
    const named = [...page.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);
    expect(named).toEqual(reports.map(({ report }) => report));
  });

  it.each(reports.map(({ report }) => [report]))(
    '%s defines each figure and names what it counts',
    async (name) => {
      const log = aLog();
      announce(log, 'one', { memberState: 'RWA', conference: '2021-seoul' });
      const report = await asked(name, log);
      expect(report).toMatchObject({ report: name, ruleSet: 'pcrs-2026.11', computedAt: NOW, asOf: null });
      for (const { figures } of report.groups) {
        for (const { definition, counted, unit } of figures) {
          expect([definition, unit].every((words) => words.length > 0)).toBe(true);
          expect(counted.ids).toEqual([...new Set(counted.ids)].sort());
        }
      }
    },
  );

  it('has something to say when there is nothing', async () => {
    for (const { report } of reports) expect((await asked(report, aLog())).report).toBe(report);
  });
});

describe('pledges and states', () => {
  const told = (): Log => {
    const log = aLog();
    announce(log, 'one', { conference: '2017-vancouver', memberState: 'RWA' });
    announce(log, 'two', { conference: '2017-vancouver', memberState: 'RWA' });
    announce(log, 'three', { conference: '2017-vancouver', memberState: 'NOR', standing: 'RENEWED' });
    announce(log, 'four', { conference: '2017-vancouver', memberState: 'NOR', standing: 'UPDATED' });
    announce(log, 'five', { conference: '2017-vancouver', memberState: 'ESP' }, { on: '2017-11-01' });
    withdraw(log, 'five', '2017-11-10');
    announce(log, 'six', { memberState: 'FRA' });
    return log;
  };

  it('counts both ways: only what is new, and with what renews or updates', async () => {
    const report = await asked('pledges-and-states', told());
    expect(valueIn(report, '2017-vancouver', 'promisesMade')).toBe(5);
    expect(figureIn(report, '2017-vancouver', 'newPledges')).toMatchObject({
      value: 2,
      counted: { kind: 'pledges', ids: ['none/BGD/INF-BN-one', 'none/BGD/INF-BN-two'] },
    });
    expect(valueIn(report, '2017-vancouver', 'newRenewedOrUpdated')).toBe(4);
    expect(figureIn(report, '2017-vancouver', 'statesWithNewPledges')?.counted.ids).toEqual(['RWA']);
  });

  it('groups by whatever people look at pledges by', async () => {
    expect(valueIn(await asked('pledges-and-states', told(), { by: 'region' }), 'AFRICA', 'states')).toBe(1);
    const states = await asked('pledges-and-states', told(), { by: 'memberState' });
    expect(states.groups.map(({ name }) => name)).toEqual(['in all', 'Spain', 'France', 'Norway', 'Rwanda']);
  });

  it('keeps to its filters', async () => {
    const report = await asked('pledges-and-states', told(), { memberState: 'Norway' });
    expect(valueIn(report, 'all', 'promisesMade')).toBe(2);
  });
});

it('states are in as many commitments as they made, and no total is given', async () => {
  const log = aLog();
  announce(log, 'one', { memberState: 'RWA', category: 'ENABLER', capabilityCode: 'HOSP-L2' });
  announce(log, 'two', { memberState: 'RWA', category: 'TRAINING', capabilityCode: null });
  announce(log, 'three', { memberState: 'NOR', category: 'WPS', capabilityCode: 'WPS-ELSIE' });
  const report = await asked('state-commitments', log);
  expect(['unit', 'training', 'medical', 'women'].map((code) => valueIn(report, 'all', code))).toEqual([
    1, 1, 1, 1,
  ]);
  expect(figureIn(report, 'all', 'women')?.definition).toContain('must not be added');
});

it('capabilities never mix measures, and a range gives two figures', async () => {
  const log = aLog();
  announce(log, 'one', { quantity: quantity(2, 3, 'units') });
  announce(log, 'two', { quantity: quantity(0, 300, 'troops') });
  announce(log, 'three', { quantity: quantity(450, null, 'troops') });
  announce(log, 'four', {
    capabilityCode: 'HEL-UTL',
    category: 'ENABLER',
    quantity: quantity(4, 4, 'aircraft'),
  });
  announce(log, 'five', { quantity: null });
  const report = await asked('capabilities', log);
  const value = (figure: string) => valueIn(report, 'all', figure);
  expect([value('newestUnitsAtLeast'), value('newestUnitsAtMost')]).toEqual([2, 3]);
  expect([value('newestPersonsAtLeast'), value('newestPersonsAtMost')]).toEqual([450, 750]);
  expect([value('newestAircraftStatedAtLeast'), value('newestHelicoptersStatedAtLeast')]).toEqual([4, 4]);
  expect([value('newestHelicopterUnitsAtLeast'), value('newestHospitalsAtLeast')]).toEqual([null, null]);
  expect(value('newestNotStated')).toBe(1);
});

it('capabilities: each pledge is in the measure that its unit names, and in no other', async () => {
  const offers: readonly (readonly [string, string | null, readonly string[]])[] = [
    ['INF-BN', 'battalion', ['newestUnitsAtMost']],
    ['INF-BN', 'Soldiers', ['newestPersonsAtMost']],
    ['HEL-UTL', 'unit', ['newestUnitsAtMost', 'newestHelicopterUnitsAtMost']],
    ['HEL-UTL', 'helicopters', ['newestAircraftStatedAtMost', 'newestHelicoptersStatedAtMost']],
    ['HEL-UTL', 'crew personnel', ['newestOtherMeasures']],
    ['FW-TRANSPORT', 'aeroplane', ['newestAircraftStatedAtMost']],
    ['UAS', 'drones', ['newestAircraftStatedAtMost']],
    ['HOSP-L2', 'hospital', ['newestUnitsAtMost', 'newestHospitalsAtMost']],
    ['HOSP-L2', 'personnel', ['newestPersonsAtMost']],
    ['HOSP-L2', null, ['newestWithoutUnit']],
    ['INF-BN', ' ', ['newestWithoutUnit']],
    ['INF-BN', 'vehicles', ['newestOtherMeasures']],
    ['INF-BN', 'persons per year', ['newestOtherMeasures']],
  ];
  for (const [capabilityCode, unit, expected] of offers) {
    const log = aLog();
    announce(log, 'one', { capabilityCode, quantity: quantity(3, 3, unit) });
    const report = await asked('capabilities', log);
    const figures = report.groups[0]?.figures.filter(({ counted }) => counted.ids.length > 0) ?? [];
    const upper = figures.map(({ figure }) => figure).filter((figure) => !figure.endsWith('AtLeast'));
    expect([capabilityCode, unit, upper]).toEqual([capabilityCode, unit, expected]);
  }
});

it('money is never summed across currencies, kinds of funding or assumed currencies', async () => {
  const log = aLog();
  const finance = { category: 'FINANCE', capabilityCode: null };
  announce(log, 'one', { ...finance, money: money(10, 'USD', { funding: 'VOLUNTARY' }) });
  announce(log, 'two', { ...finance, money: money(5, 'USD', { funding: 'ASSESSED' }) });
  announce(log, 'three', { ...finance, money: money(7, 'USD', { currencyAssumed: true }) });
  announce(log, 'four', { ...finance, money: money(3, 'EUR') });
  const report = await asked('money', log);
  expect(report.groups.map(({ code }) => code)).toEqual(['EUR', 'USD']);
  expect(valueIn(report, 'USD', 'pledgedOwn')).toBe(15);
  expect(valueIn(report, 'USD', 'pledgedOwnVoluntary')).toBe(10);
  expect(valueIn(report, 'USD', 'pledgedOwnAssessed')).toBe(5);
  expect(valueIn(report, 'USD', 'pledgedOwnCurrencyAssumed')).toBe(7);
  expect(valueIn(report, 'EUR', 'receivedOwn')).toBeNull();
});

it('what was committed and paid stands beside what was pledged, and the announcement is not counted again', async () => {
  const log = aLog();
  announce(log, 'one', { category: 'FINANCE', capabilityCode: null, money: money(70, 'USD') });
  const line = {
    pledgeId: id('one'),
    currency: 'USD',
    fund: 'Peacebuilding Fund',
    funder: null,
    funding: 'VOLUNTARY' as const,
    trancheYear: null,
    agreementReference: 'PBF/1',
    note: null,
  };
  log.add('one', 'FundsCommitted', { ...line, amount: 50, committedOn: '2026-01-02' });
  log.add('one', 'FundsReceived', { ...line, amount: 20, receivedOn: '2026-01-03' });
  const report = await asked('money', log);
  const values = () =>
    ['pledgedOwn', 'committedOwn', 'receivedOwn'].map((column) => valueIn(report, 'USD', column));
  expect(values()).toEqual([70, 50, 20]);
  log.add('one', 'FundsPledged', { ...line, amount: 70, pledgedOn: '2026-01-04' });
  expect(valueIn(await asked('money', log), 'USD', 'pledgedOwn')).toBe(70);
});

it('money is counted as amended, not as announced', async () => {
  const log = aLog();
  announce(log, 'one', { category: 'FINANCE', capabilityCode: null, money: money(5, 'USD') });
  const changes = [{ field: 'money' as const, old: money(5, 'USD'), new: money(8, 'USD') }];
  const amended = { pledgeId: id('one'), changes, reason: 'More', source: 'Note', consentReference: null };
  log.add('one', 'PledgeAmended', amended);
  expect(valueIn(await asked('money', log), 'USD', 'pledgedOwn')).toBe(8);
});

it.each([
  [[1234567.1, 2345678.2], 'CAD', 3580245.3],
  [[0.1, 0.2], 'EUR', 0.3],
  [[0.2, 0.1], 'EUR', 0.3],
  [[0.1, 0.7, 0.2], 'EUR', 1],
  [[1.001, 2.002], 'KWD', 3.003],
])('cents add up to the cent: %j %s are %d', async (amounts, currency, total) => {
  const log = aLog();
  for (const [n, amount] of amounts.entries()) {
    announce(log, `pledge ${n}`, {
      category: 'FINANCE',
      capabilityCode: null,
      money: money(amount, currency),
    });
  }
  const report = await asked('money', log);
  expect(valueIn(report, currency, 'pledgedOwn')).toBe(total);
  expect(valueIn(report, currency, 'amountsRounded')).toBe(0);
});

it('an amount that was stored with more decimals than its currency has is counted without them, and marked', async () => {
  const log = aLog();
  announce(log, 'one', { category: 'FINANCE', capabilityCode: null, money: money(1.5, 'JPY') });
  announce(log, 'two', { category: 'FINANCE', capabilityCode: null, money: money(2.5, 'JPY') });
  const report = await asked('money', log);
  expect(valueIn(report, 'JPY', 'pledgedOwn')).toBe(4);
  expect(valueIn(report, 'JPY', 'amountsRounded')).toBe(2);
});

it('a measured share of women is set against the stated one', async () => {
  const log = aLog();
  const measured = (pledge: string, value: number) =>
    log.add(pledge, 'TargetMeasured', {
      pledgeId: id(pledge),
      indicator: 'WOMEN_IN_UNIT',
      low: value,
      high: value,
      target: 15,
      unit: 'PER_CENT',
      measuredOn: '2026-01-05',
    });
  announce(log, 'one');
  announce(log, 'two');
  measured('one', 12);
  measured('two', 16);
  const report = await asked('women', log);
  expect(
    ['withTarget', 'belowTargetJudged', 'gapJudged'].map((figure) => valueIn(report, 'all', figure)),
  ).toEqual([2, 1, 3]);
});

it('delivery tells states that kept nothing', async () => {
  const log = aLog();
  announce(log, 'one', { memberState: 'ESP' });
  withdraw(log, 'one', '2026-01-05');
  announce(log, 'two', { memberState: 'RWA' });
  acknowledge(log, 'two', '2026-01-05');
  const report = await asked('delivery-by-state', log);
  expect(valueIn(report, 'all', 'states')).toBe(2);
  expect(figureIn(report, 'all', 'keepNothing')?.counted.ids).toEqual(['ESP', 'RWA']);
  expect(valueIn(report, 'ESP', 'takenBack')).toBe(1);
});

it('age is told by quartiles of the days since the announcement', async () => {
  const log = aLog();
  for (const [n, on] of ['2026-11-13', '2026-11-03', '2026-10-24'].entries())
    announce(log, `p${n}`, {}, { on });
  const report = await asked('age-and-steps', log);
  const ages = ['ageLowerQuartile', 'ageMedian', 'ageUpperQuartile', 'ageOldest'];
  expect(ages.map((figure) => valueIn(report, 'all', figure))).toEqual([15, 20, 25, 30]);
});

it('the median age of an even number of pledges lies between the two in the middle', async () => {
  const log = aLog();
  for (const [n, on] of ['2026-11-13', '2026-11-02', '2026-10-24', '2026-01-01'].entries())
    announce(log, `p${n}`, {}, { on });
  expect(valueIn(await asked('age-and-steps', log), 'all', 'ageMedian')).toBe(25.5);
});

it('a pledge is silent when nobody who gives said a word for a year, whatever the Secretariat did', async () => {
  const log = aLog();
  announce(log, 'one', { memberState: 'ESP' }, { on: '2025-11-22' });
  acknowledge(log, 'one', '2026-11-01');
  announce(log, 'two', { memberState: 'RWA' }, { on: '2025-11-24' });
  const report = await asked('silent-pledges', log);
  expect(figureIn(report, 'all', 'withoutWord')).toMatchObject({
    value: 1,
    counted: { ids: ['none/BGD/INF-BN-one'] },
  });
  expect(report.groups.map(({ code }) => code)).toEqual(['all', 'ESP']);
});

it('first-time contributors are those whose first unit is newer than the day', async () => {
  const log = aLog();
  announce(log, 'one', { memberState: 'RWA' }, { on: '2014-09-26' });
  announce(log, 'two', { memberState: 'RWA' }, { on: '2017-11-15' });
  announce(log, 'three', { memberState: 'VNM' }, { on: '2015-09-28' });
  expect(figureIn(await asked('first-time-contributors', log), 'all', 'firstTimeContributors')).toMatchObject(
    {
      value: 1,
      counted: { kind: 'states', ids: ['VNM'] },
    },
  );
  // On the very day counts, the day after does not.
  for (const [since, value] of [
    ['2015-09-28', 1],
    ['2015-09-29', 0],
  ] as const) {
    const report = await asked('first-time-contributors', log, { since });
    expect(valueIn(report, 'all', 'firstTimeContributors')).toBe(value);
  }
  const since = await asked('first-time-contributors', log, { since: '2014-01-01' });
  expect(valueIn(since, 'all', 'firstTimeContributors')).toBe(2);
  await expect(asked('first-time-contributors', log, { since: '2015-02-30' })).rejects.toMatchObject({
    code: 'DATE_IMPOSSIBLE',
  });
});

it('CSV has a line for each figure, and nothing that a spreadsheet would carry out', async () => {
  const log = aLog();
  announce(log, 'one', { memberState: 'RWA', reference: '=cmd()' });
  const report = await asked('pledges-and-states', log);
  const lines = parse<Record<string, string>>(reportCsv(answeredReport(report)), { columns: true });
  expect(lines).toHaveLength(report.groups.reduce((sum, { figures }) => sum + figures.length, 0));
  expect(lines[0]).toMatchObject({
    report: 'pledges-and-states',
    group: 'all',
    figure: 'promisesMade',
    value: '1',
    countedTotal: '1',
    countedFirst: "'=cmd()",
    ruleSet: 'pcrs-2026.11',
    computedAt: NOW,
  });
});

it('who may not read what a report rests on is told so', async () => {
  const internal = { ...reports[0]!, readers: 'SECRETARIAT' as const };
  const context = await contextOf([]);
  await expect(madeReport(internal, context, {}, reader, NOW)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(
    madeReport({ ...internal, readers: 'MEMBER_STATES' }, context, {}, reader, NOW),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
