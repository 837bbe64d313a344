/**
 * Accountability page, section 2: new amounts with more decimals than the currency has are refused, stored ones are rounded
 * half-even when they are read, and marked.
 */
import { NO_TERMS } from '@pledgeline/contracts';
import fc from 'fast-check';
import { moneyPromised } from './amendment/amendment.state.ts';
import { after } from './testing/a-pledge.ts';
import { amended } from './testing/amended-life.ts';
import { fundsCommitted, fundsPledged, fundsReceived } from './testing/delivered-life.ts';
import { announced, linked } from './testing/early-life.ts';
import { carriedOutTo } from './testing/implementation-life.ts';
import { money } from './testing/money.ts';
import { commands } from './testing/commands.ts';

const { AnnouncePledge, LinkAnnouncement, AmendPledge, PledgeFunds, CommitFunds, ReceiveFunds } = commands;
const { REGISTERED } = carriedOutTo;
const inMoney = (of: ReturnType<typeof money>) => ({ quantity: null, money: of });

const INEXACT = [
  [0.5, 'JPY'],
  [1.5, 'XOF'],
  [1.234, 'USD'],
  [0.001, 'EUR'],
  [1.2345, 'KWD'],
] as const;
const EXACT = [
  [5, 'JPY'],
  [1.23, 'USD'],
  [0.1, 'EUR'],
  [1.234, 'KWD'],
] as const;

describe.each(INEXACT)('%d %s, with more decimals than the currency has, is refused', (amount, currency) => {
  const of = money(amount, amount, { currency });

  it.each([
    ['announced', () => after([]).when(AnnouncePledge, inMoney(of))],
    ['as the lower bound', () => after([]).when(AnnouncePledge, inMoney({ ...of, amountMax: null }))],
    ['linked', () => after([announced()]).when(LinkAnnouncement, inMoney(of))],
    [
      'amended',
      () => {
        const before = announced(inMoney(money(7, 7, { currency })));
        const said = (figure: number) => ({ amountMin: figure, amountMax: figure, currency, asStated: null });
        const changes = [{ field: 'money', old: said(7), new: said(amount) }];
        return after([before]).when(AmendPledge, { changes });
      },
    ],
    ['pledged to a fund', () => after(REGISTERED).when(PledgeFunds, { amount, currency })],
    ['committed', () => after(REGISTERED).when(CommitFunds, { amount, currency })],
    ['received', () => after(REGISTERED).when(ReceiveFunds, { amount, currency })],
  ])('when %s', (_, act) => {
    const { message } = act().thenRejected('AMOUNT_INVALID');
    expect(message).toContain(currency);
  });
});

it.each(EXACT)('%d %s is taken as it is', (amount, currency) => {
  const of = money(amount, amount, { currency });
  after([]).when(AnnouncePledge, inMoney(of)).thenTypes('PledgeAnnounced');
  after(REGISTERED).when(PledgeFunds, { amount, currency }).thenTypes('FundsPledged');
});

it.each([
  ['nothing', 0],
  ['more than can be kept to the cent', 1e14],
])('an amount of %s is refused', (_, amount) => {
  const rejected = after([])
    .when(AnnouncePledge, inMoney(money(amount)))
    .thenRejected('AMOUNT_INVALID');
  expect(rejected.details).toMatchObject({ field: 'money' });
});

it('arrears are owed in the smallest unit of the currency too', () => {
  const owed = { ...inMoney(money(5, 5, { currency: 'JPY' })), terms: { ...NO_TERMS, arrearsOwed: 0.5 } };
  const rejected = after([]).when(AnnouncePledge, owed).thenRejected('AMOUNT_INVALID');
  expect(rejected.details).toMatchObject({ field: 'terms.arrearsOwed' });
});

describe('an amount that was stored before with more decimals', () => {
  it.each([
    [0.5, 'JPY', 0],
    [1.5, 'JPY', 2],
    [2.5, 'JPY', 2],
    [1.234, 'USD', 1.23],
    [1.235, 'USD', 1.24],
  ])('%d %s is read as %d, and marked', (amount, currency, read) => {
    const of = money(amount, amount, { currency });
    const pledge = after([announced(inMoney(of))]).state();
    expect(moneyPromised(pledge)).toEqual({ ...of, amountMin: read, amountMax: read });
    expect(pledge.amountsRounded).toBe(true);
    expect(after([announced(), linked({ money: of })]).state().links[0]?.money?.amountMax).toBe(read);
  });

  it('is rounded event by event, before anything is added up', () => {
    const thrice = [1, 2, 3].map((trancheYear) => fundsReceived({ amount: 1.005, trancheYear }));
    const pledge = after([...REGISTERED, ...thrice, fundsReceived({ amount: 1.005 })]).state();
    expect(pledge.delivered?.funds.map(({ received }) => received)).toEqual([1, 1, 1, 1]);
    expect(pledge.amountsRounded).toBe(true);
  });

  it('is read so in an amendment, whose old value stays as it was said', () => {
    const changes = [{ field: 'money' as const, old: money(1), new: money(2.345) }];
    const pledge = after([announced(inMoney(money(1))), amended({ changes })]).state();
    expect(moneyPromised(pledge)?.amountMax).toBe(2.34);
    expect(pledge.amountsRounded).toBe(true);
  });

  it('marks nothing where every amount is exact', () => {
    const funds = [fundsPledged({ amount: 70.25 }), fundsCommitted(), fundsReceived({ amount: 0.1 })];
    const pledge = after([...REGISTERED, ...funds]).state();
    expect(pledge.amountsRounded).toBe(false);
  });
});

it('0.10 and 0.20 and any other cents add up to the cent, in every order', () => {
  const cents = fc.array(fc.integer({ min: 1, max: 100_000_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(cents, (amounts) => {
      const received = amounts.map((amount) => fundsReceived({ amount: amount / 100 }));
      const [line] = after([...REGISTERED, ...received]).state().delivered?.funds ?? [];
      expect(line?.received).toBe(amounts.reduce((sum, amount) => sum + amount, 0) / 100);
    }),
  );
});
