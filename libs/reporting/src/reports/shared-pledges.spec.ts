/** A pledge that several states carry shows with each of them in every report, and is counted once in all. */
import { conferencesAndTheirCounts } from '../pages/conferences/conferences-and-their-counts.ts';
import { progressReport } from './progress/progress-report.ts';
import { registerConference } from '../testing/around-a-pledge.ts';
import { aLog, desk, id, type Log } from '../testing/a-log.ts';
import { together } from '../testing/a-partnership.ts';
import { announce, register, withdraw } from '../testing/a-pledge.ts';
import { closeAll, contextOf } from '../testing/read-models-of.ts';
import { madeReport, type Report } from './report.ts';
import type { Question } from './report-question.ts';
import { reports } from './reports.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';
const JOINT = 'none/BGD/INF-BN-hospital';

/** Norway leads the hospital with Serbia; Spain took a pledge of its own back. */
const told = (announced: object = {}): Log => {
  const log = aLog();
  together(log, 'hospital', 'JOINT_DEPLOYMENT', 'SRB');
  register(log, 'hospital', '2026-01-20');
  announce(log, 'alone', { memberState: 'ESP', ...announced });
  withdraw(log, 'alone', '2026-02-01');
  return log;
};

const asked = async (name: string, question: Question = {}, log = told()): Promise<Report> => {
  const definition = reports.find(({ report }) => report === name)!;
  return madeReport(definition, await contextOf(log.events), question, desk, NOW);
};

const figureIn = ({ groups }: Report, group: string, figure: string) =>
  groups.find(({ code }) => code === group)?.figures.find((one) => one.figure === figure);

const counts = (report: Report, figure: string) =>
  Object.fromEntries(report.groups.map(({ code }) => [code, figureIn(report, code, figure)?.value]));

it('delivery: each contributor keeps the promise, and the total has it once', async () => {
  const report = await asked('delivery-by-state');
  expect(counts(report, 'registered')).toEqual({ all: 1, ESP: 0, NOR: 1, SRB: 1 });
  expect(counts(report, 'pledgesCounted')).toEqual({ all: 2, ESP: 1, NOR: 1, SRB: 1 });
  expect(figureIn(report, 'all', 'stillOpen')?.counted.ids).toEqual(['NOR', 'SRB']);
  expect(figureIn(report, 'SRB', 'pledgesCounted')?.counted.ids).toEqual([JOINT]);
});

it.each([
  ['pledges-and-states', 'promisesMade'],
  ['age-and-steps', 'ageMedian'],
  ['silent-pledges', 'withoutWord'],
])('%s groups it with each contributor', async (name, figure) => {
  const log = aLog();
  together(log, 'hospital', 'JOINT_DEPLOYMENT', 'SRB');
  const context = { ...(await contextOf(log.events)), today: '2027-06-01', earliestToday: '2027-05-31' };
  const definition = reports.find(({ report }) => report === name)!;
  const report = await madeReport(definition, context, { by: 'memberState' }, desk, NOW);
  expect(report.groups.map(({ code }) => code)).toEqual(['all', 'NOR', 'SRB']);
  expect(figureIn(report, 'SRB', figure)?.counted.ids).toEqual([JOINT]);
  expect(figureIn(report, 'all', figure)?.counted.ids).toEqual([JOINT]);
});

it('the definition of each figure by state says that the groups are not added up', async () => {
  const report = await asked('delivery-by-state');
  expect(figureIn(report, 'SRB', 'pledgesCounted')?.definition).toContain('in full with each of them');
  expect(figureIn(report, 'all', 'pledgesCounted')?.definition).not.toContain('in full with each of them');
});

it('asked about one of its states, a report has the group of that state alone', async () => {
  const report = await asked('delivery-by-state', { memberState: 'Serbia' });
  expect(report.groups.map(({ code }) => code)).toEqual(['all', 'SRB']);
});

it('its states are among those that committed to units', async () => {
  const report = await asked('state-commitments');
  expect(figureIn(report, 'all', 'unit')?.counted.ids).toEqual(['NOR', 'SRB']);
});

it('a partner that brings a unit contributes from when its part begins', async () => {
  const early = told();
  const contributors = (report: Report) =>
    figureIn(report, 'all', 'firstTimeContributors')?.counted.ids ?? [];
  expect(contributors(await asked('first-time-contributors', { since: '2025-12-01' }, early))).toContain(
    'SRB',
  );
  const one = { memberState: 'SRB' };
  expect(contributors(await asked('first-time-contributors', one, early))).toEqual(['SRB']);
});

it('the funnel has it by state for each, and once in all', async () => {
  const made = await progressReport(await contextOf(told().events), {}, NOW);
  const pledges = made.byState.map((group) => [group.code, group.pledges]);
  expect(pledges).toEqual([
    ['ESP', 1],
    ['NOR', 1],
    ['SRB', 1],
  ]);
  expect(made.overall).toMatchObject({ pledges: 2, states: 3 });
  expect(made.meanings.pledges).toContain('not added up');
});

it('at a conference a partner made no new pledge of its own, and a repeat that was forced is none', async () => {
  const log = aLog();
  registerConference(log, '2021-seoul', { name: 'Seoul' });
  together(log, 'hospital', 'JOINT_DEPLOYMENT', 'SRB');
  announce(log, 'new', { memberState: 'RWA', conference: '2021-seoul' });
  announce(log, 'again', { memberState: 'ESP', conference: '2021-seoul', duplicateChecked: true });
  log.add('new', 'PartnershipDeclared', {
    pledgeId: id('new'),
    kind: 'JOINT_DEPLOYMENT',
    lead: 'RWA',
    handoverTo: null,
    handoverOn: null,
  });
  log.add('new', 'PartnerJoined', {
    pledgeId: id('new'),
    state: 'KOR',
    body: null,
    role: 'MONEY',
    part: null,
    share: 40,
    from: '2026-01-01',
    to: null,
    leadConsentReference: 'NV/1',
    confirmation: 'REQUESTED',
  });
  const report = await asked('pledges-and-states', {}, log);
  const of = (figure: string) => figureIn(report, '2021-seoul', figure)?.counted.ids;
  expect(of('statesWithNewPledges')).toEqual(['RWA']);
  expect(of('states')).toEqual(['ESP', 'KOR', 'RWA']);
  const { items } = await conferencesAndTheirCounts(await contextOf(log.events), {});
  expect(items[0]?.counted.statesWithNewPledges.value).toBe(1);
});
