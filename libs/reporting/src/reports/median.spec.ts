import fc from 'fast-check';
import { highest, lowerQuartile, median, upperQuartile, percentile } from './median.ts';

it.each<[readonly number[], number | null]>([
  [[], null],
  [[5], 5],
  [[9, 1, 5], 5],
  [[4, 1, 2, 3], 2.5],
  [[7, 7], 7],
  [[10, 9, 100, 1000], 55],
  // Found wrong: the lower of the two in the middle was shown.
  [[1466, 12, 1089, 3000], 1277.5],
])('the median of %j is %j', (values, expected) => {
  expect(median(values)).toBe(expected);
});

it.each<[readonly number[], number | null, number | null, number | null]>([
  [[], null, null, null],
  [[5], 5, 5, 5],
  [[3, 1], 1, 3, 3],
  [[1, 2, 3, 4], 1.5, 3.5, 4],
  [[5, 4, 3, 2, 1], 2, 4, 5],
  [[1, 2, 3, 4, 5, 6], 2, 5, 6],
])('a quarter of %j lies below %j, a quarter above %j, the highest is %j', (values, lower, upper, most) => {
  expect([lowerQuartile(values), upperQuartile(values), highest(values)]).toEqual([lower, upper, most]);
});

/** By hand: strike the smallest and the largest until one or two are left. */
const struck = (values: readonly number[]): number => {
  const [one = NaN, other = one] = values;
  if (values.length < 3) return (one + other) / 2;
  const without = (list: readonly number[], value: number) => {
    const at = list.indexOf(value);
    return list.filter((_, n) => n !== at);
  };
  return struck(without(without(values, Math.min(...values)), Math.max(...values)));
};

const days = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 40 });

it('the median is what is left when the smallest and the largest are struck again and again', () => {
  fc.assert(
    fc.property(days, (values) => {
      expect(median(values)).toBe(struck(values));
    }),
  );
});

it('neither their order nor the same values once more move any of them', () => {
  fc.assert(
    fc.property(days, (values) => {
      const [turned, doubled] = [values.toReversed(), [...values, ...values]];
      for (const one of [median, lowerQuartile, upperQuartile, highest])
        expect(one(turned)).toBe(one(values));
      expect(median(doubled)).toBe(median(values));
    }),
  );
});

it('half of a half lies below the lower quartile, and half of a half above the upper one', () => {
  fc.assert(
    fc.property(days, (values) => {
      const half = Math.ceil(values.length / 2);
      const [lower, middle, upper] = [lowerQuartile, median, upperQuartile].map((one) => one(values) ?? NaN);
      const count = (fits: (value: number) => boolean): number => values.filter(fits).length;
      expect(count((value) => value < Number(lower))).toBeLessThanOrEqual(half / 2);
      expect(count((value) => value > Number(upper))).toBeLessThanOrEqual(half / 2);
      expect(lower).toBeLessThanOrEqual(Number(middle));
      expect(middle).toBeLessThanOrEqual(Number(upper));
    }),
  );
});

describe('percentile', () => {
  const tenths = Array.from({ length: 10 }, (_, n) => (n + 1) * 10);
  it.each([
    [tenths, 0.1, 10],
    [tenths, 0.9, 90],
    [tenths, 0.91, 100],
    [[5, 1, 4, 2, 3], 0.1, 1],
    [[5, 1, 4, 2, 3], 0.9, 5],
    [[5, 1, 4, 2, 3], 0.5, 3],
    [[7], 0.1, 7],
    [[], 0.5, null],
  ])('of %j at %d is %j', (values, part, expected) => {
    expect(percentile(values, part)).toBe(expected);
  });
});
