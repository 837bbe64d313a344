/** How the pages of this log are asked for. */

const PAGE = 500;
const MAX_PAGE = 10_000;

/** @throws {TypeError} for a position of another log. */
export const positionOf = (after: string | undefined): number => {
  if (after === undefined) return 0;
  if (!/^\d{1,15}$/.test(after))
    throw new TypeError(`${JSON.stringify(after)} is not a position of this log`);
  return Number(after);
};

/** Refused rather than cut: a caller that takes a short page for the last one would miss the rest. */
export const pageSize = (limit: number = PAGE): number => {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE) return limit;
  throw new RangeError(`a page holds 1 to ${MAX_PAGE} events, not ${limit}`);
};
