/** A file of named rows, whatever it was saved as. */
import { unguardedCell } from '@pledgeline/contracts';
import type { Fault } from '../problem.ts';
import type { Columns, KnownColumns } from './columns.ts';

export interface Row {
  /** Line of the file on which the row starts, as a person counts: the header is line 1. In a workbook, its row. */
  readonly line: number;
  /** Trimmed; blank where the cell is, or where the file has no such column. */
  readonly cell: (column: string) => string;
  /** As written, in the order of the table's columns. */
  readonly cells: readonly string[];
  readonly fault: Fault | null;
}

export interface Table {
  /** Names of the columns, as we know them, in the order of the file. */
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<Row>;
  /** How the file was read: delimiter and encoding, in words. */
  readonly readAs: string;
  /** How many rows it has; null for a pipe, which is read once. */
  readonly count: number | null;
}

/** A file whose header is known, and nothing else yet: its header says what the columns are expected to be. */
export interface Opened {
  readonly header: readonly string[];
  /** @throws {CliError} when the columns do not fit. */
  readonly table: (columns: Columns) => Promise<Table>;
}

/** @param fault of the row as a whole, where it has one. */
export const rowOf = (
  columns: KnownColumns,
  record: readonly string[],
  line: number,
  fault: Fault | null = faultIn(record, columns),
): Row => {
  const cells = columns.named.map(({ at }) => unguardedCell(record[at] ?? ''));
  const places = new Map(columns.named.map(({ name }, nth) => [name, nth]));
  return { line, cells, fault, cell: (name) => (cells[places.get(name) ?? -1] ?? '').trim() };
};

/** The fault of a row by itself: its length, what stands beside the known columns, what was lost in it. */
const faultIn = (
  record: readonly string[],
  { named, nameless, width, needed }: KnownColumns,
): Fault | null => {
  if (record.length < needed || record.slice(width).some(isSaid)) return columnCount(record, width);
  const beside = nameless.find((at) => isSaid(record[at] ?? ''));
  if (beside !== undefined) {
    return {
      field: '',
      reason: `column ${beside + 1} has no name, and a cell in it`,
      code: 'COLUMN_UNNAMED',
    };
  }
  const lost = named.find(({ at }) => record[at]?.includes('\uFFFD'));
  if (lost === undefined) return null;
  return { field: lost.name, reason: 'has characters that were lost in an encoding', code: 'NOT_UTF8' };
};

export const columnCount = (record: readonly string[], width: number, where = ''): Fault => ({
  field: '',
  reason: `${record.length} columns instead of ${width}${where}`,
  code: 'COLUMN_COUNT',
});

const isSaid = (cell: string): boolean => cell.trim() !== '';
