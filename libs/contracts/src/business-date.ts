/**
 * Calendar arithmetic on business dates (`YYYY-MM-DD`). Days have no time zone here: the one place where an instant
 * becomes a day is `dayOf`, in UTC. Such days compare as text.
 */

/** The day of an instant in UTC; the instant may be written with any offset. */
export const dayOf = (instant: string): string => new Date(instant).toISOString().slice(0, 10);

/** False for 2026-02-30 and for anything that is not written as a day. */
export const isDay = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return (
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= lastDay(Number(year), Number(month))
  );
};

/** The same day of a later month, or its last day where the month is shorter: 31 August and 6 months give 28 February. */
export const addMonths = (day: string, months: number): string => {
  const { year, month, dayOfMonth } = parts(day);
  const counted = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(counted / 12), month: (counted % 12) + 1 };
  return written(target.year, target.month, Math.min(dayOfMonth, lastDay(target.year, target.month)));
};

export const addDays = (day: string, days: number): string => {
  const { year, month, dayOfMonth } = parts(day);
  const moved = dateOf(year, month - 1, dayOfMonth + days);
  return written(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
};

const parts = (day: string) => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  dayOfMonth: Number(day.slice(8, 10)),
});

const LONG_MONTHS: readonly number[] = [1, 3, 5, 7, 8, 10, 12];

/** Without a `Date`, which costs more than all the rest: passes over the register ask for each pledge. */
const lastDay = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return LONG_MONTHS.includes(month) ? 31 : 30;
};

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Not `Date.UTC`, which reads the years 0 to 99 as those of the twentieth century. */
const dateOf = (year: number, monthFromZero: number, dayOfMonth: number): Date => {
  const date = new Date(0);
  date.setUTCFullYear(year, monthFromZero, dayOfMonth);
  return date;
};

const written = (year: number, month: number, dayOfMonth: number): string =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** The later of two days; a day that nobody knows is no later. */
export const laterDay = (one: string | null, other: string | null): string | null =>
  other === null || (one !== null && one > other) ? one : other;

/** The earliest of the days that are known; null when none is. */
export const earliestDay = (days: readonly (string | null)[]): string | null =>
  days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null);

/** Whole days; negative when the second day is the earlier one. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

const DAYS_OF_FOUR_YEARS = 1461;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** Of the calendar as it is extended to all years, from its beginning; without a `Date`, as above. */
const dayNumber = (day: string): number => {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const before = year - 1;
  const centuries = Math.floor(before / 100);
  const days = Math.floor((before * DAYS_OF_FOUR_YEARS) / 4) - centuries + Math.floor(centuries / 4);
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return days + (DAYS_BEFORE_MONTH[month - 1] ?? Number.NaN) + leapDay + Number(day.slice(8, 10));
};
