import { currencies, isCurrency } from './currency.ts';

it('currencies are listed once, in order, as three capitals', () => {
  expect([...new Set(currencies)].sort()).toEqual(currencies);
  expect(currencies.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
});

it.each(['USD', 'EUR', 'XOF', 'RWF'])('%s is one', (code) => expect(isCurrency(code)).toBe(true));

it.each(['usd', 'dollars', 'DEM', 'XAU', ''])('%s is none', (code) => expect(isCurrency(code)).toBe(false));
