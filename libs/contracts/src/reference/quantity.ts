/**
 * How much was promised, as it was said. A range stays a range, and what was not stated is null, never 0,
 * so that no report adds up figures that nobody gave.
 */
import { decimalOf, minus, timesTenTo, type Decimal } from './decimal.ts';
import { SCALE, SCALE_WORD, tenTo } from './scale.ts';

export interface Quantity {
  /** Null when there is no lower bound to speak of: nothing was stated. */
  readonly min: number | null;
  /** Null when nothing was stated, or when the figure is a floor ("over 450"). */
  readonly max: number | null;
  readonly unit: string | null;
  readonly asStated: string | null;
}

/** What a figure says, exactly. */
export interface Bounds {
  readonly min: Decimal | null;
  readonly max: Decimal | null;
  /** Most digits behind a point of a figure without a scale: "20.000" could be 20 or 20000. */
  readonly places: number;
  /** Whether it says "million" or the like. */
  readonly scaled: boolean;
}

/** Digits in one go or grouped by threes with one separator, then decimals. */
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d+)?`;

const ABOUT = 'about|around|approximately|approx\\.?|some|circa|ca?\\.|~';
export const AT_MOST = 'up to|at most|no more than|not more than|under|less than|fewer than';
export const AT_LEAST = 'over|more than|at least|not less than|no fewer than';
/** What may stand before a figure. */
export const BEFORE_FIGURES = `${ABOUT}|${AT_MOST}|${AT_LEAST}|between|from`;

type Meaning = (first: Decimal, second: Decimal) => Pick<Bounds, 'min' | 'max'>;

const NOTHING: Decimal = { digits: 0n, places: 0 };

/** Each shape with the bounds that it means. An exact figure and an approximate one have the same bounds. */
const shapesWith = (scale: string): readonly (readonly [RegExp, Meaning])[] => {
  const figure = `(${NUMBER})(?: ?(${scale}))?`;
  const about = `(?:(?:${ABOUT}) ?)?`;
  const shape = (text: string) => new RegExp(`^${text}$`, 'i');
  return [
    [shape(`${about}${figure}`), (min) => ({ min, max: min })],
    [shape(`${about}${figure} ?(?:-|to) ?${figure}`), (min, max) => ({ min, max })],
    [shape(`between ${figure} and ${figure}`), (min, max) => ({ min, max })],
    // A rise, of which the difference is promised: accountability page, section 1.
    [shape(`from ${figure} to ${figure}`), (from, to) => ({ min: minus(to, from), max: minus(to, from) })],
    [shape(`(?:${AT_MOST}) ${figure}`), (max) => ({ min: NOTHING, max })],
    [shape(`(?:${AT_LEAST}) ${figure}`), (min) => ({ min, max: null })],
    [shape(`${figure}(?: ?\\+| or more)`), (min) => ({ min, max: null })],
  ];
};

const COUNTS = shapesWith(SCALE_WORD);
const AMOUNTS = shapesWith(SCALE);

/**
 * Undefined when the text is no figure: the caller refuses the field, and nothing is guessed. The last of two scales counts
 * for both figures of a range ("2-3 million"), unless the range then ran backwards.
 */
export const readBounds = (stated: string, { money = false } = {}): Bounds | undefined => {
  const plain = stated
    .replace(/\s+/gu, ' ')
    .replace(/[‐‑‒–—]/gu, '-')
    .trim();
  for (const [pattern, meaning] of money ? AMOUNTS : COUNTS) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const [, first = '', firstScale, second, secondScale] = match;
    const figures = [first, ...(second === undefined ? [] : [second])];
    const least = scaled(first, firstScale ?? secondScale);
    const { min, max } = meaning(least, second === undefined ? least : scaled(second, secondScale));
    if (min !== null && max !== null && isMore(min, max)) return undefined;
    if (max !== null && !isMore(max, NOTHING) && second !== undefined) return undefined;
    const isScaled = firstScale !== undefined || secondScale !== undefined;
    return { min, max, scaled: isScaled, places: isScaled ? 0 : Math.max(...figures.map(placesOf)) };
  }
  return undefined;
};

const scaled = (digits: string, scale: string | undefined): Decimal =>
  timesTenTo(decimalOf(digits.replace(/[, ]/g, '')), tenTo(scale));

const placesOf = (digits: string): number => digits.split('.')[1]?.length ?? 0;

const isMore = (one: Decimal, other: Decimal): boolean =>
  one.digits * 10n ** BigInt(other.places) > other.digits * 10n ** BigInt(one.places);
