/**
 * Counts over the read models of now, kept and put right by what changed since they were made, so that a count costs the same however
 * many rows there are. It lies below what readers see: a count is known by the conditions under which it was made, those that leave
 * out what its reader may not find among them. Decision 104.
 */
import type { Tally, ViewQuery, Views } from '@pledgeline/event-sourcing';
import type { AnyView } from '../visibility/view.ts';

type Where = NonNullable<ViewQuery['where']>;

interface KeptTally {
  readonly place: number;
  readonly tallies: readonly Tally[];
}

/**
 * Characters of all counts that are kept, with the conditions that they are known by: these are given by readers and may be long, also
 * where nothing fits them. What nobody asked about for the longest gives way.
 */
const MOST_LENGTH = 8_000_000;
/** Characters that one set of values with its counts is taken for. */
const LENGTH_OF_TALLY = 150;

/**
 * @param views of now, as they are.
 * @param most characters that are kept; 8 million when absent.
 * @returns the same views. What is asked of columns that are not `counted`, or by rows of other views, is counted each time.
 */
export const keptTallies = (
  views: Views,
  definitions: readonly Pick<AnyView, 'projection'>[],
  most = MOST_LENGTH,
): Views => {
  const counted = new Map(
    definitions.map(({ projection }) => [projection.name, new Set(projection.counted ?? [])]),
  );
  /** The one asked last stands last. */
  const kept = new Map<string, KeptTally>();
  let length = 0;

  const keep = (key: string, tally: KeptTally): void => {
    const before = kept.get(key);
    length += lengthOf(key, tally) - (before === undefined ? 0 : lengthOf(key, before));
    kept.delete(key);
    kept.set(key, tally);
    for (const [oldest, given] of kept) {
      if (length <= most) return;
      length -= lengthOf(oldest, given);
      kept.delete(oldest);
    }
  };

  const tally = async (
    view: string,
    columns: readonly string[],
    where: Where,
    among: Where,
  ): Promise<readonly Tally[]> => {
    const key = JSON.stringify([view, columns, inOrder(where), inOrder(among)]);
    const before = kept.get(key);
    const found = await views.tallySince(view, before?.place ?? null, columns, where, among);
    const { place, isChange } = found;
    const tallies = isChange ? together(before?.tallies ?? [], found.tallies) : found.tallies;
    // Meanwhile another question may have gone further.
    if ((kept.get(key)?.place ?? 0) <= place) keep(key, { place, tallies });
    return tallies;
  };

  const isKept = (view: string, columns: readonly string[], ...conditions: readonly Where[]): boolean => {
    const known = counted.get(view);
    return (
      known !== undefined &&
      known.size > 0 &&
      columns.every((column) => known.has(column)) &&
      conditions
        .flatMap(Object.entries<Where[string]>)
        .every(([column, condition]) => known.has(column) && !isOfOtherRows(condition))
    );
  };

  return {
    ...views,
    tally: async (view, columns, where = {}, among = {}) =>
      isKept(view, columns, where, among)
        ? [...(await tally(view, columns, where, among))]
        : views.tally(view, columns, where, among),
    count: async (view, where = {}, atMost) =>
      atMost === undefined && isKept(view, [], where)
        ? ((await tally(view, [], where, {}))[0]?.count ?? 0)
        : views.count(view, where, atMost),
  };
};

const lengthOf = (key: string, { tallies }: KeptTally): number =>
  key.length + LENGTH_OF_TALLY * tallies.length;

/** Values of which one must fit are the same condition in any order. */
const inOrder = (where: Where): unknown =>
  Object.entries(where).map(([column, condition]) => [
    column,
    typeof condition === 'object' && condition !== null && 'in' in condition
      ? { in: [...new Set(condition.in)].sort() }
      : condition,
  ]);

/** These may change while the row does not. */
const isOfOtherRows = (condition: Where[string]): boolean =>
  typeof condition === 'object' && condition !== null && 'keyOf' in condition;

/** Values that no row has any more are left out. */
const together = (before: readonly Tally[], changes: readonly Tally[]): readonly Tally[] => {
  if (changes.length === 0) return before;
  const sums = new Map(before.map((one) => [JSON.stringify(one.values), one]));
  for (const { values, count, among } of changes) {
    const key = JSON.stringify(values);
    const sum = sums.get(key) ?? { count: 0, among: 0 };
    sums.set(key, { values, count: sum.count + count, among: sum.among + among });
  }
  return [...sums.values()].filter(({ values, count }) => count > 0 || values.length === 0);
};
