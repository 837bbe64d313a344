/** Accountability page, section 2: what a state is to do about its money, and what the public sees of it. */
import { NO_TERMS, type DataOf, type Money } from '@pledgeline/contracts';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../../testing/a-log.ts';
import { registerCourse } from '../../testing/an-implementation.ts';
import { withdraw } from '../../testing/a-pledge.ts';
import { faultsOf } from '../../testing/as-described.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { pledgePage } from '../pledge/pledge-page.ts';
import { pledgePage as pledgePageSchema } from '../pledge/pledge.schema.ts';
import { workQueue } from './work-queue.ts';

afterEach(closeAll);

const money = (amount: number, more: Partial<Money> = {}): Money => ({
  amountMin: amount,
  amountMax: amount,
  currency: 'CAD',
  currencyAssumed: false,
  per: null,
  funding: null,
  asStated: null,
  ...more,
});
const terms = (validUntil: string) => ({ ...NO_TERMS, validUntil });
type Step = 'FundsPledged' | 'FundsCommitted' | 'FundsReceived';
const fund = (log: Log, type: Step, amount: number, over: object = {}): void => {
  const day = { FundsPledged: 'pledgedOn', FundsCommitted: 'committedOn', FundsReceived: 'receivedOn' };
  log.add('one', type, {
    pledgeId: id('one'),
    currency: 'CAD',
    fund: null,
    funder: null,
    funding: null,
    trancheYear: null,
    agreementReference: null,
    note: null,
    amount,
    [day[type]]: '2026-03-01',
    ...over,
  });
};
type Announced = Partial<DataOf<'PledgeAnnounced'>>;
const told = (announced: Announced, tell: (log: Log) => void = () => undefined): Log => {
  const log = aLog();
  registerCourse(log, 'one', announced);
  tell(log);
  return log;
};
const KINDS = ['MONEY_TO_AMEND', 'TRANCHE_LATE', 'MONEY_VALIDITY_ENDS'];
const tasks = async (log: Log, today: string, earliest = today, caller = desk) => {
  const { items } = await workQueue(await contextOf(log.events), {}, caller, today, earliest);
  return items.filter(({ kind }) => KINDS.includes(kind));
};
const page = async (log: Log, today: string, earliest = today) =>
  pledgePage(await contextOf(log.events), id('one'), reader, today, earliest);
const marksOn = async (log: Log, today: string) =>
  (await page(log, today)).moneyByGiver.map(({ giver, marks }) => [giver, ...marks]);

describe('more confirmed than pledged', () => {
  const log = (confirmed: number, more: object = {}) =>
    told({ money: money(20) }, (one) => fund(one, 'FundsPledged', confirmed, more));

  it('is a task of its state to amend, and a mark', async () => {
    expect(await tasks(log(23.5), '2026-04-01')).toMatchObject([
      {
        kind: 'MONEY_TO_AMEND',
        waitsFor: ['MS'],
        due: null,
        todo: '23.5 CAD were confirmed, 3.5 more than was pledged: amend the promise.',
      },
    ]);
    expect(await marksOn(log(23.5), '2026-04-01')).toEqual([['BGD', 'CONFIRMED_BEYOND_PLEDGED']]);
  });

  it('is none up to what was pledged, nor of another giver', async () => {
    expect(await tasks(log(20), '2026-04-01')).toEqual([]);
    expect(await tasks(log(50, { funder: 'Peacebuilding Fund' }), '2026-04-01')).toEqual([]);
  });

  it('ends with the amendment', async () => {
    const amended = log(23.5);
    amended.add('one', 'PledgeAmended', {
      pledgeId: id('one'),
      changes: [{ field: 'money', old: money(20), new: money(23.5) }],
      reason: 'More',
      source: 'Note',
      consentReference: null,
      conversion: null,
    });
    expect(await tasks(amended, '2026-04-01')).toEqual([]);
  });
});

describe('a tranche of 2026', () => {
  const log = (tell: (one: Log) => void = () => undefined) =>
    told({ money: money(20) }, (one) => {
      fund(one, 'FundsPledged', 10, { trancheYear: 2026 });
      tell(one);
    });

  it('is late once its year is over: a task of its state, and a mark on the public page', async () => {
    const part = log((one) => fund(one, 'FundsReceived', 4.5, { trancheYear: 2026 }));
    expect(await tasks(part, '2027-01-01')).toMatchObject([
      {
        kind: 'TRANCHE_LATE',
        waitsFor: ['MS', 'IMPL'],
        since: '2027-01-01',
        due: '2026-12-31',
        overdue: true,
        todo: 'Pay the tranche of 2026: of 10 CAD 4.5 came.',
      },
    ]);
    const shown = await page(part, '2027-01-01');
    expect(shown.moneyByGiver).toMatchObject([
      { tranches: [{ year: 2026, amount: 10, received: 4.5, late: true }], marks: ['TRANCHE_LATE'] },
    ]);
    expect(faultsOf(shown, pledgePageSchema)).toEqual([]);
  });

  it('is not late on the last day of its year anywhere in the world', async () => {
    expect(await tasks(log(), '2027-01-01', '2026-12-31')).toEqual([]);
    expect((await page(log(), '2027-01-01', '2026-12-31')).moneyByGiver).toMatchObject([{ marks: [] }]);
  });

  it.each<[string, (one: Log) => void]>([
    ['in full', (one) => fund(one, 'FundsReceived', 10, { trancheYear: 2026 })],
    ['without a year', (one) => fund(one, 'FundsReceived', 10)],
    ['after the year', (one) => fund(one, 'FundsReceived', 10, { receivedOn: '2027-02-01' })],
  ])('that came %s is not', async (_, tell) => {
    expect(await tasks(log(tell), '2027-03-01')).toEqual([]);
    expect(await marksOn(log(tell), '2027-03-01')).toEqual([['BGD']]);
  });

  it('is not late once the promise was withdrawn', async () => {
    const withdrawn = log((one) => withdraw(one, 'one', '2026-12-01'));
    expect(await tasks(withdrawn, '2027-03-01')).toEqual([]);
    expect(await marksOn(withdrawn, '2027-03-01')).toEqual([['BGD']]);
  });

  it('is no task while the pledge is suspended', async () => {
    const rests = { pledgeId: id('one'), reason: 'No parliament', from: '2026-12-01' };
    const suspended = log((one) => one.add('one', 'PledgeSuspended', rests, { on: '2026-12-01' }));
    expect(await tasks(suspended, '2027-03-01')).toEqual([]);
    expect(await marksOn(suspended, '2027-03-01')).toEqual([['BGD', 'TRANCHE_LATE']]);
  });

  it('of another giver is marked under its name, and no task of the state', async () => {
    const others = told({ money: money(20) }, (one) =>
      fund(one, 'FundsPledged', 10, { trancheYear: 2026, funder: 'Peacebuilding Fund' }),
    );
    expect(await tasks(others, '2027-01-01')).toEqual([]);
    expect(await marksOn(others, '2027-01-01')).toEqual([['BGD'], ['Peacebuilding Fund', 'TRANCHE_LATE']]);
  });
});

describe('money that may be used until 2026-06-30', () => {
  const log = (tell: (one: Log) => void = () => undefined, announced: Announced = {}) =>
    told({ money: money(20), terms: terms('2026-06-30'), ...announced }, tell);
  const kinds = async (one: Log, today: string, earliest = today) =>
    (await tasks(one, today, earliest)).map(({ kind }) => kind);

  it.each([
    ['2026-03-31', []],
    ['2026-04-01', ['MONEY_VALIDITY_ENDS']],
    ['2026-06-30', ['MONEY_VALIDITY_ENDS']],
    ['2026-09-01', ['MONEY_VALIDITY_ENDS']],
  ])('on %s: %j', async (today, expected) => {
    expect(await kinds(log(), today)).toEqual(expected);
  });

  it('asks state and body, within 90 days', async () => {
    expect(await tasks(log(), '2026-05-01')).toMatchObject([
      {
        waitsFor: ['MS', 'IMPL'],
        since: '2026-04-01',
        due: '2026-06-30',
        overdue: false,
        todo: 'The money may be used until 2026-06-30: pay and use it, or state a later day.',
      },
    ]);
  });

  it('is still to be used once all came, and asked for no more once its day is over', async () => {
    const paid = log((one) => fund(one, 'FundsReceived', 20));
    expect(await kinds(paid, '2026-05-01')).toEqual(['MONEY_VALIDITY_ENDS']);
    expect(await kinds(paid, '2026-07-01', '2026-06-30')).toEqual(['MONEY_VALIDITY_ENDS']);
    expect(await kinds(paid, '2026-07-01')).toEqual([]);
  });

  it('is no task of a pledge of something else', async () => {
    expect(await kinds(log(undefined, { money: null }), '2026-05-01')).toEqual([]);
  });

  it('is asked for by the day that was stated later, or amended', async () => {
    const later = { pledgeId: id('one'), terms: terms('2026-10-31'), source: 'Note' };
    const stated = log((one) => one.add('one', 'TermsStated', later), { terms: null });
    expect(await kinds(stated, '2026-07-01')).toEqual([]);
    expect(await kinds(stated, '2026-08-10')).toEqual(['MONEY_VALIDITY_ENDS']);
  });

  it('that came afterwards is flagged', async () => {
    const late = log((one) => {
      fund(one, 'FundsReceived', 4.1, { receivedOn: '2026-06-30' });
      fund(one, 'FundsReceived', 5.1, { receivedOn: '2026-07-01' });
      fund(one, 'FundsReceived', 0.2, { receivedOn: '2026-08-01', trancheYear: 2026 });
      fund(one, 'FundsReceived', 7, { receivedOn: '2026-06-01', funder: 'Peacebuilding Fund' });
    });
    const shown = await page(late, '2026-09-01');
    expect(shown.moneyByGiver).toMatchObject([
      { giver: 'BGD', receivedAfterValidity: 5.3, marks: ['RECEIVED_AFTER_VALIDITY'] },
      { giver: 'Peacebuilding Fund', receivedAfterValidity: null, marks: [] },
    ]);
    expect(shown.delivered?.payments.map(({ amount, receivedOn }) => [amount, receivedOn])).toEqual([
      [4.1, '2026-06-30'],
      [5.1, '2026-07-01'],
      [0.2, '2026-08-01'],
      [7, '2026-06-01'],
    ]);
  });
});

it('a promise that was kept in part waits for its payments, and for no amendment', async () => {
  const log = told({ money: money(20), terms: terms('2026-06-30') }, (one) => {
    fund(one, 'FundsPledged', 25, { trancheYear: 2025 });
    fund(one, 'FundsReceived', 10);
    one.add('one', 'PledgePartiallyFulfilled', {
      pledgeId: id('one'),
      shareDelivered: 50,
      judged: false,
      reason: null,
      delivered: [],
      evidence: [],
    });
  });
  const found = await tasks(log, '2026-05-01');
  expect(found.map(({ kind }) => kind).sort()).toEqual(['MONEY_VALIDITY_ENDS', 'TRANCHE_LATE']);
  for (const [caller, command] of [
    [focalPointOf('BGD'), 'ReportProgress'],
    [{ ...desk, role: 'IMPL' as const }, 'ReceiveFunds'],
  ] as const)
    for (const { next } of await tasks(log, '2026-05-01', '2026-05-01', caller))
      expect(next.map((one) => one.command)).toContain(command);
});
