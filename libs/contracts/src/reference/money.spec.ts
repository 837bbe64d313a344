/** Accountability page, section 2: a number with a unit of money is money, however people write it. */
import fc from 'fast-check';
import { currencies } from './currency.ts';
import { readFigure } from './figure.ts';
import { moneyIn } from './money.ts';

const moneyOf = (stated: string, unit: string, asMoney = false) => {
  const figure = readFigure(stated, unit, { asMoney });
  return figure.kind === 'MONEY' ? figure.money : figure.kind;
};

/** Five of the unit, as an amount in its currency. */
const five = (unit: string) => {
  const money = moneyOf('5', unit);
  return typeof money === 'string' ? money : [money.amountMax, money.currency, money.currencyAssumed];
};

describe('a unit of money', () => {
  it.each([
    ['USD', 5, 'USD'],
    ['usd', 5, 'USD'],
    ['Usd', 5, 'USD'],
    ['ＵＳＤ', 5, 'USD'],
    ['US$', 5, 'USD'],
    ['US $', 5, 'USD'],
    ['$US', 5, 'USD'],
    ['USD ($)', 5, 'USD'],
    ['US dollars', 5, 'USD'],
    ['US\u00a0Dollars', 5, 'USD'],
    ['U.S. dollar', 5, 'USD'],
    ['dollars (USD)', 5, 'USD'],
    ['USD million', 5e6, 'USD'],
    ['million USD', 5e6, 'USD'],
    ['USDm', 5e6, 'USD'],
    ['USD m', 5e6, 'USD'],
    ['mUSD', 5e6, 'USD'],
    ['US$ million', 5e6, 'USD'],
    ['USD mn', 5e6, 'USD'],
    ['millions of US dollars', 5e6, 'USD'],
    ['USD (million)', 5e6, 'USD'],
    ['USD thousand', 5e3, 'USD'],
    ['k USD', 5e3, 'USD'],
    ['USD bn', 5e9, 'USD'],
    ['€', 5, 'EUR'],
    ['EUR', 5, 'EUR'],
    ['eur', 5, 'EUR'],
    ['euro', 5, 'EUR'],
    ['Euros', 5, 'EUR'],
    ['m€', 5e6, 'EUR'],
    ['€ million', 5e6, 'EUR'],
    ['€bn', 5e9, 'EUR'],
    ["millions d'euros", 5e6, 'EUR'],
    ['CAD', 5, 'CAD'],
    ['CAD$', 5, 'CAD'],
    ['C$', 5, 'CAD'],
    ['$ CAD', 5, 'CAD'],
    ['Canadian dollars', 5, 'CAD'],
    ['A$', 5, 'AUD'],
    ['AU$ million', 5e6, 'AUD'],
    ['yen', 5, 'JPY'],
    ['Norwegian kroner', 5, 'NOK'],
    ['NOK million', 5e6, 'NOK'],
    ['Swiss francs', 5, 'CHF'],
    ['francs CFA (XOF)', 5, 'XOF'],
    ['Kuwaiti dinars', 5, 'KWD'],
    ['Indian rupees', 5, 'INR'],
    ['crore INR', 5e7, 'INR'],
    ['SDR', 5, 'XDR'],
    ['XDR', 5, 'XDR'],
    ['ALL', 5, 'ALL'],
  ])('%s is %d %s', (unit, amount, currency) => expect(five(unit)).toEqual([amount, currency, false]));

  it.each([
    ['dollars', 5, 'USD'],
    ['Dollars', 5, 'USD'],
    ['$', 5, 'USD'],
    ['$ million', 5e6, 'USD'],
    ['£', 5, 'GBP'],
    ['pounds', 5, 'GBP'],
  ])('which currency "%s" means is assumed', (unit, amount, currency) =>
    expect(five(unit)).toEqual([amount, currency, true]),
  );

  it.each([
    ['kroner', ['DKK', 'ISK', 'NOK', 'SEK']],
    ['kr.', ['DKK', 'ISK', 'NOK', 'SEK']],
    ['krona', ['DKK', 'ISK', 'NOK', 'SEK']],
    ['million kroner', ['DKK', 'ISK', 'NOK', 'SEK']],
    ['FCFA', ['XAF', 'XOF']],
    ['CFA francs', ['XAF', 'XOF']],
    ['F CFA million', ['XAF', 'XOF']],
    ['¥', ['CNY', 'JPY']],
    ['dinars', expect.arrayContaining(['KWD', 'JOD'])],
    ['francs', expect.arrayContaining(['CHF', 'RWF'])],
    ['rupees per year', expect.arrayContaining(['INR', 'PKR', 'NPR'])],
    ['pesos', expect.arrayContaining(['MXN', 'UYU'])],
    ['riyals', expect.arrayContaining(['QAR', 'SAR'])],
    ['shillings', expect.arrayContaining(['KES', 'UGX'])],
  ])('which currency "%s" means is asked', (unit, candidates) =>
    expect(readFigure('5', unit)).toMatchObject({ kind: 'UNCLEAR', candidates }),
  );

  it.each(['troops', 'units', '', 'all', 'try', 'top', 'XXX', 'BTC', 'persons per year', 'bn', 'm', 'posts'])(
    '"%s" is no money',
    (unit) => expect(five(unit)).toBe('COUNT'),
  );

  it.each(['USD worth of kit', 'hundred thousand USD', '$-equivalent', 'kind (€)', 'dollar-equivalents'])(
    '"%s" is not counted either: nobody can say what it is',
    (unit) => expect(five(unit)).toBe('UNIT_UNREADABLE'),
  );

  it.each([
    ['per year', 5],
    ['/year', 5],
    ['a year', 5],
    ['annually', 5],
    ['p.a.', 5],
    ['par an', 5],
    ['per month', 60],
    ['monthly', 60],
  ])('"USD %s" comes every year', (per, amount) =>
    expect(moneyOf('5', `USD ${per}`)).toMatchObject({ amountMax: amount, currency: 'USD', per: 'YEAR' }),
  );

  it.each([
    ['5', 'USD per month', '5 USD per month', 60],
    ['0.10', 'EUR monthly', '0.10 EUR monthly', 1.2],
    ['up to 2', 'million USD a month', 'up to 2 million USD a month', 24e6],
    ['5 million USD per month', '', '5 million USD per month', 60e6],
    ['5', 'USD per year', '5', 5],
  ])('"%s" %s is kept by the year, and beside it "%s"', (stated, unit, asStated, amount) =>
    expect(moneyOf(stated, unit)).toMatchObject({ amountMax: amount, per: 'YEAR', asStated }),
  );

  it('of every currency is read in every place of its scale, with any blanks', () => {
    const scales = fc.constantFrom(['', 0], ['thousand', 3], ['million', 6], ['billion', 9], ['mn', 6]);
    const blank = fc.constantFrom(' ', '  ', '\u00a0', '\u202f', '\t');
    fc.assert(
      fc.property(
        fc.constantFrom(...currencies),
        scales,
        blank,
        fc.boolean(),
        (code, [scale, tenTo], gap, first) => {
          const unit = first ? `${scale}${gap}${code}` : `${code}${gap}${scale}`;
          expect([unit, five(unit)]).toEqual([unit, [5 * 10 ** tenTo, code, false]]);
        },
      ),
    );
  });
});

describe('an amount', () => {
  it.each([
    ['82000000', 'EUR', { amountMin: 82e6, amountMax: 82e6, currency: 'EUR' }],
    ['up to 5000000', 'US dollars', { amountMin: 0, amountMax: 5e6 }],
    ['over 10', 'CAD', { amountMin: 10, amountMax: null }],
    ['5 million', 'USD', { amountMin: 5e6, amountMax: 5e6, asStated: '5 million' }],
    ['5.5', 'million USD', { amountMin: 5.5e6, asStated: '5.5 million USD' }],
    ['5m', 'USD', { amountMin: 5e6 }],
    ['2-3 million', 'EUR', { amountMin: 2e6, amountMax: 3e6 }],
    ['1.1', 'USD million', { amountMin: 1_100_000 }],
    ['1,234,567.10', 'CAD', { amountMin: 1234567.1 }],
    ['1.234', 'KWD', { amountMin: 1.234 }],
    ['20.000', 'KWD', { amountMin: 20 }],
    ['', 'EUR', { amountMin: null, amountMax: null, currency: 'EUR', asStated: null }],
    ['', 'USD million', { amountMin: null, amountMax: null, currency: 'USD' }],
    ['5.5 million USD', '', { amountMin: 5.5e6, currency: 'USD', currencyAssumed: false }],
    ['$5m', '', { amountMin: 5e6, currency: 'USD', currencyAssumed: true }],
    ['USD 5', 'USD', { amountMin: 5, currency: 'USD' }],
    ['$5 million', 'CAD', { amountMin: 5e6, currency: 'CAD', currencyAssumed: false }],
    ['up to € 5 million a year', '', { amountMin: 0, amountMax: 5e6, currency: 'EUR', per: 'YEAR' }],
    ['between $1 million and $2 million', '', { amountMin: 1e6, amountMax: 2e6 }],
  ])('"%s" %s is read', (stated, unit, expected) => expect(moneyOf(stated, unit)).toMatchObject(expected));

  it.each([
    ['5 million', 'USD million'],
    ['CAD 5', 'USD'],
    ['20.000', 'USD'],
    ['500-1 million', 'USD'],
    ['1e3', 'USD'],
    ['USD', ''],
    ['5 USD 6', ''],
    ['9'.repeat(30), 'USD'],
  ])('"%s" %s is refused, not guessed', (stated, unit) => expect(moneyOf(stated, unit)).toBe('UNREADABLE'));

  it.each([
    ['5', ''],
    ['5 million', ''],
    ['5', 'million'],
    ['5', 'per year'],
  ])('of finance without a currency is assumed to be dollars: %s %s', (stated, unit) => {
    expect(moneyOf(stated, unit, true)).toMatchObject({ currency: 'USD', currencyAssumed: true });
    expect(moneyOf(stated, unit)).toBe('COUNT');
  });

  it('of any size is read exactly, whatever the scale', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(999_999), (whole, millionths) => {
        const stated = `${whole}.${String(millionths).padStart(6, '0')}`;
        expect(moneyOf(stated, 'USD million')).toMatchObject({ amountMin: whole * 1e6 + millionths });
      }),
    );
  });
});

describe('a quantity that was kept before', () => {
  const kept = (unit: string) => ({ min: 1.1, max: 5, unit, asStated: 'x' });

  it('is money where its unit is', () =>
    expect(moneyIn(kept('USD million'))).toMatchObject({
      amountMin: 1_100_000,
      amountMax: 5e6,
      currency: 'USD',
    }));

  it.each(['kroner', 'troops', ''])('stays a quantity of "%s"', (unit) =>
    expect(moneyIn(kept(unit))).toBeNull(),
  );

  it('of finance and without a unit is assumed to be dollars', () =>
    expect(moneyIn(kept(''), 'FINANCE')).toMatchObject({ currency: 'USD', currencyAssumed: true }));

  it('nothing is no money', () => expect(moneyIn(null)).toBeNull());
});
