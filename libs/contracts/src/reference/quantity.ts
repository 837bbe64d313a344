/**
 * How much was promised, as it was said. A range stays a range, and what was not stated is null, never 0,
 * so that no report adds up figures that nobody gave.
 */

export interface Quantity {
  /** Null when there is no lower bound to speak of: nothing was stated. */
  readonly min: number | null;
  /** Null when nothing was stated, or when the figure is a floor ("over 450"). */
  readonly max: number | null;
  readonly unit: string | null;
  readonly asStated: string | null;
}

type Bounds = Pick<Quantity, 'min' | 'max'>;

/** Digits in one go or grouped by threes with one separator, then cents at most: "20.000" could be 20 or 20000. */
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d{1,2})?`;

const ABOUT = 'about|around|approximately|approx\\.?|some|circa|ca?\\.|~';

const shape = (before: string, after = ''): RegExp =>
  new RegExp(`^(?:${before})(${NUMBER})(?:${after})$`, 'i');

/** Each shape with the bounds that it means. An exact figure and an approximate one have the same bounds. */
const SHAPES: readonly (readonly [RegExp, (first: number, second: number) => Bounds])[] = [
  [shape(`(?:(?:${ABOUT}) ?)?`), (figure) => ({ min: figure, max: figure })],
  [new RegExp(`^(?:(?:${ABOUT}) ?)?(${NUMBER}) ?(?:-|to) ?(${NUMBER})$`, 'i'), (min, max) => ({ min, max })],
  [new RegExp(`^between (${NUMBER}) and (${NUMBER})$`, 'i'), (min, max) => ({ min, max })],
  [
    shape('(?:up to|at most|no more than|not more than|under|less than|fewer than) '),
    (max) => ({ min: 0, max }),
  ],
  [shape('(?:over|more than|at least|not less than|no fewer than) '), (min) => ({ min, max: null })],
  [shape('', ' ?\\+| or more'), (min) => ({ min, max: null })],
];

/** Undefined when the text is no quantity: the caller refuses the field, and nothing is guessed. */
export const parseQuantity = (text: string, unit: string): Quantity | undefined => {
  const asStated = text.trim();
  const of = unit.trim() || null;
  if (asStated === '') return { min: null, max: null, unit: of, asStated: null };
  const bounds = readBounds(asStated);
  return bounds && { ...bounds, unit: of, asStated };
};

const readBounds = (asStated: string): Bounds | undefined => {
  const plain = asStated.replace(/\s+/gu, ' ').replace(/[‐‑‒–—]/gu, '-');
  for (const [pattern, boundsOf] of SHAPES) {
    const match = pattern.exec(plain);
    if (match) return sound(boundsOf(toNumber(match[1]), toNumber(match[2])));
  }
  return undefined;
};

const toNumber = (digits = ''): number => Number(digits.replace(/[, ]/g, ''));

/** A range said backwards, or a figure too large to be kept exactly, is a typing error. */
const sound = (bounds: Bounds): Bounds | undefined => {
  const { min, max } = bounds;
  if (min !== null && max !== null && min > max) return undefined;
  return Math.max(min ?? 0, max ?? 0) <= Number.MAX_SAFE_INTEGER ? bounds : undefined;
};
