/** What is left of a name when the ways of writing it are taken away: two names with one key are one name. */

/** Words that only connect others, in the Latin-script languages of the United Nations. */
const CONNECTING = new Set('the of and de del du des la le les el los las et y'.split(' '));

/** Words that people shorten, or that differ by language only in their endings. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  st: 'saint',
  ste: 'saint',
  sainte: 'saint',
  republic: 'rep',
  republique: 'rep',
  republica: 'rep',
  democratic: 'dem',
  democratique: 'dem',
  democratica: 'dem',
  federal: 'fed',
  federated: 'fed',
  sts: 'states',
  is: 'islands',
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
};

/**
 * Case, accents, width, blanks, hyphens, dots and other punctuation make no difference, nor do "the", "of", "and" and "&",
 * nor common abbreviations such as "Rep." and "St.".
 */
export const nameKey = (name: string): string => {
  const words = wordsOf(name);
  // "LAS" is the League of Arab States, although "las" connects words elsewhere.
  return words.filter(isTelling).map(inShort).join('') || words.join('');
};

/** The letters of a name, abbreviations as they are: what a typing error is looked for in. */
export const lettersOf = (name: string): string => wordsOf(name).filter(isTelling).join('');

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’‘ʼ`´.]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);

const isTelling = (word: string): boolean => !CONNECTING.has(word);
const inShort = (word: string): string =>
  (Object.hasOwn(SHORT_FORMS, word) ? SHORT_FORMS[word] : null) ?? word;

/**
 * A name as written, and as it reads when it was turned round for an index: "Korea, Republic of", "Korea (Republic of)".
 * The last is what stands before and within the brackets, each by itself: "Myanmar (Burma)".
 */
export const readingsOf = (
  name: string,
): { readonly straight: string; readonly turned: string | null; readonly halves: readonly string[] } => {
  const [, first, second] = TURNED.exec(name) ?? [];
  if (first === undefined || second === undefined)
    return { straight: nameKey(name), turned: null, halves: [] };
  return {
    straight: nameKey(name),
    turned: nameKey(`${second} ${first}`),
    halves: name.includes(',') ? [] : [nameKey(first), nameKey(second)],
  };
};

const TURNED = /^([^,(（]+)[,(（]([^,()（）]+)[)）]?\s*$/u;
