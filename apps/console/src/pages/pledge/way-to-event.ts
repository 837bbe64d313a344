/** Where in a history that is loaded page by page one event is. Pure. */

export type Way =
  /** It is among those that are loaded. */
  | 'here'
  /** More pages lead to it. */
  | 'on'
  /** It is nearer to the other end. */
  | 'other-end'
  /** The reader may not read it, or there is none. */
  | 'nowhere';

/**
 * @param revisions that are loaded, in the order in which they are shown; revisions have gaps.
 * @param hasMore whether there are others behind them.
 */
export const wayTo = (
  wanted: number,
  revisions: readonly number[],
  order: 'asc' | 'desc',
  hasMore: boolean,
): Way => {
  if (revisions.includes(wanted)) return 'here';
  const [first, last] = [revisions[0], revisions.at(-1)];
  if (first === undefined || last === undefined || !hasMore) return 'nowhere';
  const isBehind = order === 'desc' ? wanted < last : wanted > last;
  if (!isBehind) return 'nowhere';
  return order === 'desc' && wanted < first / 2 ? 'other-end' : 'on';
};
