/** Whether a timeframe says when: as stated it is kept in any case, and vague words ("when appropriate", "TBD") say no day. */
import { JOINING_WORDS, VAGUE_TIMES, WHO_ASKS } from './vague-times.data.ts';

/** Case, accents, width and punctuation make no difference. */
const wordsOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’.]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The longest first, so that "at the earliest" does not stand in the way of "at the earliest opportunity". */
const anyOf = (phrases: readonly string[]): string =>
  [...new Set(phrases.map(wordsOf))].sort((one, other) => other.length - one.length).join('|');

const ASKED_BY = `(?: (?:by|of|from|to) (?:${anyOf(WHO_ASKS)}))?`;
const VAGUE = new RegExp(
  `^(?:(?:${anyOf(JOINING_WORDS)}) )*(?:${anyOf(VAGUE_TIMES)})${ASKED_BY}(?: (?:(?:${anyOf(JOINING_WORDS)}) )*(?:${anyOf(VAGUE_TIMES)})${ASKED_BY})*$`,
  'u',
);

/** Words that are no words for a time, and others beside vague ones, are taken as saying when: nobody is asked twice for nothing. */
export const saysWhen = (timeframe: string | null): boolean => {
  const words = wordsOf(timeframe ?? '');
  return words !== '' && !VAGUE.test(words);
};
