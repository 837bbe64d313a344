/**
 * Whether bytes beyond ASCII are Windows-1252, the encoding of Western spreadsheets: every byte is a character, and every
 * accented letter stands where Western languages have one. Read as another encoding wrote them, some do not: a letter of
 * the Mac becomes a sign within a word, one of DOS a quotation mark, Cyrillic a row of accents.
 */

/** Letters of the languages of Western Europe. Icelandic ones are left out: in Turkish and Baltic files other letters have their bytes. */
const ACCENTED = 'àáâãäåæçèéêëìíîïñòóôõöøùúûüÿœßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒ';
/** Signs that stand beside words, and within one only where a word may have a break. */
const SIGNS = '€‚„…†‡‰‹›‘’“”•–—™¡¢£¥§©ª«¬®°±²³µ¶·¹º»¼½¾¿×÷´\u00A0\u00AD';
const WITHIN = '’‘´·\u00AD';

const letters = `A-Za-z${ACCENTED}`;
const IMPLAUSIBLE = [
  // No character of Windows-1252, or one of other alphabets.
  new RegExp(`[^\\p{ASCII}${ACCENTED}${SIGNS}]`, 'u'),
  // A sign within a word.
  new RegExp(
    `[${letters}][${Array.from(SIGNS)
      .filter((sign) => !WITHIN.includes(sign))
      .join('')}][${letters}]`,
    'u',
  ),
  // A raised sign before one.
  new RegExp(`(?<![${letters}])[ªº¹²³][${letters}]`, 'u'),
  // A capital after a small letter.
  /\p{Ll}(?=\P{ASCII})\p{Lu}/u,
  // More accents in a row than any word has.
  new RegExp(`[${ACCENTED}]{3}`, 'u'),
];

export const isWestern = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return IMPLAUSIBLE.every((fault) => !fault.test(text)) && hasFewAccents(text);
};

/** Where most letters of a text's accented words are accents, it is another alphabet. */
const hasFewAccents = (text: string): boolean => {
  const words = text.match(new RegExp(`[${letters}]+`, 'gu')) ?? [];
  const accents = (word: string): number =>
    Array.from(word).filter((letter) => ACCENTED.includes(letter)).length;
  const accented = words.filter((word) => accents(word) > 0 && word.length > 2);
  return accented.every((word) => accents(word) <= word.length / 2 || word.length === 3);
};
