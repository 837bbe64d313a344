import fc from 'fast-check';
import { addDays, addMonths, dayOf, daysBetween, isDay } from './business-date.ts';

describe('a day', () => {
  it.each(['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-31'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '2026-01-00',
    '',
    '2026-01-01T00:00:00Z',
  ])('%s does not', (day) => {
    expect(isDay(day)).toBe(false);
  });

  it('is that of UTC, whatever the offset of the instant', () => {
    expect(dayOf('2026-01-15T23:30:00-03:00')).toBe('2026-01-16');
    expect(dayOf('2026-01-15T00:30:00+03:00')).toBe('2026-01-14');
  });
});

describe('months later', () => {
  it.each([
    ['2025-06-01', 12, '2026-06-01'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-01-31', 24, '2027-01-31'],
  ])('%s and %i months is %s', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });
});

it('the last day of any month is the one that its calendar has', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
      const last = dayOf(new Date(Date.parse(`${addMonths(first, 1)}T00:00:00Z`) - 1).toISOString());
      const before = `${String(year - 1).padStart(4, '0')}-12-31`;
      expect(addMonths(before, month)).toBe(last);
      expect(isDay(last)).toBe(true);
      expect(isDay(`${last.slice(0, 8)}${Number(last.slice(8)) + 1}`)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

describe('days later', () => {
  it.each([
    ['2026-06-01', 30, '2026-07-01'],
    ['2026-06-01', -30, '2026-05-02'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['0001-12-31', 1, '0002-01-01'],
  ])('%s and %i days is %s', (day, days, later) => {
    expect(addDays(day, days)).toBe(later);
  });

  it('always gives a day, and the way back', () => {
    const days = fc.date({ min: new Date('0020-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), fc.nat(600), (date, n, months) => {
        const day = dayOf(date.toISOString());
        expect(addDays(addDays(day, n), -n)).toBe(day);
        expect(isDay(addDays(day, n)) && isDay(addMonths(day, months))).toBe(true);
      }),
    );
  });
});

describe('days between', () => {
  it.each([
    ['2026-01-15', '2026-01-15', 0],
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['1900-02-28', '1900-03-01', 1],
    ['2000-02-28', '2000-03-01', 2],
    ['2025-12-31', '2026-01-01', 1],
    ['2026-01-01', '2025-01-01', -365],
    ['2024-01-01', '2025-01-01', 366],
    ['0001-01-01', '9999-12-31', 3_652_058],
  ])('%s and %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it('are as many as lead from the one to the other', () => {
    const day = fc
      .tuple(fc.integer({ min: 1, max: 9990 }), fc.nat(365))
      .map(([year, n]) => addDays(`${String(year).padStart(4, '0')}-01-01`, n));
    fc.assert(
      fc.property(day, fc.integer({ min: -360, max: 3000 }), (from, days) => {
        const to = addDays(from, days);
        fc.pre(isDay(to));
        expect([daysBetween(from, to), daysBetween(to, from)]).toEqual([days, days === 0 ? 0 : -days]);
      }),
      { numRuns: 1000 },
    );
  });
});
