/**
 * Rows of one group that stand nearest to a place in it, such as offers alike by the day they were made: found by a column that
 * holds both, so that as many are read as are wanted, however large the group is.
 */
import { lastEntered, thenEntered } from './order-of-entry.ts';
import type { FoundRow, Views } from './views.ts';

/** Where a row stands: a group, and a place in it that sorts as text. */
export interface Place {
  readonly group: string;
  /** Blank where nobody knows: before all others. */
  readonly place: string;
}

const asText = ({ group, place }: Place): string => `${group} ${place}`;

/** What the column holds. @param recordedAt of the first event: rows at one place are in the order in which they were entered. */
export const placed = (at: Place, recordedAt: string): string => thenEntered(asText(at), recordedAt);

interface Group {
  readonly view: string;
  readonly column: string;
}

/** At most so many on each side, nearest first on both. */
export const nearestRows = async <Row>(
  views: Pick<Views, 'find'>,
  { view, column }: Group,
  at: Place,
  most: number,
): Promise<readonly FoundRow<Row>[]> => {
  const { from, to } = wholeGroup(at.group);
  const here = asText(at);
  const find = (range: { readonly from: string; readonly to: string }, descending: boolean) =>
    views.find<Row>(view, { where: { [column]: range }, orderBy: column, descending, limit: most });
  const [after, before] = [
    await find({ from: here, to }, false),
    await find({ from, to: lastEntered(here) }, true),
  ];
  const found = new Map<string, FoundRow<Row>>();
  for (let n = 0; n < most; n += 1) {
    for (const one of [after[n], before[n]]) if (one !== undefined) found.set(one.key, one);
  }
  return [...found.values()];
};

/** How many the group has, counted up to `atMost`. */
export const countOfGroup = (
  views: Pick<Views, 'count'>,
  { view, column }: Group,
  group: string,
  atMost: number,
): Promise<number> => views.count(view, { [column]: wholeGroup(group) }, atMost);

const wholeGroup = (group: string) => ({ from: `${group} `, to: `${group} ${LAST}` });

/** Sorts behind what places are made of. */
const LAST = '\uffff';
