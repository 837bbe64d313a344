/**
 * A CSV file as a stream of named rows, one at a time, so that its size does not matter. A row that cannot be read is
 * handed on with its fault; only a quote that never closes ends the reading, for what lies behind it cannot be told.
 */
import { pipeline, type Readable } from 'node:stream';
import { type Info, parse } from 'csv-parse';
import { Ending, EXIT } from './exit-codes.ts';
import type { Fault } from './problem.ts';

export interface Columns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export interface Row {
  /** Line of the file on which the row starts, as a person counts: the header is line 1. */
  readonly line: number;
  /** Bytes of the file up to the end of the row. */
  readonly bytes: number;
  /** Trimmed; blank where the cell is. */
  readonly cell: (column: string) => string;
  /** As written, in the order of the header. */
  readonly cells: readonly string[];
  readonly fault: Fault | null;
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: AsyncIterable<Row>;
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

/** Longer than any row that the server would take. Without it a quote never closed would fill the memory. */
const LONGEST_ROW = 1_048_576;

/** @throws {Ending} when there is no header to read. */
export const readTable = async (input: Readable): Promise<Table> => {
  const parser = parse({
    bom: true,
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // An error would throw away the good rows before it that nobody has read yet; a skipped one is told by an event.
    skip_records_with_error: true,
    skip_records_with_empty_values: true,
  });
  let broken = false;
  parser.on('skip', () => {
    broken = true;
  });
  // The iterator below throws what the pipeline would hand to its callback.
  pipeline(input, parser, () => undefined);
  const parsed = parser[Symbol.asyncIterator]() as AsyncIterator<Parsed>;
  const first = await parsed.next().catch(unreadable);
  if (first.done === true) throw new Ending(EXIT.usage, 'the file is empty: a header line was expected');
  const header = first.value.record.map((name) => name.trim());
  return { header, rows: rowsOf(parsed, header, first.value, () => broken) };
};

/** @throws {Ending} that names every column missing, unknown or given twice, or the separator that is no comma. */
export const checkColumns = (header: readonly string[], { required, optional }: Columns): void => {
  const known = [...required, ...optional];
  const wrong = [
    ['missing', required.filter((name) => !header.includes(name))],
    ['unknown', header.filter((name) => !known.includes(name)).map((name) => name || '(blank)')],
    ['twice', header.filter((name, at) => known.includes(name) && header.indexOf(name) !== at)],
  ] as const;
  const told = wrong.filter(([, names]) => names.length > 0);
  if (told.length === 0) return;
  const separator = required.some((name) => header.includes(name)) ? null : otherSeparator(header.join(','));
  if (separator !== null) {
    throw new Ending(
      EXIT.usage,
      `the columns are separated by ${separator}: save the file as CSV with commas, in UTF-8, without a "sep=" line`,
    );
  }
  const list = told.map(([what, names]) => `${what}: ${names.join(', ')}`).join('; ');
  throw new Ending(EXIT.usage, `the columns do not fit (${list}). Expected: ${required.join(',')}`);
};

const otherSeparator = (line: string): 'semicolons' | 'tabs' | null => {
  if (line.includes(';')) return 'semicolons';
  return line.includes('\t') ? 'tabs' : null;
};

const rowsOf = async function* (
  parsed: AsyncIterator<Parsed>,
  header: readonly string[],
  headerRecord: Parsed,
  broken: () => boolean,
): AsyncGenerator<Row> {
  const line = lineCounter();
  line.startOf(headerRecord);
  let bytes = headerRecord.info.bytes;
  for (;;) {
    const next = await parsed.next().catch(unreadable);
    if (next.done === true) break;
    const { record, info } = next.value;
    bytes = info.bytes;
    const start = line.startOf(next.value);
    yield rowOf(header, record, start, bytes, faultOf(header, record, start, line.next() - 1));
  }
  // With quotes relaxed, an open quote is the one thing the parser cannot get over: it skips to the end of the file.
  if (broken()) yield rowOf(header, [], line.next(), bytes, NEVER_CLOSED);
};

/** The parser counts a quoted CRLF as two lines; people and their editors see one. */
const lineCounter = (): { startOf: (parsed: Parsed) => number; next: () => number } => {
  let countedTwice = 0;
  let end = 0;
  return {
    startOf: ({ record, info }) => {
      const text = record.join('');
      countedTwice += text.split('\r\n').length - 1;
      end = info.lines - countedTwice;
      return end - (text.split(/\r\n|\r|\n/).length - 1);
    },
    next: () => end + 1,
  };
};

const rowOf = (
  header: readonly string[],
  record: readonly string[],
  line: number,
  bytes: number,
  fault: Fault | null,
): Row => ({
  line,
  bytes,
  cells: header.map((_name, at) => record[at] ?? ''),
  cell: (column) => (record[header.indexOf(column)] ?? '').trim(),
  fault,
});

const faultOf = (
  header: readonly string[],
  record: readonly string[],
  start: number,
  end: number,
): Fault | null => {
  if (record.length !== header.length) {
    const where = end > start ? `; lines ${start} to ${end} were read as one row: is a quote open?` : '';
    const reason = `${record.length} columns instead of ${header.length}${where}`;
    return { field: '', reason, code: 'COLUMN_COUNT' };
  }
  const at = record.findIndex((cell) => cell.includes('\uFFFD'));
  if (at < 0) return null;
  return { field: header[at] ?? '', reason: 'is not UTF-8', code: 'NOT_UTF8' };
};

const NEVER_CLOSED: Fault = {
  field: '',
  reason: 'a quote is opened and never closed: the rest of the file was not read',
  code: 'QUOTE_NEVER_CLOSED',
};

const unreadable = (error: unknown): never => {
  throw new Ending(EXIT.usage, `the file cannot be read: ${(error as Error).message}`);
};
