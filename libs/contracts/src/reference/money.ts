/**
 * Money that was promised: a figure whose unit is a currency. Lifecycle page, section 1: the amount, its ISO 4217 currency,
 * and whether the currency was said or assumed. Figures of which the currency was assumed are not added to others.
 */
import { isCurrency } from './currency.ts';
import type { Quantity } from './quantity.ts';

export interface Money {
  /** Null where nothing was stated; never 0 for that. */
  readonly amountMin: number | null;
  /** Null where nothing was stated, or where the figure is a floor ("over 10 million"). */
  readonly amountMax: number | null;
  /** ISO 4217. */
  readonly currency: string;
  /** True for "dollars" and "$": which dollars was not said. */
  readonly currencyAssumed: boolean;
  /** For an amount that comes again every year; null for one given once, or where nothing was said. */
  readonly per: 'YEAR' | null;
  /** Voluntary and assessed money are never added up; null where nothing was said. */
  readonly funding: 'VOLUNTARY' | 'ASSESSED' | null;
  readonly asStated: string | null;
}

export interface Currency {
  readonly currency: string;
  /** Not named beyond doubt. */
  readonly assumed: boolean;
}

/** The organisation's own accounts are in it. */
const ASSUMED: Currency = { currency: 'USD', assumed: true };

/** What people write for a currency, in the singular; assumed where it names more than one. */
const WORDS: Readonly<Record<string, Currency>> = {
  dollar: { currency: 'USD', assumed: true },
  $: { currency: 'USD', assumed: true },
  'us dollar': { currency: 'USD', assumed: false },
  'u.s. dollar': { currency: 'USD', assumed: false },
  us$: { currency: 'USD', assumed: false },
  'canadian dollar': { currency: 'CAD', assumed: false },
  'australian dollar': { currency: 'AUD', assumed: false },
  euro: { currency: 'EUR', assumed: false },
  '€': { currency: 'EUR', assumed: false },
  'pound sterling': { currency: 'GBP', assumed: false },
  'pounds sterling': { currency: 'GBP', assumed: false },
  pound: { currency: 'GBP', assumed: true },
  '£': { currency: 'GBP', assumed: true },
  yen: { currency: 'JPY', assumed: false },
  'japanese yen': { currency: 'JPY', assumed: false },
};

const PER_YEAR = /(?: per year| a year|\/year| annually| yearly)$/i;

/**
 * The money that a quantity is, or null where its unit is no currency. Codes count in capitals only: a unit of "all" is
 * no Albanian lek. A figure without any unit is money where the promise is one of finance.
 */
export const moneyIn = (quantity: Quantity | null, category: string | null = null): Money | null => {
  if (quantity === null) return null;
  const unit = quantity.unit?.trim() ?? '';
  const unnamed = unit === '' && category === 'FINANCE' && quantity.asStated !== null;
  const named = unnamed ? ASSUMED : currencyNamed(unit);
  return named && moneyOf(quantity, named, unit);
};

/** An amount whose currency is named, or not: then it is assumed. */
export const moneyOf = (
  amount: Quantity,
  named: Currency | null = null,
  unit = '',
  funding: Money['funding'] = null,
): Money => {
  const { currency, assumed } = named ?? ASSUMED;
  return {
    amountMin: amount.min,
    amountMax: amount.max,
    currency,
    currencyAssumed: assumed,
    per: PER_YEAR.test(unit) ? 'YEAR' : null,
    funding,
    asStated: amount.asStated,
  };
};

/** Null for what names none. */
export const currencyNamed = (unit: string): Currency | null => {
  const measure = unit.trim().replace(PER_YEAR, '').trim();
  if (isCurrency(measure)) return { currency: measure, assumed: false };
  return wordFor(measure.toLowerCase()) ?? null;
};

const wordFor = (word: string): Currency | undefined => {
  const singular = word.replace(/s$/, '');
  return Object.hasOwn(WORDS, word)
    ? WORDS[word]
    : Object.hasOwn(WORDS, singular)
      ? WORDS[singular]
      : undefined;
};
