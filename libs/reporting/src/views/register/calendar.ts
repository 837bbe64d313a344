/** What reports ask of business dates (`YYYY-MM-DD`) beyond what the life of a pledge needs. Such days compare as text. */

const DAY = 86_400_000;

/** Negative when the second day is the earlier one. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** The earliest of the days that are known; null when none is. */
export const earliest = (days: readonly (string | null)[]): string | null =>
  days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null);
