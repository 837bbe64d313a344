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

/** Sets of values of all counts that are kept, some 100 bytes each. What nobody asked about for the longest gives way. */
const MOST_VALUES = 50_000;

/**
 * @param views of now, as they are.
 * @param most sets of values that are kept; 50,000 when absent.
 * @returns the same views. What is asked of columns that are not `counted`, or by rows of other views, is counted each time.
 */
export const keptTallies = (
  views: Views,
  definitions: readonly Pick<AnyView, 'projection'>[],
  most = MOST_VALUES,
): Views => {
  const counted = new Map(
    definitions.map(({ projection }) => [projection.name, new Set(projection.counted ?? [])]),
  );
  /** The one asked last stands last. */
  const kept = new Map<string, KeptTally>();
  let values = 0;

  const keep = (key: string, tally: KeptTally): void => {
    values += tally.tallies.length - (kept.get(key)?.tallies.length ?? 0);
    kept.delete(key);
    kept.set(key, tally);
    for (const [oldest, { tallies }] of kept) {
      if (values <= most) return;
      values -= tallies.length;
      kept.delete(oldest);
    }
  };

  const tally = async (
    view: string,
    columns: readonly string[],
    where: Where,
    among: Where,
  ): Promise<readonly Tally[]> => {
    const key = JSON.stringify([view, columns, where, among]);
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
