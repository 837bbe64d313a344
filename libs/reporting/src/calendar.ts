/** Arithmetic on business dates (`YYYY-MM-DD`) and days of the clock, all in UTC. Such days compare as text. */

const DAY = 86_400_000;

/** The day of an instant, whatever offset it is written in. */
export const dayOf = (instant: string): string => new Date(instant).toISOString().slice(0, 10);

export const daysLater = (day: string, days: number): string => written(Date.parse(day) + days * DAY);

/** The same day of a later month, or its last day where the month is shorter. */
export const monthsLater = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return written(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
};

/** Negative when the second day is the earlier one. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** The earliest of the days that are known; null when none is. */
export const earliest = (days: readonly (string | null)[]): string | null =>
  days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null);

const written = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
