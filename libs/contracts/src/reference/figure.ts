/**
 * What was said about how much: something that is counted, or money. Announcements, amendments, splits and checks of rows all read
 * it in this one way.
 */
import { isInMinorUnits, minorUnits } from './currency.ts';
import { numberOf, timesTenTo, type Decimal } from './decimal.ts';
import { assumedCurrency, inMoney, type Money } from './money.ts';
import { moneyUnit, type MoneyUnit } from './money-unit.ts';
import { readBounds, type Bounds, type Quantity } from './quantity.ts';
import { SCALE_WORD, tenTo } from './scale.ts';
import { withoutCurrency } from './stated-currency.ts';
import { contentsOf } from './unit.ts';

export type Figure =
  | { readonly kind: 'COUNT'; readonly quantity: Quantity }
  | { readonly kind: 'MONEY'; readonly money: Money }
  /** Money, but of which currency the unit does not tell. */
  | { readonly kind: 'UNCLEAR'; readonly unit: string; readonly candidates: readonly string[] }
  | { readonly kind: 'UNREADABLE' }
  /** It speaks of money among other words, so that nobody can say what is counted. */
  | { readonly kind: 'UNIT_UNREADABLE'; readonly unit: string };

const UNREADABLE: Figure = { kind: 'UNREADABLE' };

/** @param asMoney a figure without a unit is money: the promise is one of finance, or the field is an amount. */
export const readFigure = (stated: string, unit: string, { asMoney = false } = {}): Figure => {
  const [text, of] = [stated.trim(), unit.trim()];
  const money = moneyUnit(of);
  const bounds = readBounds(text, { money: money !== null });
  if (bounds === undefined && text !== '') {
    const named = namedInText(text, of);
    if (named !== undefined) return readMoney(named.figures, of, named.unit, text);
  }
  if (money !== null && money.candidates.length > 0) return readMoney(text, of, money);
  if (asMoney && money !== null && text !== '') return readMoney(text, of, { ...money, ...assumedCurrency });
  return SPEAKS_OF_MONEY.test(of) ? { kind: 'UNIT_UNREADABLE', unit: of } : readCount(text, of);
};

const SPEAKS_OF_MONEY = /\p{Sc}|(?<!\p{L})(?:usd|eur|gbp|dollars?|euros?)(?!\p{L})/iu;

/** A currency beside the figures, in agreement with that of the unit where there is one. */
const namedInText = (text: string, unit: string) => {
  const parts = withoutCurrency(text);
  if (parts === undefined) return undefined;
  const { figures, prefix, suffix } = parts;
  for (const words of [`${prefix} ${unit} ${suffix}`, `${suffix} ${prefix} ${unit}`]) {
    const named = moneyUnit(words);
    if (named !== null && named.candidates.length > 0) return { figures, unit: named };
  }
  return undefined;
};

const readMoney = (text: string, unit: string, named: MoneyUnit, stated = text): Figure => {
  const [currency, ...others] = named.candidates;
  if (currency === undefined || (others.length > 0 && !named.assumed)) {
    return { kind: 'UNCLEAR', unit: unit || stated, candidates: named.candidates };
  }
  const asStated =
    stated === '' ? null : stated !== text || !changesFigure(named) ? stated : `${stated} ${unit}`;
  if (text === '') return { kind: 'MONEY', money: inMoney({ min: null, max: null, asStated }, named) };
  const bounds = readBounds(text, { money: true });
  if (bounds === undefined || (bounds.scaled && named.tenTo > 0)) return UNREADABLE;
  const [min, max] = [bounds.min, bounds.max].map((bound) => bound && timesTenTo(bound, named.tenTo));
  const isScaled = bounds.scaled || named.tenTo > 0;
  const figures = numbersOf(min ?? null, max ?? null);
  if (figures === undefined || (!isScaled && looksGrouped(bounds, currency))) return UNREADABLE;
  return { kind: 'MONEY', money: inMoney({ ...figures, asStated }, { ...named, tenTo: 0 }) };
};

/** So that the figure alone would not be what was stated. */
const changesFigure = ({ tenTo: scale, per }: MoneyUnit): boolean => scale > 0 || per === 'MONTH';

/** "20.000" dollars may be 20 or 20000; of dinars, which have three decimals, it is 20. */
const looksGrouped = ({ min, max, places }: Bounds, currency: string): boolean =>
  places === 3 &&
  minorUnits(currency) !== 3 &&
  [min, max].every((bound) => bound === null || isInMinorUnits(numberOf(bound), currency));

const SCALED_UNIT = new RegExp(`^(${SCALE_WORD})(?: (.*))?$`, 'i');

/** "1 unit of 3 aircraft", in one cell: the number, and what is counted. */
const COUNT_OF_UNITS = /^(.*?\d\S*) (\D+ of \d.*)$/;

const readCount = (text: string, unit: string): Figure => {
  const bounds = readBounds(text);
  const [, number = '', units = ''] =
    (bounds === undefined && unit === '' && COUNT_OF_UNITS.exec(text)) || [];
  if (contentsOf(units) !== undefined) {
    const figure = readCount(number, units);
    return figure.kind === 'COUNT' ? { ...figure, quantity: { ...figure.quantity, asStated: text } } : figure;
  }
  const [, scale, rest = ''] = SCALED_UNIT.exec(unit) ?? [];
  const of = (scale === undefined ? unit : rest.trim()) || null;
  if (text === '') return { kind: 'COUNT', quantity: { min: null, max: null, unit: of, asStated: null } };
  if (bounds === undefined || bounds.places > 2 || (bounds.scaled && scale !== undefined)) return UNREADABLE;
  const [min, max] = [bounds.min, bounds.max].map((bound) => bound && timesTenTo(bound, tenTo(scale)));
  const figures = numbersOf(min ?? null, max ?? null);
  if (figures === undefined) return UNREADABLE;
  const asStated = scale === undefined ? text : `${text} ${scale}`;
  return { kind: 'COUNT', quantity: { ...figures, unit: of, asStated } };
};

/** Undefined for a figure too large to be kept exactly, which is a typing error. */
const numbersOf = (
  min: Decimal | null,
  max: Decimal | null,
): { readonly min: number | null; readonly max: number | null } | undefined => {
  const [least, most] = [min, max].map((bound) => bound && numberOf(bound));
  return Math.max(least ?? 0, most ?? 0) <= Number.MAX_SAFE_INTEGER
    ? { min: least ?? null, max: most ?? null }
    : undefined;
};
