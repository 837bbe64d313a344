/** What a file can hold. Its columns show which kind it is; each kind turns a row into one request. */
import type { Columns } from './reading/columns.ts';
import type { Row } from './reading/table.ts';
import type { Fault } from './problem.ts';

export interface RowRequest {
  readonly line: number;
  /** What it differs from, where the server names nothing. */
  readonly name: string;
  readonly path: string;
  /** Where the server says what would become of it. */
  readonly checkPath: string;
  /** Equal for rows that may be about the same thing. */
  readonly offer: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface RowKind {
  readonly name: string;
  readonly columns: Columns;
  /** Codes with which the server refuses what differs from something that it has. */
  readonly existsCodes: readonly string[];
  /** One reader per file: it sees every row, in order, and may count. A fault is found without asking the server. */
  readonly reader: () => (row: Row) => RowRequest | Fault;
}

export const isFault = (read: RowRequest | Fault): read is Fault => 'reason' in read;
