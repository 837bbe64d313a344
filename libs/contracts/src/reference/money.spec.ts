import { moneyIn } from './money.ts';
import { parseQuantity } from './quantity.ts';

const read = (stated: string, unit: string) => moneyIn(parseQuantity(stated, unit) ?? null);

it.each([
  [
    '82000000',
    'EUR',
    { amountMin: 82_000_000, amountMax: 82_000_000, currency: 'EUR', currencyAssumed: false },
  ],
  [
    'up to 5000000',
    'US dollars',
    { amountMin: 0, amountMax: 5_000_000, currency: 'USD', currencyAssumed: false },
  ],
  ['over 10', 'CAD', { amountMin: 10, amountMax: null, currency: 'CAD', currencyAssumed: false }],
  ['1000', 'USD per year', { amountMin: 1000, currency: 'USD', per: 'YEAR' }],
  ['', 'EUR', { amountMin: null, amountMax: null, currency: 'EUR', asStated: null }],
])('"%s" %s is money', (stated, unit, expected) => expect(read(stated, unit)).toMatchObject(expected));

it.each(['dollars', 'Dollars', '$', 'dollar', 'pounds'])('which currency "%s" means is assumed', (unit) =>
  expect(read('100', unit)).toMatchObject({ currencyAssumed: true }),
);

it.each(['troops', 'units', '', 'all', 'usd', 'XXX', 'persons per year', 'constructor'])(
  '"%s" is no currency',
  (unit) => expect(read('100', unit)).toBeNull(),
);

it('nothing stated is no money', () => expect(moneyIn(null)).toBeNull());
