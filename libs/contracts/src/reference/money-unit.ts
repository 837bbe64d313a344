/**
 * Whether a unit is money, however people write it:
 *
 *     unit     = [ scale [ "of" ] ] currency [ scale ] [ "per year" | "per month" ]
 *     scale    = "thousand" | "million" | "billion" | ... in words, or "k", "m", "mn", "bn" and the like
 *     currency = a code, a sign or a name, or two that agree: "USD", "usd", "US$", "euros", "francs CFA (XOF)"
 *
 * Blanks of any kind and width make no difference; between a short scale and its currency there may be none ("USDm", "m€").
 */
import { namedCurrency, type NamedCurrency } from './currency-words.ts';
import { SCALE, tenTo } from './scale.ts';

export interface MoneyUnit {
  /** ISO 4217; several where the unit does not tell which; none where a scale or "per year" stands alone. */
  readonly candidates: readonly string[];
  /** The first candidate is taken, and marked. */
  readonly assumed: boolean;
  /** Power of ten that the unit adds to a figure. */
  readonly tenTo: number;
  readonly per: 'YEAR' | 'MONTH' | null;
}

const PER =
  /(?:^| ?)(?:(?:per|an?|each|every|par|por|al|\/) ?(year|yr|annum|an|año|month|mois|mes)|(annually|yearly|p\.?a\.?)|(monthly))\.?$/iu;
const MONTHS = /^(month|mois|mes)$/i;

const BEFORE = new RegExp(`^(${SCALE})(?: ?(?:of|de|d['’]))? ?(.*)$`, 'iu');
const AFTER = new RegExp(`^(.+?) ?(${SCALE})$`, 'iu');

/** Null for a unit that is no money. */
export const moneyUnit = (unit: string): MoneyUnit | null => {
  const text = unit
    .normalize('NFKC')
    .replace(/[\s()[\]]+/gu, ' ')
    .trim();
  const [suffix = '', inYears, yearly, monthly] = PER.exec(text) ?? [];
  const isMonth = monthly !== undefined || MONTHS.test(inYears ?? '');
  const per =
    inYears === undefined && yearly === undefined && monthly === undefined
      ? null
      : isMonth
        ? 'MONTH'
        : 'YEAR';
  const scaled = scaledCurrency(text.slice(0, text.length - suffix.length).trim());
  return scaled && { ...scaled, per };
};

const scaledCurrency = (text: string): Omit<MoneyUnit, 'per'> | null => {
  if (text === '') return { ...NONE, tenTo: 0 };
  const whole = currencyIn(text);
  if (whole !== undefined) return { ...whole, tenTo: 0 };
  const [, before, afterScale = ''] = BEFORE.exec(text) ?? [];
  if (before !== undefined) {
    if (afterScale === '') return { ...NONE, tenTo: tenTo(before) };
    const currency = currencyIn(afterScale);
    if (currency !== undefined) return { ...currency, tenTo: tenTo(before) };
  }
  const [, beforeScale = '', after] = AFTER.exec(text) ?? [];
  const currency = after === undefined ? undefined : currencyIn(beforeScale);
  return currency === undefined ? null : { ...currency, tenTo: tenTo(after) };
};

const NONE: NamedCurrency = { candidates: [], assumed: false };

/** One name, or two of which one settles the other: "$ CAD", "francs CFA (XOF)". */
const currencyIn = (text: string): NamedCurrency | undefined => {
  const one = namedCurrency(text);
  if (one !== undefined) return one;
  const parts = text.split(' ');
  for (let n = 1; n < parts.length; n += 1) {
    const first = namedCurrency(parts.slice(0, n).join(' '));
    const second = namedCurrency(parts.slice(n).join(' '));
    const agreed = first && second && agreedBy(first, second);
    if (agreed) return agreed;
  }
  return undefined;
};

const agreedBy = (one: NamedCurrency, other: NamedCurrency): NamedCurrency | undefined => {
  const candidates = one.candidates.filter((code) => other.candidates.includes(code));
  return candidates.length === 1 ? { candidates, assumed: false } : undefined;
};
