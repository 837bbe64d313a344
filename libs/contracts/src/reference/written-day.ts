/**
 * A day as people write it. What can only mean one day is read; "07/12/2021", which is July to some and December to others, is
 * not. Years have four digits, and a month or a year alone is no day.
 */

export type WrittenDay =
  | { readonly kind: 'DAY'; readonly day: string }
  /** Two days may be meant. */
  | { readonly kind: 'AMBIGUOUS'; readonly candidates: readonly [string, string] }
  | { readonly kind: 'UNREADABLE' };

/** English, French and Spanish, without accents, in full and shortened; January first. */
const MONTHS: readonly (readonly string[])[] = [
  'january jan janvier janv enero ene',
  'february feb fevrier fevr fev febrero',
  'march mar mars marzo',
  'april apr avril avr abril abr',
  'may mai mayo',
  'june jun juin junio',
  'july jul juillet juil julio',
  'august aug aout agosto ago',
  'september sep sept septembre septiembre setiembre',
  'october oct octobre octubre',
  'november nov novembre noviembre',
  'december dec decembre diciembre dic',
].map((names) => names.split(' '));

const UNREADABLE: WrittenDay = { kind: 'UNREADABLE' };

/** Midnight, as spreadsheets add it, says nothing more than the day. With an offset it is an instant, and of two days. */
const MIDNIGHT = /[T ]00:00(?::00(?:\.0+)?)?$/;
const YEAR_FIRST = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/;
const DAY_AND_MONTH =
  /^(\d{1,2})(?:st|nd|rd|th|er|º|o)?[-. ]+(?:de )?(\p{L}+)\.?,?[-. ]+(?:de |del )?(\d{4})$/u;
const MONTH_AND_DAY = /^(\p{L}+)\.?[-. ]+(\d{1,2})(?:st|nd|rd|th)?,?[-. ]+(\d{4})$/u;

export const readDay = (written: string): WrittenDay => {
  const text = plain(written);
  const first = YEAR_FIRST.exec(text) ?? EIGHT_DIGITS.exec(text);
  if (first !== null) return dayOf(first[1], first.at(-2), first.at(-1));
  const last = YEAR_LAST.exec(text);
  if (last !== null) return yearLast(last[1] ?? '', last[3] ?? '', last[4] ?? '');
  const [, day, month, year] = DAY_AND_MONTH.exec(text) ?? [];
  if (month !== undefined) return dayOf(year, monthOf(month), day);
  const [, named, dayAfter, yearAfter] = MONTH_AND_DAY.exec(text) ?? [];
  return named === undefined ? UNREADABLE : dayOf(yearAfter, monthOf(named), dayAfter);
};

const plain = (written: string): string =>
  written
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‐‑‒–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(MIDNIGHT, '')
    .toLowerCase();

const monthOf = (name: string): string | undefined => {
  const at = MONTHS.findIndex((names) => names.includes(name));
  return at < 0 ? undefined : String(at + 1);
};

const yearLast = (one: string, other: string, year: string): WrittenDay => {
  const dayFirst = dayOf(year, other, one);
  const monthFirst = dayOf(year, one, other);
  if (dayFirst.kind !== 'DAY') return monthFirst;
  if (monthFirst.kind !== 'DAY' || monthFirst.day === dayFirst.day) return dayFirst;
  return { kind: 'AMBIGUOUS', candidates: [dayFirst.day, monthFirst.day] };
};

/** Unreadable where the calendar has no such day. */
const dayOf = (year = '', month = '', dayOfMonth = ''): WrittenDay => {
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const instant = Date.parse(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
  return exists ? { kind: 'DAY', day } : UNREADABLE;
};
