/** Rows of texts as lines whose columns line up. */
import { printable } from '@pledgeline/contracts';

interface Looks {
  /** Columns of numbers, counted from 0: these end under each other. */
  readonly numbers?: readonly number[];
}

const GAP = '  ';

/** One line a row; a cell may be as long as it is, so the longest texts belong into the last column. */
export const aligned = (
  rows: readonly (readonly string[])[],
  { numbers = [] }: Looks = {},
): readonly string[] => {
  const cells = rows.map((row) => row.map(oneLine));
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  );
  const padded = (cell: string, column: number): string => {
    const width = widths[column] ?? 0;
    return numbers.includes(column) ? cell.padStart(width) : cell.padEnd(width);
  };
  return cells.map((row) => row.map(padded).join(GAP).trimEnd());
};

/** Texts come from people: blanks of any kind are one space, so that none of them lines up as if it were ours. */
export const oneLine = (text: string): string => printable(text.normalize('NFC').replace(/\s+/gu, ' '));
