import type { DataOf } from '@pledgeline/contracts';
import { pledgePage } from './pledge-page.ts';
import { pledgePage as pledgePageSchema } from './pledge.schema.ts';
import { aLog, focalPointOf, id, reader, type Log } from '../../testing/a-log.ts';
import { registerCourse } from '../../testing/an-implementation.ts';
import { faultsOf } from '../../testing/as-described.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';

afterEach(closeAll);

const page = async (
  tell: (log: Log) => void,
  caller = reader,
  announced: DataOf<'PledgeAnnounced'>['money'] = null,
) => {
  const log = aLog();
  registerCourse(log, 'one', { money: announced });
  tell(log);
  return pledgePage(await contextOf(log.events), id('one'), caller, '2026-05-01');
};
const money = (
  log: Log,
  type: 'FundsPledged' | 'FundsReceived',
  over: Partial<DataOf<'FundsPledged'>>,
): void => {
  log.add('one', type, {
    pledgeId: id('one'),
    currency: 'USD',
    fund: null,
    funder: null,
    funding: null,
    trancheYear: null,
    agreementReference: null,
    note: null,
    ...over,
  });
};
const second = (log: Log, over: Partial<DataOf<'ExpertSeconded'>> = {}) =>
  log.add('one', 'ExpertSeconded', {
    pledgeId: id('one'),
    secondmentId: id('planner'),
    persons: 2,
    post: 'Planner',
    mission: 'UNMISS',
    hostInstitution: null,
    from: '2026-03-01',
    to: '2027-03-01',
    beyondPledge: false,
    ...over,
  });

it('before anything was given there is nothing to show', async () => {
  expect((await page(() => undefined)).delivered).toBeNull();
});

it('everybody sees money in three columns, and what is still owed', async () => {
  const { delivered } = await page((log) => {
    money(log, 'FundsPledged', { amount: 70.3 });
    money(log, 'FundsReceived', { amount: 20.1, fund: 'Peacebuilding Fund' });
    money(log, 'FundsReceived', { amount: 3, currency: 'EUR' });
  });
  expect(delivered?.funds).toMatchObject([
    { pledged: 70.3, committed: null, received: null },
    { fund: 'Peacebuilding Fund', pledged: null, committed: null, received: 20.1 },
    { currency: 'EUR', received: 3 },
  ]);
  expect(delivered?.outstanding).toEqual([{ giver: 'BGD', currency: 'USD', funding: null, amount: 50.2 }]);
});

it('what is owed is never summed over sources and currencies, nor below nothing', async () => {
  const { delivered } = await page((log) => {
    money(log, 'FundsPledged', { amount: 70, funding: 'VOLUNTARY' });
    money(log, 'FundsReceived', { amount: 80, funding: 'VOLUNTARY' });
    money(log, 'FundsPledged', { amount: 10, funding: 'ASSESSED' });
    money(log, 'FundsPledged', { amount: 5, currency: 'EUR' });
  });
  expect(delivered?.outstanding).toEqual([
    { giver: 'BGD', currency: 'EUR', funding: null, amount: 5 },
    { giver: 'BGD', currency: 'USD', funding: 'ASSESSED', amount: 10 },
    { giver: 'BGD', currency: 'USD', funding: 'VOLUNTARY', amount: 0 },
  ]);
});

it.each([
  [{ amountMin: 1000, amountMax: 1000, currencyAssumed: false }, [750]],
  [{ amountMin: 0, amountMax: 1000, currencyAssumed: false }, []],
  [{ amountMin: 1000, amountMax: 1000, currencyAssumed: true }, []],
  [{ amountMin: 1000, amountMax: 1000, currencyAssumed: false, per: 'YEAR' as const }, []],
])('of %j announced and 250 received, %j is owed', async (announced, expected) => {
  const { delivered } = await page(
    (log) => money(log, 'FundsReceived', { amount: 250, funding: 'ASSESSED' }),
    reader,
    { currency: 'USD', per: null, funding: 'ASSESSED', asStated: null, ...announced },
  );
  expect(delivered?.outstanding.map(({ amount }) => amount)).toEqual(expected);
});

it('all of it is as the API document describes it', async () => {
  const on = '2026-03-01';
  const answer = await page((log) => {
    money(log, 'FundsPledged', { amount: 70, trancheYear: 2026 });
    second(log);
    log.add('one', 'CourseDelivered', {
      pledgeId: id('one'),
      courseId: id('course'),
      capabilityCode: null,
      trained: 40,
      women: null,
      leaders: null,
      place: 'Entebbe',
      centre: null,
      languages: ['French'],
      contributors: [{ party: 'JPN', part: 'FUNDER' }],
      from: on,
      to: on,
    });
    log.add('one', 'EquipmentDelivered', {
      pledgeId: id('one'),
      item: 'Tent',
      number: 4,
      receiver: 'Ghana',
      inUse: null,
      note: null,
      deliveredOn: on,
    });
    log.add('one', 'PoliticalActRecorded', {
      pledgeId: id('one'),
      act: 'LAW',
      what: 'Conduct act',
      link: null,
      document: 'Act 1',
      doneOn: on,
    });
    log.add('one', 'TargetMeasured', {
      pledgeId: id('one'),
      indicator: 'WOMEN_TRAINED',
      low: 10,
      high: 12.5,
      unit: 'PER_CENT',
      target: null,
      measuredOn: on,
    });
  });
  expect(faultsOf(answer, pledgePageSchema)).toEqual([]);
});

it('a post shows how long its tour is', async () => {
  const { delivered } = await page(second);
  expect(delivered?.secondments).toMatchObject([{ post: 'Planner', to: '2027-03-01', months: 12 }]);
});

it('the state is shown one address for each post that is held', async () => {
  const { commands } = await page(second, focalPointOf('BGD'));
  expect(commands.filter(({ command }) => command === 'EndSecondment')).toMatchObject([
    { href: `/pledges/${id('one')}/secondments/${id('planner')}/end` },
  ]);
});
