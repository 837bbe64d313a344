/**
 * Accountability page, section 2: ceiling and package hold for money as for troops. Long because the same totals are read by the
 * report and by the page.
 */
import type { Money } from '@pledgeline/contracts';
import fc from 'fast-check';
import { pledgePage } from '../../pages/pledge/pledge-page.ts';
import { aLog, desk, id, type Log } from '../../testing/a-log.ts';
import { announce, withdraw } from '../../testing/a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { reports } from '../reports.ts';
import { itemisedMoney, type MoneyShare } from './money-counted-once.ts';

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
const promise = (log: Log, name: string, of: Money | null) =>
  announce(log, name, { memberState: 'CAN', category: 'FINANCE', capabilityCode: null, money: of });
const part = (
  log: Log,
  name: string,
  of: Money | null,
  { kind = 'PACKAGE', takes = null }: { kind?: 'PACKAGE' | 'CEILING'; takes?: Money | null } = {},
) => {
  promise(log, name, of);
  log.add(name, 'PledgeCountedAgainst', {
    pledgeId: id(name),
    kind,
    totalId: id('total'),
    quantity: null,
    money: takes,
  });
};
const report = reports.find(({ report: name }) => name === 'money')!;
const figuresOf = async (tell: (log: Log) => void, currency = 'CAD') => {
  const log = aLog();
  tell(log);
  const groups = await report.make(await contextOf(log.events), {});
  const group = groups.find(({ code }) => code === currency);
  return Object.fromEntries(group?.figures.map(({ figure, value }) => [figure, value]) ?? []);
};

it('20.4M, and 6.2M counted under it as ceiling: 20.4M', async () => {
  const figures = await figuresOf((log) => {
    promise(log, 'total', money(20.4e6));
    part(log, 'one', money(6.2e6), { kind: 'CEILING' });
  });
  expect(figures).toMatchObject({ pledgedOwn: 20.4e6, itemised: 6.2e6, notItemised: 14.2e6 });
});

it('a package of 20.4M with 17.2M itemised counts 20.4M: 17.2M itemised, 3.2M not', async () => {
  const figures = await figuresOf((log) => {
    promise(log, 'total', money(20.4e6));
    part(log, 'one', money(11e6));
    part(log, 'two', money(6.2e6));
  });
  expect(figures).toMatchObject({
    pledgedOwn: 20.4e6,
    itemised: 17.2e6,
    notItemised: 3.2e6,
    itemisedBeyondTotal: null,
  });
});

it.each(['PACKAGE', 'CEILING'] as const)('a %s that is not itemised counts as it is', async (kind) => {
  const figures = await figuresOf((log) => {
    promise(log, 'total', money(20.4));
    part(log, 'one', null, { kind });
  });
  expect(figures).toMatchObject({ pledgedOwn: 20.4, itemised: null, notItemised: null });
});

it('one that is itemised in full counts by its parts', async () => {
  const figures = await figuresOf((log) => {
    promise(log, 'total', money(0.3));
    part(log, 'one', money(0.1));
    part(log, 'two', money(0.2));
  });
  expect(figures).toMatchObject({ pledgedOwn: 0.3, itemised: 0.3, notItemised: 0 });
});

it.each(['PACKAGE', 'CEILING'] as const)('parts above a %s count in full, and are flagged', async (kind) => {
  const figures = await figuresOf((log) => {
    promise(log, 'total', money(20));
    part(log, 'one', money(15), { kind });
    part(log, 'two', money(7.5), { kind });
  });
  expect(figures).toMatchObject({
    pledgedOwn: 22.5,
    itemised: 22.5,
    notItemised: 0,
    itemisedBeyondTotal: 2.5,
  });
});

it('a part that was withdrawn frees its share', async () => {
  const figures = await figuresOf((log) => {
    promise(log, 'total', money(20));
    part(log, 'one', money(15));
    part(log, 'two', money(3));
    withdraw(log, 'one', '2026-02-01');
  });
  expect(figures).toMatchObject({ pledgedOwn: 20, itemised: 3, notItemised: 17 });
});

it('parts of a total that was withdrawn count by themselves', async () => {
  const figures = await figuresOf((log) => {
    promise(log, 'total', money(20));
    part(log, 'one', money(15));
    withdraw(log, 'total', '2026-02-01');
  });
  expect(figures).toMatchObject({ pledgedOwn: 15, itemised: null, notItemised: null });
});

describe('a part in another currency', () => {
  const tell = (takes: Money | null) => (log: Log) => {
    promise(log, 'total', money(20));
    part(log, 'one', money(4, { currency: 'EUR' }), { takes });
  };

  it('takes nothing', async () => {
    expect(await figuresOf(tell(null))).toMatchObject({ pledgedOwn: 20, itemised: null });
    expect(await figuresOf(tell(null), 'EUR')).toMatchObject({ pledgedOwn: 4 });
  });

  it('takes what the desk says', async () => {
    expect(await figuresOf(tell(money(6)))).toMatchObject({ pledgedOwn: 14, itemised: 6, notItemised: 14 });
    expect(await figuresOf(tell(money(6)), 'EUR')).toMatchObject({ pledgedOwn: 4, itemised: null });
  });
});

it.each<[string, Partial<Money>, Partial<Money>, boolean]>([
  ['of the same kind', { funding: 'VOLUNTARY' }, { funding: 'VOLUNTARY' }, true],
  ['of a kind, where the total names none', {}, { funding: 'ASSESSED' }, true],
  ['of no kind, where the total names one', { funding: 'ASSESSED' }, {}, true],
  ['of the other kind', { funding: 'VOLUNTARY' }, { funding: 'ASSESSED' }, false],
  ['in an assumed currency', {}, { currencyAssumed: true }, false],
  ['by the year, where the total is not', {}, { per: 'YEAR' }, false],
])('a part %s', async (_, ofTotal, ofPart, takes) => {
  const figures = await figuresOf((log) => {
    promise(log, 'total', money(20, ofTotal));
    part(log, 'one', money(6, ofPart));
  });
  expect(figures['notItemised']).toBe(takes ? 14 : null);
});

it('what others give under a part takes nothing of the total', async () => {
  const figures = await figuresOf((log) => {
    promise(log, 'total', money(20));
    part(log, 'one', money(6));
    log.add('one', 'FundsPledged', {
      pledgeId: id('one'),
      currency: 'CAD',
      amount: 5,
      fund: null,
      funder: 'Peacebuilding Fund',
      funding: null,
      trancheYear: null,
      agreementReference: null,
      note: null,
      pledgedOn: '2026-01-02',
    });
  });
  expect(figures).toMatchObject({ pledgedOwn: 20, itemised: 6, notItemised: 14, pledgedByOthers: 5 });
});

it('totals in an assumed currency are in no figure of what is itemised', async () => {
  const figures = await figuresOf((log) => {
    promise(log, 'total', money(20, { currencyAssumed: true }));
    part(log, 'one', money(6, { currencyAssumed: true }));
  });
  expect(figures).toMatchObject({ pledgedOwn: null, pledgedOwnCurrencyAssumed: 20, itemised: null });
});

it('what was confirmed of a total stays beside what its parts leave', async () => {
  const figures = await figuresOf((log) => {
    promise(log, 'total', money(20));
    part(log, 'one', money(15));
    log.add('total', 'FundsPledged', {
      pledgeId: id('total'),
      currency: 'CAD',
      amount: 21,
      fund: null,
      funder: null,
      funding: null,
      trancheYear: null,
      agreementReference: null,
      note: null,
      pledgedOn: '2026-01-02',
    });
  });
  expect(figures).toMatchObject({ pledgedOwn: 20, confirmedOwn: 21, confirmedBeyondPledged: 1 });
});

it('the page of the total says what is itemised, and what is beyond it', async () => {
  const log = aLog();
  promise(log, 'total', money(20.4e6));
  part(log, 'one', money(11e6));
  part(log, 'two', money(6.2e6));
  const shown = async () =>
    (await pledgePage(await contextOf(log.events), id('total'), desk, '2026-03-01')).itemised;
  const cad = { currency: 'CAD', funding: null };
  expect(await shown()).toEqual({
    quantity: null,
    money: [{ ...cad, itemised: 17.2e6, notItemised: 3.2e6, beyond: 0 }],
  });
  part(log, 'three', money(4e6));
  expect((await shown())?.money).toEqual([{ ...cad, itemised: 21.2e6, notItemised: 0, beyond: 0.8e6 }]);
});

it('itemised and not itemised are the whole, cent by cent and in every order', () => {
  const cents = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(cents, fc.array(cents, { maxLength: 6 }), (whole, parts) => {
      const shares = parts.map((amount): MoneyShare => ({
        currency: 'CAD',
        funding: null,
        min: amount / 100,
        max: amount / 100,
        asPromised: null,
      }));
      const line = {
        currency: 'CAD',
        funder: null,
        funding: null,
        pledgedMin: whole / 100,
        pledgedMax: whole / 100,
        isStated: true,
        confirmed: null,
        surplus: 0,
        committed: null,
        received: null,
        currencyAssumed: false,
        per: null,
        parts: [],
      };
      const [found] = itemisedMoney([line], shares);
      const inCents = (amount: number | null | undefined) => Math.round((amount ?? NaN) * 100);
      const sum = parts.reduce((one, other) => one + other, 0);
      expect(inCents(found?.itemised)).toBe(sum);
      expect(inCents(found?.left.pledgedMax)).toBe(Math.max(whole - sum, 0));
      expect(inCents(found?.beyond)).toBe(Math.max(sum - whole, 0));
      expect(itemisedMoney([line], [...shares].reverse())).toEqual([found]);
    }),
  );
});
