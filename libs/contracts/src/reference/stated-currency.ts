/** A currency that stands beside the figures in one text: "$5 million", "5.5 million USD", "up to € 2-3 bn a year". */
import { BEFORE_FIGURES } from './quantity.ts';

const QUALIFIER = new RegExp(`^(?:(?:${BEFORE_FIGURES})(?= |\\d|$) ?)?`, 'i');
const OPEN_END = /(?: ?\+| or more)$/i;

export interface StatedCurrency {
  /** With the words around them, such as "up to". */
  readonly figures: string;
  /** What else stands before the figures, and after them. */
  readonly prefix: string;
  readonly suffix: string;
}

/** Undefined where nothing else is said, or no figure. */
export const withoutCurrency = (stated: string): StatedCurrency | undefined => {
  const text = stated.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const [, before = '', within = '', after = ''] = /^(\D*)(\d.*\d|\d)(\D*)$/u.exec(text) ?? [];
  if (within === '') return undefined;
  const [qualifier = ''] = QUALIFIER.exec(before) ?? [];
  const prefix = before.slice(qualifier.length).trim();
  const [openEnd = ''] = OPEN_END.exec(after) ?? [];
  const suffix = after.slice(0, after.length - openEnd.length).trim();
  if (prefix === '' && suffix === '') return undefined;
  // "$2-$3 million", "USD 2 to USD 3": said at both ends, it is said once.
  const repeated = [prefix, suffix]
    .filter(Boolean)
    .reduce((figures, word) => figures.replaceAll(word, ''), within);
  const tidy = repeated.replace(/ +/g, ' ').trim();
  return { figures: `${qualifier}${tidy}${openEnd}`, prefix, suffix };
};
