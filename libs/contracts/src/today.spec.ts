/** Accountability page, section 5: when a day is in the future, and when it is over. */
import fc from 'fast-check';
import { earliestToday, latestToday, mustHaveCome } from './today.ts';

const codeFor = (day: string, now: string): unknown => {
  try {
    mustHaveCome('occurredOn', day, now);
    return 'taken';
  } catch (error) {
    return (error as { code: unknown }).code;
  }
};

it.each([
  ['the morning of the next day in Seoul', '2026-11-24', '2026-11-23T23:30:00.000Z', 'taken'],
  ['the next day at UTC+14, from its first moment', '2026-11-24', '2026-11-23T10:00:00.000Z', 'taken'],
  ['the next day at UTC+14, before it', '2026-11-24', '2026-11-23T09:59:59.999Z', 'DATE_IN_FUTURE'],
  ['the day after the next', '2026-11-25', '2026-11-23T23:59:59.999Z', 'DATE_IN_FUTURE'],
  ['today', '2026-11-23', '2026-11-23T00:00:00.000Z', 'taken'],
  ['the first operation', '1948-05-29', '2026-11-23T00:00:00.000Z', 'taken'],
  ['the day before it', '1948-05-28', '2026-11-23T00:00:00.000Z', 'DATE_TOO_EARLY'],
  ['the zero day of a spreadsheet', '1899-12-30', '2026-11-23T00:00:00.000Z', 'DATE_TOO_EARLY'],
  ['another one', '1900-01-01', '2026-11-23T00:00:00.000Z', 'DATE_TOO_EARLY'],
  ['a year with a nought', '0999-12-31', '2026-11-23T00:00:00.000Z', 'DATE_TOO_EARLY'],
  [
    'the zero day of Unix, which is after the first operation',
    '1970-01-01',
    '2026-11-23T00:00:00.000Z',
    'taken',
  ],
])('%s (%s at %s): %s', (_, day, now, code) => expect(codeFor(day, now)).toBe(code));

it.each([
  ['2026-11-23T11:59:59.999Z', '2026-11-22'],
  ['2026-11-23T12:00:00.000Z', '2026-11-23'],
])('at %s every day before %s is over', (now, day) => expect(earliestToday(now)).toBe(day));

it('a day is never in the future and over at once, whatever offset the clock is written in', () => {
  const instants = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (instant) => {
      const now = instant.toISOString();
      expect(earliestToday(now) <= now.slice(0, 10)).toBe(true);
      expect(latestToday(now) >= now.slice(0, 10)).toBe(true);
    }),
  );
});
