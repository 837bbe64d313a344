/**
 * A text of delimited rows as a stream, one at a time, so that its size does not matter. A row that cannot be read is handed
 * on with its fault; only a quote that never closes ends the reading, for what lies behind it cannot be known.
 */
import { pipeline, Readable } from 'node:stream';
import { type Info, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { CliError, EXIT } from '../exit-codes.ts';
import type { Fault } from '../problem.ts';
import { columnsOf, type KnownColumns } from './columns.ts';
import type { Encoding } from './encoding.ts';
import type { Input } from './input.ts';
import { columnCount, type Opened, rowOf, type Row } from './table.ts';

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

/** How the columns are told apart, and what stands before the header: a line by which Excel knows the delimiter. */
interface Dialect {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly separatorLine: string;
}

/** Longer than any row that the server would take. Without it a quote never closed would fill the memory. */
const LONGEST_ROW = 1_048_576;

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

const OPTIONS = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  ltrim: true,
};

/** @param head the beginning of the text. @param known how many names of a header are known; with none the commas are as good as any. */
export const dialectOf = (head: string, known: (header: readonly string[]) => number): Dialect => {
  const [separatorLine = '', named] = /^"?sep=(.)"?(?:\r\n|\n|\r)/i.exec(head) ?? [];
  const text = head.slice(separatorLine.length);
  const candidates = Object.keys(DELIMITERS).map((delimiter) => {
    const header = headerIn(text, delimiter);
    return { delimiter, header, fits: known(header), isNamed: delimiter === named };
  });
  // Where two fit as well, the one that the file names for itself.
  const best = candidates.reduce((one, other) =>
    other.fits > one.fits || (other.fits === one.fits && other.isNamed) ? other : one,
  );
  return { ...best, separatorLine };
};

const headerIn = (text: string, delimiter: string): readonly string[] => {
  try {
    const records: string[][] = parseAtOnce(text, { ...OPTIONS, delimiter, to: 1 });
    const [header = []] = records;
    return header.map((name) => name.trim());
  } catch {
    // A quote that never closes.
    return [];
  }
};

export const openCsv = (
  input: Input,
  encoding: Encoding,
  { delimiter, header, separatorLine }: Dialect,
): Opened => {
  const records = (): Records => recordsOf(textOf(input.bytes(), encoding, separatorLine.length), delimiter);
  return {
    header,
    table: async (columns) => {
      const known = columnsOf(header, columns);
      return {
        columns: known.named.map(({ name }) => name),
        rows: rowsOf(records, known, separatorLine === '' ? 0 : 1),
        readAs: `${DELIMITERS[delimiter] ?? delimiter}, ${encoding.name}`,
        count: input.size === null ? null : await countOf(records()),
      };
    },
  };
};

const textOf = async function* (
  bytes: AsyncIterable<Buffer>,
  { label }: Encoding,
  skip: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(label);
  let left = skip;
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    yield text.slice(left);
    left = Math.max(0, left - text.length);
  }
  yield decoder.decode();
};

interface Records {
  readonly each: AsyncIterator<Parsed>;
  /** Whether a quote was opened and never closed. */
  readonly broken: () => boolean;
}

const recordsOf = (text: AsyncIterable<string>, delimiter: string): Records => {
  const parser = parse({
    ...OPTIONS,
    delimiter,
    info: true,
    max_record_size: LONGEST_ROW,
    // An error would throw away the good rows before it that nobody has read yet; an event reports a skipped one.
    skip_records_with_error: true,
  });
  let broken = false;
  parser.on('skip', () => {
    broken = true;
  });
  // The iterator below throws what the pipeline would hand to its callback.
  pipeline(Readable.from(text), parser, () => undefined);
  return { each: parser[Symbol.asyncIterator]() as AsyncIterator<Parsed>, broken: () => broken };
};

const countOf = async ({ each, broken }: Records): Promise<number> => {
  let count = -1;
  while ((await each.next().catch(unreadable)).done !== true) count += 1;
  return count + (broken() ? 1 : 0);
};

const rowsOf = async function* (
  records: () => Records,
  columns: KnownColumns,
  linesBefore: number,
): AsyncGenerator<Row> {
  const { each, broken } = records();
  const line = lineCounter(linesBefore);
  try {
    const header = await each.next().catch(unreadable);
    if (header.done === true) return;
    line.startOf(header.value);
    for (;;) {
      const next = await each.next().catch(unreadable);
      if (next.done === true) break;
      const start = line.startOf(next.value);
      const { record } = next.value;
      yield rowOf(columns, record, start, swallowed(record, columns, start, line.next() - 1));
    }
    // With quotes relaxed, an open quote is the one thing the parser cannot get over: it skips to the end of the file.
    if (broken()) yield rowOf(columns, [], line.next(), NEVER_CLOSED);
  } finally {
    await each.return?.();
  }
};

/** The parser counts a quoted CRLF as two lines; people and their editors see one. */
const lineCounter = (before: number): { startOf: (parsed: Parsed) => number; next: () => number } => {
  let countedTwice = 0;
  let end = 0;
  return {
    startOf: ({ record, info }) => {
      const text = record.join('');
      countedTwice += text.split('\r\n').length - 1;
      end = before + info.lines - countedTwice;
      return end - (text.split(/\r\n|\r|\n/).length - 1);
    },
    next: () => end + 1,
  };
};

/** Of a row over several lines that has not as many columns as the header. */
const swallowed = (
  record: readonly string[],
  { width }: KnownColumns,
  start: number,
  end: number,
): Fault | undefined =>
  end > start && record.length !== width
    ? columnCount(record, width, `; lines ${start} to ${end} were read as one row: is a quote open?`)
    : undefined;

const NEVER_CLOSED: Fault = {
  field: '',
  reason: 'a quote is opened and never closed: the rest of the file was not read',
  code: 'QUOTE_NEVER_CLOSED',
};

const unreadable = (error: unknown): never => {
  throw new CliError(EXIT.usage, `the file cannot be read: ${(error as Error).message}`);
};
