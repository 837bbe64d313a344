/** How one list differs from what it was: rows that came, went and changed. Pure. */
import { say } from '../words/words.ts';

export interface NewerRows {
  readonly came: number;
  readonly went: number;
  readonly changed: number;
}

/** @param idOf what a row is known by. */
export const newerRows = <R>(
  before: readonly R[],
  after: readonly R[],
  idOf: (row: R) => string,
): NewerRows => {
  const was = new Map(before.map((row) => [idOf(row), JSON.stringify(row)]));
  const is = new Set(after.map(idOf));
  return {
    came: after.filter((row) => !was.has(idOf(row))).length,
    went: before.filter((row) => !is.has(idOf(row))).length,
    changed: after.filter((row) => {
      const old = was.get(idOf(row));
      return old !== undefined && old !== JSON.stringify(row);
    }).length,
  };
};

export const isNothing = ({ came, went, changed }: NewerRows): boolean => came + went + changed === 0;

export const rowsInWords = (rows: NewerRows): string => {
  const words = say().newer;
  if (isNothing(rows)) return words.otherwise;
  return (['came', 'went', 'changed'] as const)
    .filter((what) => rows[what] > 0)
    .map((what) => words[what](rows[what]))
    .join(', ');
};
