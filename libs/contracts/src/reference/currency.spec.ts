import {
  currencies,
  isCurrency,
  isInMinorUnits,
  largestAmount,
  minorUnits,
  toMinorUnits,
} from './currency.ts';

it('currencies are listed once, in order, as three capitals', () => {
  expect([...new Set(currencies)].sort()).toEqual(currencies);
  expect(currencies.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
});

it.each(['USD', 'EUR', 'XOF', 'RWF'])('%s is one', (code) => expect(isCurrency(code)).toBe(true));

it.each(['usd', 'dollars', 'DEM', 'XAU', ''])('%s is none', (code) => expect(isCurrency(code)).toBe(false));

it.each([
  ['USD', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['XOF', 0],
  ['TND', 3],
  ['HUF', 2],
])('%s has %d decimals', (code, decimals) => expect(minorUnits(code)).toBe(decimals));

it.each([
  [1.23, 'USD', true],
  [1.234, 'USD', false],
  [0.5, 'JPY', false],
  [1.234, 'KWD', true],
  [1.2345, 'KWD', false],
  [5, 'JPY', true],
])('%d %s is in the smallest unit: %s', (amount, code, isExact) =>
  expect(isInMinorUnits(amount, code)).toBe(isExact),
);

it.each([
  [0.5, 'JPY', 0],
  [1.5, 'JPY', 2],
  [1.234, 'USD', 1.23],
  [1.235, 'USD', 1.24],
  [1.2345, 'KWD', 1.234],
])('%d %s is read as %d', (amount, code, read) => expect(toMinorUnits(amount, code)).toBe(read));

it('up to the largest amount neighbours are told apart to the smallest unit', () => {
  for (const code of ['JPY', 'USD', 'KWD']) {
    const [largest, unit] = [largestAmount(code), 10 ** -minorUnits(code)];
    expect(largest - unit).toBeLessThan(largest);
    expect(isInMinorUnits(largest - unit, code)).toBe(true);
  }
});
