/** How numbers, days and moments are written. Days are named by their month, so that no reader takes one for another. */
import { localeInUse, say } from './words.ts';

/** A hard space, so that a number and its unit stay on one line. */
export const HARD_SPACE = '\u00A0';

export const number = (value: number): string => new Intl.NumberFormat(localeInUse()).format(value);

/** @param share between 0 and 1. Under one per cent with a decimal, so that little is not written as nothing. */
export const perCent = (share: number): string =>
  new Intl.NumberFormat(localeInUse(), {
    style: 'percent',
    maximumFractionDigits: share > 0 && share < 0.1 ? 1 : 0,
  }).format(share);

/** Large amounts in words: 1,431,000,000 is `1.43 billion`. Exact amounts stand in the table behind. */
export const amount = (value: number): string =>
  new Intl.NumberFormat(localeInUse(), {
    notation: 'compact',
    compactDisplay: 'long',
    maximumFractionDigits: 2,
  }).format(value);

/** @param written `2026-11-28`, or only its month or year. Blank where it is none. */
export const day = (written: string | null | undefined): string => {
  const [, year, month, dayOfMonth] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(written ?? '') ?? [];
  if (year === undefined) return '';
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(dayOfMonth ?? 1)));
  return new Intl.DateTimeFormat(localeInUse(), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(dayOfMonth !== undefined && { day: 'numeric' }),
  }).format(date);
};

/** Whether there is such a day: the 31st of February is none. */
export const isDay = (written: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
};

/** In UTC, and said so: readers sit in many time zones. */
export const moment = (written: string): string =>
  say().moment(
    day(written.slice(0, 10)),
    new Intl.DateTimeFormat(localeInUse(), { timeZone: 'UTC', timeStyle: 'medium' }).format(
      new Date(written),
    ),
  );

/** How long ago a moment was, by the clock of this browser: seconds, then minutes, hours and days. */
export const ageOf = (written: string): string => {
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(written)) / 1000));
  const [unit, per] = AGES.find(([, length]) => seconds >= 2 * length) ?? (['second', 1] as const);
  return new Intl.NumberFormat(localeInUse(), { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.floor(seconds / per),
  );
};

const AGES = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Whole days from one to the other; null where one of them is not a day. */
export const daysBetween = (from: string, to: string): number | null => {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
  return Number.isNaN(days) ? null : Math.round(days);
};

/** A length of time as people say it: months below two years, then years. */
export const lengthOfTime = (days: number): string => {
  const unit = days < 62 ? 'day' : days < 730 ? 'month' : 'year';
  const per = { day: 1, month: 30.4375, year: 365.25 }[unit];
  return new Intl.NumberFormat(localeInUse(), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.floor(days / per));
};
