/** The middle of many values. Whole values may give one that ends in .5. */

/** Of an even number, the mean of the two in the middle; null of none. */
export const median = (values: readonly number[]): number | null => middleOf(inOrder(values));

/** Median of the smaller half; of an odd number, the one in the middle is in both halves. */
export const lowerQuartile = (values: readonly number[]): number | null => {
  const sorted = inOrder(values);
  return middleOf(sorted.slice(0, Math.ceil(sorted.length / 2)));
};

/** The same of the larger half. */
export const upperQuartile = (values: readonly number[]): number | null => {
  const sorted = inOrder(values);
  return middleOf(sorted.slice(Math.floor(sorted.length / 2)));
};

export const highest = (values: readonly number[]): number | null => inOrder(values).at(-1) ?? null;

/** The least value that so many of all do not exceed (nearest rank); null of none. @param part from 0, excluded, to 1. */
export const percentile = (values: readonly number[], part: number): number | null =>
  inOrder(values)[Math.ceil(values.length * part) - 1] ?? null;

const inOrder = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

const middleOf = (sorted: Float64Array): number | null => {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};
