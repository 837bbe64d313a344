/**
 * What is left of the title of a ministry, a body or a text when the ways of writing it are taken away: two titles with one key
 * are one. Registers with other names of the same thing are a matter of their own.
 */
import { nameKey } from './name-key.ts';

/** Words that people shorten, or that two languages spell otherwise. Without accents, in lower case. */
const SPELLINGS: Readonly<Record<string, string>> = {
  min: 'ministry',
  minist: 'ministry',
  ministere: 'ministry',
  ministerio: 'ministry',
  dept: 'department',
  dep: 'department',
  govt: 'government',
  intl: 'international',
  natl: 'national',
  defense: 'defence',
  defensa: 'defence',
  for: 'of',
  pour: 'of',
  para: 'of',
};

/** A+ is more than A: A4P and A4P+ are two texts. */
const PLUS = /\+/g;
const WORD = /(\p{L}+)(\.?)/gu;

/**
 * Case, accents, width, blanks and punctuation make no difference, nor do "the", "of", "for" and "and", nor whether a ministry is
 * written out. Numbers do, and so does what is written in another script.
 */
export const titleKey = (title: string): string => {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(PLUS, ' plus ')
    .replace(WORD, (as: string, word: string) => {
      const spelling = word.toLowerCase();
      return Object.hasOwn(SPELLINGS, spelling) ? `${SPELLINGS[spelling] ?? ''} ` : as;
    });
  return nameKey(words) || title.trim();
};
