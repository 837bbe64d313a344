/** Cells that say yes or no. */
import type { Fault } from './problem.ts';
import type { Row } from './reading/table.ts';

export const isYes = (cell: string): boolean => /^(yes|true)$/i.test(cell);

/** The fault of the first of these columns that says neither; blank says nothing. */
export const unclearAnswer = (row: Row, names: readonly string[]): Fault | undefined => {
  const field = names.find((name) => !/^(yes|true|no|false)?$/i.test(row.cell(name)));
  if (field === undefined) return undefined;
  return { field, reason: `"${row.cell(field)}" is neither yes nor no`, code: 'YES_OR_NO' };
};
