/** For how many years a promise was made, from its own words: "over 3 years", "3-5 years", "two years", "2022-2024". */
import { numberOf } from './decimal.ts';
import { BEFORE_FIGURES, readBounds } from './quantity.ts';

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = `(?:\\d{1,2}|${WORDS.join('|')})`;
/** Not "year 2" or "every year", which name one of several. */
const FIGURES = `(?:(?:${BEFORE_FIGURES}) )?${NUMBER}(?: ?(?:-|to|and) ?${NUMBER})?`;
const IN_YEARS = new RegExp(`(?<![\\p{L}\\d])(${FIGURES})[ -]?years?(?!\\p{L})`, 'iu');
const FROM_TO = /(?<!\d)((?:19|20)\d{2}) ?(?:-|to|until|through) ?((?:19|20)\d{2})(?!\d)/iu;

/** The lower bound, at least 1; null where no number of years was stated. */
export const yearsStated = (timeframe: string | null): number | null => {
  const text = (timeframe ?? '').replace(/[‐‑‒–—]/gu, '-').replace(/\s+/gu, ' ');
  const [, figures] = IN_YEARS.exec(text) ?? [];
  if (figures !== undefined) return lowerBound(figures);
  const [, first, last] = FROM_TO.exec(text) ?? [];
  return first === undefined || last === undefined || last < first ? null : Number(last) - Number(first) + 1;
};

/** "Over 3 years" spans three of them; "up to 3" is three, as of any figure without a lower end. */
const lowerBound = (figures: string): number | null => {
  const digits = figures.replace(/[a-z]+/giu, (word) => {
    const n = WORDS.indexOf(word.toLowerCase());
    return n === -1 ? word : String(n + 1);
  });
  const bounds = readBounds(digits.replace(/^over /iu, ''));
  const [min = null, max = null] = [bounds?.min, bounds?.max].map((bound) => bound && numberOf(bound));
  return min || max || null;
};
