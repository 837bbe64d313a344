import fc from 'fast-check';
import { amount, day, daysBetween, isDay, lengthOfTime, moment, number, perCent } from './numbers.ts';

it.each([
  ['2026-11-28', '28 November 2026'],
  ['2014-09', 'September 2014'],
  ['2014', '2014'],
  ['', ''],
  [null, ''],
  ['soon', ''],
])('the day %j is written %j', (written, words) => expect(day(written)).toBe(words));

it('a moment names its zone', () =>
  expect(moment('2026-11-28T23:05:31.250Z')).toBe('28 November 2026, 23:05:31 UTC'));

it.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2026-02-31', false],
  ['2026-13-01', false],
  ['28-11-2026', false],
  ['2026-1-1', false],
])('%s is a day: %j', (written, is) => expect(isDay(written)).toBe(is));

it('every day that a calendar has is one', () => {
  const span = { min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true };
  fc.assert(fc.property(fc.date(span), (date) => isDay(date.toISOString().slice(0, 10))));
});

it.each([
  [0.0152, '1.5%'],
  [0.5, '50%'],
  [0, '0%'],
  [1, '100%'],
])('the share %d is %s', (share, words) => expect(perCent(share)).toBe(words));

it('large amounts are in words, counts are exact', () => {
  expect(amount(1_431_000_000)).toBe('1.43 billion');
  expect(number(21_900)).toBe('21,900');
});

it.each([
  [1, '1 day'],
  [61, '61 days'],
  [62, '2 months'],
  [729, '23 months'],
  [731, '2 years'],
  [4081, '11 years'],
])('%d days are %s', (days, words) => expect(lengthOfTime(days)).toBe(words));

it('days between are counted over leap years and clock changes', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2025-03-29', '2025-03-31')).toBe(2);
  expect(daysBetween('soon', '2025-03-31')).toBeNull();
});
