/** Two spellings of a ministry, a text, a body or a centre are one group, under the spelling that most have. */
import { aLog, desk, id, type Log } from '../testing/a-log.ts';
import { announce } from '../testing/a-pledge.ts';
import { closeAll, contextOf } from '../testing/read-models-of.ts';
import { countedPage } from './counted-page.ts';
import { madeReport } from './report.ts';
import { reports } from './reports.ts';

afterEach(closeAll);

const NOW = '2026-11-23T09:00:00.000Z';

const groupsOf = async (log: Log, report: string, figure: string, by?: string) => {
  const definition = reports.find((one) => one.report === report);
  if (definition === undefined) throw new Error(`no report ${report}`);
  const { groups } = await madeReport(definition, await contextOf(log.events), by ? { by } : {}, desk, NOW);
  return groups
    .filter(({ code }) => code !== 'all')
    .map(({ code, name, figures }) => [code, name, figures.find((one) => one.figure === figure)?.value]);
};

const ministries = (log: Log, ...written: readonly (string | null)[]) => {
  for (const [n, ministry] of written.entries())
    announce(log, `p${n}`, { speaker: { name: null, rank: 'OTHER_MINISTER', ministry } });
};

describe('pledges by ministry', () => {
  it('are one group for all spellings of one ministry, under the most frequent', async () => {
    const log = aLog();
    ministries(
      log,
      ...['Min. of Sport', 'Ministry of Sport', 'ministry of  sport', 'Ministry of Sport'],
      ...['The Ministry of Tourism', null],
    );
    expect(await groupsOf(log, 'pledges-and-states', 'promisesMade', 'ministry')).toEqual([
      ['Ministry of Sport', 'Ministry of Sport', 4],
      ['The Ministry of Tourism', 'The Ministry of Tourism', 1],
      ['not stated', 'not stated', 1],
    ]);
  });

  it('are one group for all names of a ministry that the register knows, under its code', async () => {
    const log = aLog();
    ministries(log, 'Min. of Defence', 'Ministère des Armées', 'MoD', 'ministry of sport');
    expect(await groupsOf(log, 'pledges-and-states', 'promisesMade', 'ministry')).toEqual([
      ['DEFENCE', 'Ministry of Defence', 3],
      ['ministry of sport', 'ministry of sport', 1],
    ]);
  });

  it('are found by the name of a group too', async () => {
    const log = aLog();
    ministries(log, 'MoD');
    const asked = { report: 'pledges-and-states', by: 'ministry', figure: 'promisesMade' };
    const context = await contextOf(log.events);
    for (const group of ['DEFENCE', 'Ministry of Defence'])
      expect(await countedPage(context, { ...asked, group }, desk, NOW)).toMatchObject({ total: 1 });
  });

  it.each([[['MINISTRY OF SPORT', 'Ministry of Sport']], [['Ministry of Sport', 'MINISTRY OF SPORT']]])(
    'of equally frequent spellings show the same in whatever order they came: %j',
    async (written) => {
      const log = aLog();
      ministries(log, ...written);
      expect(await groupsOf(log, 'pledges-and-states', 'promisesMade', 'ministry')).toEqual([
        ['MINISTRY OF SPORT', 'MINISTRY OF SPORT', 2],
      ]);
    },
  );

  it('say what they count under the spelling that is shown', async () => {
    const log = aLog();
    ministries(log, 'Ministry of Sport', 'Min. of Sport', 'Ministry of Sport');
    const asked = { report: 'pledges-and-states', by: 'ministry', figure: 'promisesMade' };
    const counted = await countedPage(
      await contextOf(log.events),
      { ...asked, group: 'Ministry of Sport' },
      desk,
      NOW,
    );
    expect(counted).toMatchObject({ kind: 'pledges', total: 3 });
  });
});

it('a text is one, however its endorsers write it, and a state counts once', async () => {
  const log = aLog();
  for (const [state, act, what] of [
    ['NLD', 'ENDORSEMENT', 'Kigali Principles'],
    ['UGA', 'ENDORSEMENT', 'the Kigali principles'],
    ['UGA', 'ENDORSEMENT', 'Kigali Principles '],
    ['UGA', 'REPORT', 'KIGALI PRINCIPLES'],
    ['CAN', 'ENDORSEMENT', 'Treaty of Samarkand'],
    ['NLD', 'ENDORSEMENT', 'the treaty of  samarkand'],
    ['NLD', 'STATEMENT', 'Treaty of Samarkand'],
    ['CAN', 'ENDORSEMENT', 'A4P'],
    ['CAN', 'ENDORSEMENT', 'A4P+'],
  ] as const) {
    const pledge = `${state} ${what} ${act}`;
    announce(log, pledge, { memberState: state, category: 'POLITICAL', capabilityCode: 'POL-PRINCIPLES' });
    const done = { link: 'https://example.org', document: null, doneOn: '2026-02-01' };
    log.add(pledge, 'PoliticalActRecorded', { pledgeId: id(pledge), act, what, ...done });
  }
  expect(await groupsOf(log, 'endorsements', 'endorsed')).toEqual([
    ['A4P', 'Action for Peacekeeping', 1],
    ['A4P-PLUS', 'Action for Peacekeeping Plus', 1],
    ['KIGALI', 'Kigali Principles on the Protection of Civilians', 2],
    ['Treaty of Samarkand', 'Treaty of Samarkand', 2],
  ]);
  expect((await groupsOf(log, 'endorsements', 'reported'))[2]).toEqual([
    'KIGALI',
    'Kigali Principles on the Protection of Civilians',
    1,
  ]);
});

it('a centre and an implementing body are one under their spellings too', async () => {
  const log = aLog();
  const course = {
    ...{ capabilityCode: null, trained: 20, women: null, leaders: null, place: 'Accra', languages: [] },
    ...{ contributors: [], from: '2026-02-01', to: '2026-02-10' },
  };
  for (const [n, centre] of [
    'The Lagos Centre',
    'LAGOS CENTER',
    'The Lagos Centre',
    'Kofi Annan Centre',
    'KAIPTC',
  ].entries()) {
    announce(log, `t${n}`, { category: 'TRAINING', capabilityCode: 'TRG-CENTRE' });
    log.add(`t${n}`, 'CourseDelivered', { pledgeId: id(`t${n}`), courseId: id(`c${n}`), centre, ...course });
  }
  expect(await groupsOf(log, 'training', 'trained', 'centre')).toEqual([
    ['KAIPTC', 'Kofi Annan International Peacekeeping Training Centre', 40],
    ['The Lagos Centre', 'The Lagos Centre', 60],
  ]);
});
