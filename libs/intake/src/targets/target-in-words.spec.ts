/** Targets as people say them: accountability page, section 7 ("double by 2024"). */
import { targetInWords } from './target-in-words.ts';

it.each<[string | number, number | null, number | null, number | null]>([
  [30, 30, null, null],
  [0, 0, null, null],
  ['30', 30, null, null],
  ['30%', 30, null, null],
  ['30 per cent', 30, null, null],
  ['12.5 percent by 2028', 12.5, null, 2028],
  ['30 by 2027', 30, null, 2027],
  ['double', null, 2, null],
  ['Double by 2024', null, 2, 2024],
  ['doubling until 2030', null, 2, 2030],
  ['twice as many', null, 2, null],
  ['two-fold in 2026', null, 2, 2026],
  ['triple', null, 3, null],
  ['three times', null, 3, null],
  ['quadruple by 2028', null, 4, 2028],
  ['halve by 2029', null, 0.5, 2029],
  ['50 per cent more', null, 1.5, null],
  ['50% more by 2028', null, 1.5, 2028],
])('%j is %s, or %s times what there was, by %s', (said, value, factor, year) =>
  expect(targetInWords(said)).toEqual({ value, factor, year }),
);

it.each(['', ' ', 'many', 'more', 'more women', '30 40', '-5', 'by 2027', 'a lot by 2027'])(
  '%j is no target',
  (said) => expect(targetInWords(said)).toBeUndefined(),
);
