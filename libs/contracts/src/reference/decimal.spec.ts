/** 0.10 + 0.20 = 0.30, in every order. */
import fc from 'fast-check';
import { decimalOf, fitsIn, numberOf, roundedTo, sumOf } from './decimal.ts';

it.each([
  [[0.1, 0.2], 0.3],
  [[0.2, 0.1], 0.3],
  [[1234567.1, 2345678.2], 3580245.3],
  [[0.001, 0.002, 1e-7], 0.0030001],
  [[1, 2], 3],
  [[], 0],
  [[0.3, -0.1, -0.2], 0],
])('%j are %d', (values, sum) => expect(sumOf(values)).toBe(sum));

it('sums are those of the cents, in every order', () => {
  const cents = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(cents, fc.infiniteStream(fc.nat()), (amounts, order) => {
      const shuffled = amounts
        .map((amount) => ({ amount, at: order.next().value as number }))
        .toSorted((one, other) => one.at - other.at)
        .map(({ amount }) => amount / 100);
      expect(sumOf(shuffled)).toBe(amounts.reduce((sum, amount) => sum + amount, 0) / 100);
    }),
  );
});

it.each([
  [0.5, 0, 0],
  [1.5, 0, 2],
  [2.5, 0, 2],
  [2.51, 0, 3],
  [-1.5, 0, -2],
  [-2.5, 0, -2],
  [1.234, 2, 1.23],
  [1.235, 2, 1.24],
  [1.225, 2, 1.22],
  [1.2251, 2, 1.23],
  [7, 2, 7],
])('%d with %d decimals is %d: a half goes to the even neighbour', (value, places, rounded) =>
  expect(numberOf(roundedTo(decimalOf(value), places))).toBe(rounded),
);

it('what fits loses nothing by rounding', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.nat(4), (value, places) => {
      const rounded = numberOf(roundedTo(decimalOf(value), places));
      expect(fitsIn(decimalOf(value), places)).toBe(rounded === value);
    }),
  );
});

it('every number comes back as it went in', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(numberOf(decimalOf(value))).toBe(Object.is(value, -0) ? 0 : value);
    }),
  );
});

it.each(['', 'x', '1,5', NaN, Infinity])('%s is no number', (value) =>
  expect(() => decimalOf(value)).toThrow(RangeError),
);
