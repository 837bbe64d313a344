/**
 * Money that was promised: a figure whose unit is a currency. Lifecycle page, section 1: the amount, its ISO 4217 currency,
 * and whether the currency was said or assumed. Figures of which the currency was assumed are not added to others.
 */
import { decimalOf, numberOf, timesTenTo } from './decimal.ts';
import { moneyUnit, type MoneyUnit } from './money-unit.ts';
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

/** The organisation's own accounts are in it. */
export const assumedCurrency = { candidates: ['USD'], assumed: true } as const;

/** @param unit of one candidate, or of an assumed one; an amount by the month is given by the year. */
export const inMoney = (
  { min, max, asStated }: Pick<Quantity, 'min' | 'max' | 'asStated'>,
  unit: MoneyUnit,
  funding: Money['funding'] = null,
): Money => {
  const [currency = 'USD'] = unit.candidates;
  const amount = (stated: number | null) => (stated === null ? null : inUnits(stated, unit));
  return {
    amountMin: amount(min),
    amountMax: amount(max),
    currency,
    currencyAssumed: unit.assumed,
    per: unit.per === null ? null : 'YEAR',
    funding,
    asStated,
  };
};

const inUnits = (stated: number, { tenTo, per }: MoneyUnit): number => {
  const { digits, places } = timesTenTo(decimalOf(stated), tenTo);
  return numberOf({ digits: per === 'MONTH' ? digits * MONTHS : digits, places });
};

const MONTHS = 12n;

/**
 * The money that a quantity is that was kept as one, or null where its unit is none, or not beyond doubt. A figure without any
 * unit is money where the promise is one of finance.
 */
export const moneyIn = (quantity: Quantity | null, category: string | null = null): Money | null => {
  if (quantity === null) return null;
  const unit = moneyUnit(quantity.unit ?? '');
  if (unit === null) return null;
  if (unit.candidates.length === 1 || unit.assumed) return inMoney(quantity, unit);
  const isUnnamed = unit.candidates.length === 0 && category === 'FINANCE' && quantity.asStated !== null;
  return isUnnamed ? inMoney(quantity, { ...unit, ...assumedCurrency }) : null;
};
