/**
 * Events as older versions stored them come out of today's reports as figures that a person would give: accountability page,
 * section 0. Each is put into a life whose figures are known, in place of the newest shape.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { eventContract, type PledgelineEvent } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { aLog, desk, id, type Log } from '../testing/a-log.ts';
import { acknowledge, announce, attainL2, match, noteAav, register, select } from '../testing/a-pledge.ts';
import { registerConference, wholeLife } from '../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../testing/read-models-of.ts';
import { progressReport } from './progress/progress-report.ts';
import { madeReport } from './report.ts';
import { reports } from './reports.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';
const folder = new URL('../../../contracts/stored/', import.meta.url);

const stored = (type: string, version: number): RecordedEvent =>
  JSON.parse(readFileSync(new URL(`${type}.v${version}.json`, folder), 'utf8')) as RecordedEvent;

/** As it lies in a log, about a pledge or a gap of the life, and with what the test knows of it. */
const older = (
  log: Log,
  subject: string,
  type: PledgelineEvent['type'],
  version: number,
  changes: Readonly<Record<string, unknown>>,
  on: string,
): void => {
  const { data } = stored(type, version);
  Object.assign(log.add(subject, type, {}, { on }), {
    schemaVersion: version,
    data: { ...(data as object), ...changes },
  });
};

const figure = async (log: Log, report: string, code: string, group = 'all', question = {}) => {
  const definition = reports.find((one) => one.report === report);
  if (definition === undefined) throw new Error(`no report ${report}`);
  const made = await madeReport(definition, await contextOf(log.events), question, desk, NOW);
  return made.groups.find((one) => one.code === group)?.figures.find((one) => one.figure === code);
};
const value = async (...asked: Parameters<typeof figure>) => (await figure(...asked))?.value;

const progress = async (log: Log) => (await progressReport(await contextOf(log.events), {}, NOW)).overall;

const pledgeId = id('one');

/** At Level 2 on 10 March. */
const atLevel2 = (log: Log): void => {
  announce(log, 'one', {}, { on: '2026-01-01' });
  acknowledge(log, 'one', '2026-01-05');
  register(log, 'one', '2026-01-20');
  noteAav(log, 'one', '2026-03-05', '2028-03-05');
  attainL2(log, 'one', '2026-03-10');
};

it('an announcement of version 1 is a new promise without a number', async () => {
  const log = aLog();
  older(log, 'one', 'PledgeAnnounced', 1, { pledgeId }, '2014-09-26');
  expect(await figure(log, 'pledges-and-states', 'newPledges', 'BGD', { by: 'memberState' })).toMatchObject({
    value: 1,
    counted: { ids: ['2014-new-york/BGD/INF-BN-5B9J7'] },
  });
  expect(await value(log, 'capabilities', 'newestNotStated')).toBe(1);
});

it('what it says in numbers is counted, and money under a quantity is money', async () => {
  const log = aLog();
  const quantity = (min: number, max: number, unit: string) => ({ min, max, unit, asStated: null });
  older(log, 'one', 'PledgeAnnounced', 1, { pledgeId, quantity: quantity(0, 300, 'troops') }, '2014-09-26');
  older(
    log,
    'two',
    'PledgeAnnounced',
    1,
    {
      ...{ pledgeId: id('two'), reference: 'none/NOR/FIN-TF-2', memberState: 'NOR' },
      ...{ category: 'FINANCE', capabilityCode: null, quantity: quantity(5, 5, 'USD') },
    },
    '2015-09-28',
  );
  expect(await value(log, 'capabilities', 'newestPersonsAtMost')).toBe(300);
  expect(await value(log, 'money', 'pledgedOwn', 'USD')).toBe(5);
  expect((await progress(log)).offered.measures).toEqual([
    { measure: 'persons', pledges: 1, min: 0, max: 300 },
  ]);
});

it('an announcement of version 2 counts as what it was: training, of Japan', async () => {
  const log = aLog();
  older(log, 'one', 'PledgeAnnounced', 2, { pledgeId }, '2015-09-28');
  expect(await figure(log, 'state-commitments', 'training')).toMatchObject({
    value: 1,
    counted: { ids: ['JPN'] },
  });
  expect(await value(log, 'pledges-and-states', 'promisesMade', '2015-new-york', { by: 'conference' })).toBe(
    1,
  );
});

it('a link of version 1 makes no second pledge', async () => {
  const log = aLog();
  announce(log, 'one');
  older(log, 'one', 'AnnouncementLinked', 1, { pledgeId, memberState: 'BGD' }, '2026-02-01');
  expect(await progress(log)).toMatchObject({ pledges: 1, states: 1, current: { ANNOUNCED: 1 } });
});

it('an amendment of version 1 changes what it names, and counts nothing twice', async () => {
  const log = aLog();
  announce(log, 'one', { timeframe: 'six months' });
  older(log, 'one', 'PledgeAmended', 1, { pledgeId }, '2026-02-01');
  expect(await progress(log)).toMatchObject({ pledges: 1, current: { ANNOUNCED: 1 } });
  expect(await value(log, 'pledges-and-states', 'promisesMade')).toBe(1);
});

it('a match of version 1 is a match, with the days from the registration on', async () => {
  const log = aLog();
  atLevel2(log);
  older(log, 'one', 'PledgeMatched', 1, { pledgeId }, '2026-04-01');
  const { reached, current, medianDays } = await progress(log);
  expect([reached.MATCHED, current]).toEqual([1, { MATCHED: 1 }]);
  expect(medianDays).toContainEqual({
    ...{ from: 'REGISTERED', to: 'MATCHED' },
    ...{ value: 71, counted: 1, leftOut: 0 },
  });
});

it('a selection of version 1 is a selection for its mission', async () => {
  const log = aLog();
  atLevel2(log);
  match(log, 'gap', 'one', '2026-04-01');
  older(
    log,
    'one',
    'UnitSelected',
    1,
    { pledgeId, gapId: id('gap'), selectedOn: '2026-05-01' },
    '2026-05-01',
  );
  const { reached, current, medianDays } = await progress(log);
  expect([reached.SELECTED, current]).toEqual([1, { SELECTED: 1 }]);
  expect(medianDays).toContainEqual({
    ...{ from: 'MATCHED', to: 'SELECTED' },
    ...{ value: 30, counted: 1, leftOut: 0 },
  });
});

it('a match and a selection of version 1 in one life add up to one unit', async () => {
  const log = aLog();
  atLevel2(log);
  const named = { pledgeId, gapId: id('gap') };
  older(log, 'one', 'PledgeMatched', 1, named, '2026-04-01');
  older(log, 'one', 'UnitSelected', 1, { ...named, selectedOn: '2026-05-01' }, '2026-05-01');
  const { pledges, reached } = await progress(log);
  expect([pledges, reached.MATCHED, reached.SELECTED]).toEqual([1, 1, 1]);
});

it('a rotation of version 1 leaves the unit deployed, once', async () => {
  const log = aLog();
  wholeLife(log, 'one');
  older(log, 'one', 'UnitRotated', 1, { pledgeId, rotatedOn: '2026-08-01' }, '2026-08-01');
  expect(await progress(log)).toMatchObject({
    pledges: 1,
    reached: { DEPLOYED: 1 },
    current: { DEPLOYED: 1 },
  });
});

it('a renewal of version 1 keeps the offer open', async () => {
  const log = aLog();
  announce(log, 'one', {}, { on: '2015-12-01' });
  acknowledge(log, 'one', '2015-12-05');
  register(log, 'one', '2016-01-15');
  older(log, 'one', 'PledgeRenewed', 1, { pledgeId }, '2016-12-20');
  expect(await progress(log)).toMatchObject({ pledges: 1, current: { REGISTERED: 1 } });
});

it('a conference of version 1, and its revision, stand with what was published of them', async () => {
  const log = aLog();
  older(log, '2014-new-york', 'ConferenceRegistered', 1, {}, '2026-01-01');
  announce(log, 'one', { conference: '2014-new-york' }, { on: '2014-09-26' });
  registerConference(log, '2021-seoul');
  older(log, '2021-seoul', 'ConferenceRevised', 1, {}, '2026-01-02');
  announce(log, 'two', { conference: '2021-seoul' }, { on: '2021-12-07' });
  expect(await figure(log, 'conference-figures', 'statesWithNewPledges', '2014-new-york')).toMatchObject({
    value: 1,
    published: [{ value: '31' }],
  });
  expect(await figure(log, 'conference-figures', 'statesWithNewPledges', '2021-seoul')).toMatchObject({
    value: 1,
    published: [],
  });
});

/** Whatever the type: nothing about an older version stops a report, or makes a pledge more or less of it. */
it.each(
  readdirSync(folder)
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as RecordedEvent)
    .filter(({ type, schemaVersion }) => schemaVersion < eventContract(type).schemaVersion)
    .map(({ type, schemaVersion }): [PledgelineEvent['type'], number] => [
      type as PledgelineEvent['type'],
      schemaVersion,
    ]),
)('every report is made of a life with %s version %i', async (type, version) => {
  const log = aLog();
  const { category } = eventContract(type);
  if (type !== 'PledgeAnnounced') {
    atLevel2(log);
    match(log, 'gap', 'one', '2026-04-01');
    select(log, 'gap', 'one', '2026-05-01');
  }
  if (type === 'ConferenceRevised') registerConference(log, '2021-seoul');
  const subject =
    category === 'conference' ? stored(type, version).stream.slice('conference-'.length) : 'one';
  older(log, subject, type, version, category === 'pledge' ? { pledgeId } : {}, '2026-08-01');
  const context = await contextOf(log.events);
  for (const definition of reports) {
    const { groups } = await madeReport(definition, context, {}, desk, NOW);
    for (const { figures } of groups) for (const one of figures) expect(one.value).not.toBeNaN();
  }
  // What comes from others was announced by them.
  expect((await progressReport(context, {}, NOW)).overall.pledges).toBe(type === 'PledgeDerived' ? 0 : 1);
});
