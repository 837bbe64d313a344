/**
 * Currencies by ISO 4217 that were in use at any time since the first summit, September 2014: old promises are in old
 * currencies. Neither precious metals nor test codes.
 */
import { currencies as rows } from './currencies.data.ts';
import { decimalOf, fitsIn, numberOf, roundedTo } from './decimal.ts';

/** Alpha-3 codes, in alphabetical order. */
export const currencies: readonly string[] = rows.map(({ code }) => code);

const places: ReadonlyMap<string, number> = new Map(rows.map(({ code, minorUnits }) => [code, minorUnits]));

/** Codes are exact, upper case: "dollars" is no currency. */
export const isCurrency = (code: string): boolean => places.has(code);

/** Decimals of the currency: 2 for cents, 0 for yen, 3 for fils. Two for a code that nobody knows. */
export const minorUnits = (currency: string): number => places.get(currency) ?? 2;

/** Whether the amount is a whole number of the smallest unit of its currency. */
export const isInMinorUnits = (amount: number, currency: string): boolean =>
  fitsIn(decimalOf(amount), minorUnits(currency));

/** The amount to the smallest unit of its currency; a half goes to the even neighbour. */
export const toMinorUnits = (amount: number, currency: string): number =>
  numberOf(roundedTo(decimalOf(amount), minorUnits(currency)));

/** The largest amount that is kept to its smallest unit: as many digits as every program reads from JSON alike. */
export const largestAmount = (currency: string): number => 10 ** (DIGITS_IN_JSON - minorUnits(currency));

const DIGITS_IN_JSON = 15;
