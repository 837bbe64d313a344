/** How much was said, as every door reads it. Expectations are those of the accountability page, section 2. */
import { Rejected } from '@pledgeline/event-sourcing';
import { parseAmount, parseCount, parseFigure } from './parse-figure.ts';
import { parseFigures } from './parse-parts.ts';

const refusalOf = (read: () => unknown): Partial<Rejected> => {
  try {
    read();
  } catch (error) {
    if (error instanceof Rejected) return { code: error.code, details: error.details };
    throw error;
  }
  return {};
};

describe('how much', () => {
  it.each([
    ['2-3', 'units', { min: 2, max: 3, unit: 'units', asStated: '2-3' }],
    ['up to 300', 'troops', { min: 0, max: 300, unit: 'troops', asStated: 'up to 300' }],
    ['over 450', undefined, { min: 450, max: null, unit: null, asStated: 'over 450' }],
    [700, 'troops', { min: 700, max: 700, unit: 'troops', asStated: '700' }],
    [0, null, { min: 0, max: 0, unit: null, asStated: '0' }],
    [undefined, 'troops', { min: null, max: null, unit: 'troops', asStated: null }],
  ])('%s %s keeps what was said', (quantity, unit, expected) =>
    expect(parseCount(quantity, unit)).toEqual(expected),
  );

  it('nothing said is nothing, never 0', () => {
    expect(parseCount(undefined, undefined)).toBeNull();
    expect(parseCount(null, null)).toBeNull();
  });

  it.each(['several', '-5', '3-2', -1, 1e21, 0.123, '5m'])('%s is refused by field', (quantity) =>
    expect(refusalOf(() => parseCount(quantity, 'units'))).toEqual({
      code: 'QUANTITY_UNREADABLE',
      details: { field: 'quantity' },
    }),
  );
});

it.each([
  ['QUANTITY_UNREADABLE', 'quantity', ['several', 'USD'] as const],
  ['CURRENCY_UNCLEAR', 'unit', [5, 'kroner'] as const],
  ['CURRENCY_UNCLEAR', 'quantity', ['5 million kroner', null] as const],
  ['UNIT_UNKNOWN', 'unit', [5, 'USD worth of kit'] as const],
])('is refused as %s by %s', (code, field, [stated, unit]) =>
  expect(refusalOf(() => parseFigure(stated, unit))).toMatchObject({ code, details: { field } }),
);

it.each(['USD', 'usd million', '€', 'm€', 'US$ thousand', 'dollars'])(
  '%s has no place among counts',
  (unit) => expect(refusalOf(() => parseCount(5, unit))).toMatchObject({ code: 'MONEY_NOT_COUNTED' }),
);

it('an amount stands alone where its currency is known', () => {
  expect(parseAmount('5 million', 'amount')?.max).toBe(5_000_000);
  expect(refusalOf(() => parseAmount('5 million USD', 'amount'))).toMatchObject({
    code: 'QUANTITY_UNREADABLE',
    details: { field: 'amount' },
  });
});

describe('a promise of finance', () => {
  const finance = (quantity: string | number, unit: string, money?: { amount: number; currency: string }) =>
    parseFigures({ quantity, unit, category: 'FINANCE', ...(money && { money }) });

  it.each([
    ['USD million', 5_000_000, 'USD'],
    ['million USD', 5_000_000, 'USD'],
    ['USDm', 5_000_000, 'USD'],
    ['US$ million', 5_000_000, 'USD'],
    ['USD thousand', 5_000, 'USD'],
    ['usd', 5, 'USD'],
    ['SDR', 5, 'XDR'],
    ['XDR', 5, 'XDR'],
    ['million', 5_000_000, 'USD'],
  ])('of 5 %s is money', (unit, amount, currency) => {
    const { quantity, money } = finance(5, unit);
    expect(quantity).toBeNull();
    expect(money).toMatchObject({ amountMin: amount, amountMax: amount, currency });
  });

  it.each(['FCFA', 'kroner', 'kr', 'francs', 'dinars', 'rupees', 'pesos'])(
    'of 5 %s is asked which',
    (unit) => {
      const refusal = refusalOf(() => finance(5, unit));
      expect(refusal).toMatchObject({ code: 'CURRENCY_UNCLEAR', details: { field: 'unit' } });
      expect(refusal.details?.candidates).not.toHaveLength(0);
    },
  );

  it.each(['BTC', 'beads', 'shares', 'try', 'gold bars'])('of 5 %s is refused', (unit) =>
    expect(refusalOf(() => finance(5, unit))).toMatchObject({
      code: 'UNIT_UNKNOWN',
      details: { field: 'unit' },
    }),
  );

  it.each(['posts', 'aircraft', 'hours', 'flight hours per year', 'vehicles', 'courses'])(
    'counts the %s that the money buys',
    (unit) => {
      expect(finance(5, unit)).toMatchObject({ quantity: { max: 5, unit }, money: null });
      expect(finance(5, unit, { amount: 9, currency: 'USD' })).toMatchObject({
        quantity: { max: 5, unit },
        money: { amountMax: 9 },
      });
    },
  );

  it('of another category counts whatever it names', () =>
    expect(parseFigures({ quantity: 5, unit: 'beads', category: 'EQUIPMENT' })).toMatchObject({
      quantity: { max: 5, unit: 'beads' },
    }));
});
