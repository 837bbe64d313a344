import fc from 'fast-check';
import { readFigure } from './figure.ts';

/** Undefined for what is no count. */
const parseQuantity = (stated: string, unit: string) => {
  const figure = readFigure(stated, unit);
  return figure.kind === 'COUNT' ? figure.quantity : undefined;
};

const bounds = (text: string) => {
  const quantity = parseQuantity(text, 'troops');
  return quantity && [quantity.min, quantity.max];
};

it('what was not stated is null, never 0', () => {
  expect(parseQuantity('', '')).toEqual({ min: null, max: null, unit: null, asStated: null });
  expect(parseQuantity('  ', 'troops')).toEqual({ min: null, max: null, unit: 'troops', asStated: null });
});

it('a stated nought is 0', () => expect(bounds('0')).toEqual([0, 0]));

it('what was said is kept beside the bounds', () =>
  expect(parseQuantity(' about 250 ', ' troops ')).toEqual({
    min: 250,
    max: 250,
    unit: 'troops',
    asStated: 'about 250',
  }));

it.each<[string, [number, number | null] | undefined]>([
  ['700', [700, 700]],
  ['1000000000', [1_000_000_000, 1_000_000_000]],
  ['20,000', [20_000, 20_000]],
  ['20 000', [20_000, 20_000]],
  ['20\u202f000', [20_000, 20_000]],
  ['7700000.50', [7_700_000.5, 7_700_000.5]],
  ['2-3', [2, 3]],
  ['2–3', [2, 3]],
  ['2 — 3', [2, 3]],
  ['2 to 3', [2, 3]],
  ['between 2 and 3', [2, 3]],
  ['1,000-2,000', [1000, 2000]],
  ['1 000 - 2 000', [1000, 2000]],
  ['about 2-3', [2, 3]],
  ['up to 300', [0, 300]],
  ['at most 300', [0, 300]],
  ['less than 300', [0, 300]],
  ['over 450', [450, null]],
  ['more than 450', [450, null]],
  ['at least 450', [450, null]],
  ['450+', [450, null]],
  ['450 or more', [450, null]],
  ['Over  450', [450, null]],
  ['about 250', [250, 250]],
  ['approx. 250', [250, 250]],
  ['~250', [250, 250]],
  ['2 thousand', [2000, 2000]],
  ['1.5 million', [1_500_000, 1_500_000]],
  ['up to 2 thousand', [0, 2000]],
  ['2-3 thousand', [2000, 3000]],
  ['1 thousand - 2 thousand', [1000, 2000]],
  ['500 - 1 thousand', undefined],
])('%s is read', (text, expected) => expect(bounds(text)).toEqual(expected));

it.each([
  'several',
  '5m',
  '5 bn',
  '2-3 thousand thousand',
  '3-2',
  '-5',
  '1e3',
  '0x10',
  '20.000',
  '1,5',
  '2 3',
  '1,000 000',
  '1.2.3',
  'up to 2-3',
  'over',
  '700 troops',
  '９',
  'NaN',
  '9007199254740993',
  '9'.repeat(400),
])('%s is refused, not guessed', (text) => expect(parseQuantity(text, 'troops')).toBeUndefined());

it('a plain number comes back as it went in', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (figure) => {
      expect(parseQuantity(String(figure), 'troops')).toEqual({
        min: figure,
        max: figure,
        unit: 'troops',
        asStated: String(figure),
      });
    }),
  );
});

it('grouping by thousands changes nothing', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (figure) => {
      expect(bounds(figure.toLocaleString('en'))).toEqual([figure, figure]);
    }),
  );
});

it('a range is read in order and refused backwards', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (a, b) => {
      expect(bounds(`${a}-${b}`)).toEqual(a <= b ? [a, b] : undefined);
    }),
  );
});

it('whatever the text, the lower bound is never above the upper one', () => {
  const word = fc.constantFrom(
    'up to ',
    'over ',
    'about ',
    'between ',
    ' and ',
    ' to ',
    '-',
    '–',
    '+',
    ',',
    ' ',
    '.',
  );
  const phrase = fc
    .array(fc.oneof(word, fc.nat().map(String)), { maxLength: 6 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(phrase, fc.string()), (text) => {
      const quantity = parseQuantity(text, '');
      if (quantity === undefined || quantity.min === null || quantity.max === null) return;
      expect(quantity.min).toBeLessThanOrEqual(quantity.max);
    }),
  );
});
