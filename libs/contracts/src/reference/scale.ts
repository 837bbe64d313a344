/** "Million" and its like: how many noughts a word adds to a figure. */

const WORDS: Readonly<Record<string, number>> = {
  thousand: 3,
  lakh: 5,
  million: 6,
  millon: 6,
  millones: 6,
  crore: 7,
  billion: 9,
  milliard: 9,
  trillion: 12,
};

/** Short forms, which only money has: "5 m" of anything else may be metres, and "1 bn" a battalion. */
const SHORT: Readonly<Record<string, number>> = {
  k: 3,
  m: 6,
  mn: 6,
  mln: 6,
  mio: 6,
  b: 9,
  bn: 9,
  bln: 9,
  tn: 12,
};

const alternatives = (...tables: readonly Readonly<Record<string, number>>[]): string =>
  tables
    .flatMap((table) => Object.keys(table))
    .toSorted((one, other) => other.length - one.length)
    .join('|');

/** Patterns without groups, to be read without regard to case. */
export const SCALE_WORD = `(?:${alternatives(WORDS)})s?`;
export const SCALE = `(?:${SCALE_WORD}|(?:${alternatives(SHORT)})\\.?)`;

/** The power of ten; 0 for no scale. */
export const tenTo = (scale = ''): number => {
  const word = scale.toLowerCase().replace('ó', 'o').replace(/\.$/, '');
  return WORDS[word] ?? WORDS[word.replace(/s$/, '')] ?? SHORT[word] ?? 0;
};
