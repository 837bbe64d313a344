import fc from 'fast-check';
import { saysSomething } from './says-something.ts';

/** Each shows nothing on any screen; the names are those of Unicode. */
const INVISIBLE = {
  'NO TEXT': '',
  SPACE: ' ',
  'LINE FEED': '\n',
  TAB: '\t',
  'NO-BREAK SPACE': '\u00a0',
  'SOFT HYPHEN': '\u00ad',
  'COMBINING GRAPHEME JOINER': '\u034f',
  'HANGUL CHOSEONG FILLER': '\u115f',
  'HANGUL JUNGSEONG FILLER': '\u1160',
  'MONGOLIAN VOWEL SEPARATOR': '\u180e',
  'EM SPACE': '\u2003',
  'ZERO WIDTH SPACE': '\u200b',
  'ZERO WIDTH NON-JOINER': '\u200c',
  'ZERO WIDTH JOINER': '\u200d',
  'LEFT-TO-RIGHT MARK': '\u200e',
  'RIGHT-TO-LEFT MARK': '\u200f',
  'LINE SEPARATOR': '\u2028',
  'NARROW NO-BREAK SPACE': '\u202f',
  'WORD JOINER': '\u2060',
  'INVISIBLE SEPARATOR': '\u2063',
  'BRAILLE PATTERN BLANK': '\u2800',
  'IDEOGRAPHIC SPACE': '\u3000',
  'HANGUL FILLER': '\u3164',
  'VARIATION SELECTOR-16': '\ufe0f',
  'ZERO WIDTH NO-BREAK SPACE': '\ufeff',
  'HALFWIDTH HANGUL FILLER': '\uffa0',
  'TAG LATIN SMALL LETTER A': '\u{e0061}',
};

it.each(Object.entries(INVISIBLE))('%s alone says nothing', (_name, character) =>
  expect(saysSomething(character)).toBe(false),
);

it('any number of them, in any order, says nothing; with one letter of any script it does', () => {
  const blank = fc.array(fc.constantFrom(...Object.values(INVISIBLE))).map((parts) => parts.join(''));
  const letter = fc.constantFrom('a', '0', '.', 'é', 'ё', 'ب', '汉', '한', '🕊', '-');
  fc.assert(
    fc.property(blank, letter, blank, (before, visible, after) => {
      expect(saysSomething(before + after)).toBe(false);
      expect(saysSomething(before + visible + after)).toBe(true);
    }),
  );
});

it.each(['می‌خواهم', 'क्‍ष', 'שלום‏', '👩‍🚒', 'n\u0303'])(
  '%s, with the joiners its script needs, says something',
  (text) => expect(saysSomething(text)).toBe(true),
);
