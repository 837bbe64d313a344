/** What a month is called. */

const MONTHS = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** @param month as in 2026-01. */
export const monthName = (month: string): string => MONTHS.format(new Date(`${month}-01T00:00:00Z`));
