import { daysOf } from './days-of.ts';

it.each([
  ['2025-05-13', '2025-05-14', '13 May 2025 to 14 May 2025'],
  ['2019-03-29', '2019-03-29', '29 March 2019'],
  ['2020-11', '2020-11', 'November 2020'],
  ['2023', null, '2023'],
  [null, null, 'no date'],
])('from %s to %s is %s', (start, end, words) => expect(daysOf({ start, end })).toBe(words));
