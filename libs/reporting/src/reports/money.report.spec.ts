/** Accountability page, section 2: whose money it is, and what was only confirmed of what was announced. */
import type { DataOf, Money } from '@pledgeline/contracts';
import { aLog, id, type Log } from '../testing/a-log.ts';
import { announce, withdraw } from '../testing/a-pledge.ts';
import { together } from '../testing/a-partnership.ts';
import { closeAll, contextOf } from '../testing/read-models-of.ts';
import { reports } from './reports.ts';

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
const promise = (log: Log, name: string, memberState: string, of: Money | null) =>
  announce(log, name, { memberState, category: 'FINANCE', capabilityCode: null, money: of });
const fund = (
  log: Log,
  type: 'FundsPledged' | 'FundsCommitted' | 'FundsReceived',
  amount: number,
  over: Partial<DataOf<'FundsPledged'>> = {},
  name = 'one',
): void => {
  log.add(name, type, {
    pledgeId: id(name),
    currency: 'CAD',
    fund: null,
    funder: null,
    funding: null,
    trancheYear: null,
    agreementReference: null,
    note: null,
    amount,
    ...over,
  });
};
const report = reports.find(({ report: name }) => name === 'money')!;
const figuresOf = async (tell: (log: Log) => void, question: object = {}) => {
  const log = aLog();
  tell(log);
  const groups = await report.make(await contextOf(log.events), question);
  return Object.fromEntries(
    groups.map(({ code, figures }) => [
      code,
      Object.fromEntries(figures.map(({ figure, value }) => [figure, value])),
    ]),
  );
};

it('20.4M CAD announced, 5M CAD confirmed: pledged 20.4M, confirmed 5M', async () => {
  const { CAD } = await figuresOf((log) => {
    promise(log, 'one', 'CAN', money(20.4e6));
    fund(log, 'FundsPledged', 5e6, { funding: 'VOLUNTARY' });
  });
  expect(CAD).toMatchObject({
    pledgedOwn: 20.4e6,
    pledgedOwnVoluntary: 5e6,
    pledgedOwnAssessed: null,
    confirmedOwn: 5e6,
    confirmedOwnVoluntary: 5e6,
    confirmedBeyondPledged: null,
    committedOwn: null,
    receivedOwn: null,
  });
});

it('more confirmed than pledged: pledged stays, and the surplus shows', async () => {
  const { CAD } = await figuresOf((log) => {
    promise(log, 'one', 'CAN', money(20, { funding: 'ASSESSED' }));
    fund(log, 'FundsPledged', 23);
    promise(log, 'two', 'CAN', money(7));
  });
  expect(CAD).toMatchObject({
    pledgedOwn: 27,
    pledgedOwnAssessed: 20,
    confirmedOwn: 23,
    confirmedOwnAssessed: 23,
    confirmedBeyondPledged: 3,
  });
});

it('of a promise that names no kind, no more than the whole is of one', async () => {
  const { CAD } = await figuresOf((log) => {
    promise(log, 'one', 'CAN', money(20));
    fund(log, 'FundsPledged', 25, { funding: 'VOLUNTARY' });
  });
  expect(CAD).toMatchObject({ pledgedOwn: 20, pledgedOwnVoluntary: 20, confirmedOwnVoluntary: 25 });
});

it('nothing announced: what was confirmed is pledged', async () => {
  const { CAD } = await figuresOf((log) => {
    promise(log, 'one', 'CAN', null);
    fund(log, 'FundsPledged', 0.1);
    fund(log, 'FundsPledged', 0.2, { fund: 'Trust fund' });
  });
  expect(CAD).toMatchObject({ pledgedOwn: 0.3, confirmedOwn: 0.3, confirmedBeyondPledged: null });
});

it('a range counts by its upper end, and a floor by its own', async () => {
  const { CAD } = await figuresOf((log) => {
    promise(log, 'one', 'CAN', money(5, { amountMax: 10 }));
    promise(log, 'two', 'CAN', money(3, { amountMax: null }));
  });
  expect(CAD).toMatchObject({ pledgedOwn: 13 });
});

it('of a promise that no longer stands only what was bound or paid is left', async () => {
  const { CAD } = await figuresOf((log) => {
    promise(log, 'one', 'CAN', money(20));
    fund(log, 'FundsPledged', 25);
    fund(log, 'FundsCommitted', 5);
    fund(log, 'FundsReceived', 4);
    withdraw(log, 'one', '2026-02-01');
  });
  expect(CAD).toMatchObject({
    pledgedOwn: null,
    confirmedOwn: null,
    confirmedBeyondPledged: null,
    committedOwn: 5,
    receivedOwn: 4,
  });
});

describe("the mission's programmatic 40 and the fund's 20", () => {
  const norway = (log: Log) => {
    promise(log, 'one', 'NOR', money(60));
    fund(log, 'FundsCommitted', 40, { funding: 'ASSESSED', funder: 'UNAMID budget' });
    fund(log, 'FundsReceived', 20, { funding: 'VOLUNTARY', funder: 'Peacebuilding Fund' });
    fund(log, 'FundsPledged', 20, { funding: 'VOLUNTARY', funder: 'Peacebuilding Fund' });
    fund(log, 'FundsReceived', 8, { funder: 'Norway' });
  };

  it.each([{}, { memberState: 'NOR' }, { memberState: 'Norway' }])(
    "are not Norway's money: %j",
    async (filters) => {
      const { CAD } = await figuresOf(norway, filters);
      expect(CAD).toMatchObject({
        pledgedOwn: 60,
        confirmedOwn: null,
        committedOwn: null,
        committedOwnAssessed: null,
        receivedOwn: 8,
        receivedOwnVoluntary: null,
        pledgedByOthers: 20,
        confirmedByOthers: 20,
        committedByOthers: 40,
        receivedByOthers: 20,
      });
    },
  );
});

it('what one state gives under the pledge of another is its own where it is asked about', async () => {
  const tell = (log: Log) => {
    together(log, 'one', 'JOINT_DEPLOYMENT', 'JPN');
    fund(log, 'FundsPledged', 10);
    fund(log, 'FundsReceived', 4, { funder: 'Japan' });
  };
  expect(await figuresOf(tell)).toMatchObject({
    CAD: { pledgedOwn: 10, receivedOwn: null, receivedByOthers: 4 },
  });
  expect(await figuresOf(tell, { memberState: 'JPN' })).toMatchObject({
    CAD: { pledgedOwn: null, pledgedByOthers: 10, receivedOwn: 4, receivedByOthers: null },
  });
});

it.each([
  ['3-5 years', 330],
  ['2026-2027', 220],
  ['every year', 110],
])('110 per year promised %j count as %d', async (timeframe, pledgedOwn) => {
  const { CAD } = await figuresOf((log) =>
    announce(log, 'one', {
      memberState: 'CAN',
      category: 'FINANCE',
      capabilityCode: null,
      money: money(110, { per: 'YEAR' }),
      timeframe,
    }),
  );
  expect(CAD).toMatchObject({ pledgedOwn });
});
