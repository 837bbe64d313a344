/**
 * What people write for a currency besides its code. One that names several is either assumed (dollars and pounds, as the
 * lifecycle page says) or asked for: never guessed.
 */
import { currencies } from './currencies.data.ts';
import { ALSO_WORDS, SIGNS, WORDS } from './currency-words.data.ts';

export interface NamedCurrency {
  /** ISO 4217, one or several. */
  readonly candidates: readonly string[];
  /** Taken for the first of them, and marked; false where the others are asked for. */
  readonly assumed: boolean;
}

const sure = (code: string): NamedCurrency => ({ candidates: [code], assumed: false });
/** Any currency of that name may be meant; the first is the most likely. */
const assumed = (codes: string): NamedCurrency => ({ candidates: codes.split(' '), assumed: true });

const codesCalled = (word: string, first: string): string =>
  [
    first,
    ...currencies
      .filter(({ code, names }) => code !== first && names.some((name) => name.toLowerCase().endsWith(word)))
      .map(({ code }) => code),
  ].join(' ');

/** Taken for the first where a source says no more, as the lifecycle page says. */
const ASSUMED: ReadonlyMap<string, NamedCurrency> = new Map([
  ['dollar', assumed(codesCalled('dollar', 'USD'))],
  ['pound', assumed(codesCalled('pound', 'GBP'))],
]);

const meant = (codes: string): NamedCurrency =>
  ASSUMED.get(codes) ?? { candidates: codes.split(' '), assumed: false };

const alsoWords: ReadonlySet<string> = new Set(ALSO_WORDS.split(' '));

const byName: ReadonlyMap<string, NamedCurrency> = new Map([
  ...Object.entries(WORDS).map(([word, codes]) => [word, meant(codes)] as const),
  ...currencies.flatMap(({ code, names }) => names.map((name) => [wordKey(name), sure(code)] as const)),
]);

const codes: ReadonlySet<string> = new Set(currencies.map(({ code }) => code));

/** A code, a sign or a name; undefined for what names no currency. */
export const namedCurrency = (text: string): NamedCurrency | undefined => {
  const code = text.toUpperCase();
  if (codes.has(code) && (text === code || !alsoWords.has(code))) return sure(code);
  const sign = code.replace(/[ .]/g, '');
  const ofCode = /^([A-Z]{3})[$€£¥]$|^[$€£¥]([A-Z]{3})$/.exec(sign);
  if (ofCode !== null && codes.has(ofCode[1] ?? ofCode[2] ?? '')) return sure(ofCode[1] ?? ofCode[2] ?? '');
  const meantBySign = Object.hasOwn(SIGNS, sign) ? SIGNS[sign] : undefined;
  if (meantBySign !== undefined) return meant(meantBySign);
  const word = wordKey(text);
  return byName.get(word) ?? byName.get(word.replace(/s$/, '')) ?? byName.get(word.replace(/es$/, ''));
};

function wordKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}.'’]/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();
}
