/** From a file to its table: what it is, its encoding, its delimiter. What cannot be known for sure is refused, with what to do. */
import { CliError, EXIT } from '../exit-codes.ts';
import { knownAmong, type Columns } from './columns.ts';
import { dialectOf, openCsv } from './csv-table.ts';
import { encodingMarked, encodingNamed, survey, type Encoding } from './encoding.ts';
import { isBinary, isUtf32, notATable } from './file-kind.ts';
import { openInput, type Input } from './input.ts';
import type { Opened, Table } from './table.ts';
import { isWorkbook, isZip, openWorkbook, wholeOf } from './workbook.ts';

interface Kind {
  readonly columns: Columns;
}

/**
 * @param kinds of rows that it may hold; the one whose columns it has is meant, and the first where it has none.
 * @param label the encoding, where the user names it.
 * @throws {CliError} for what is no table of these kinds, or cannot be told for sure.
 */
export const readTable = async <Rows extends Kind>(
  file: string,
  kinds: readonly [Rows, ...Rows[]],
  label?: string,
): Promise<{ readonly table: Table; readonly kind: Rows }> => {
  const input = await openInput(file);
  if (input.head.length === 0)
    throw new CliError(EXIT.usage, 'the file is empty: a header line was expected');
  const fits = (header: readonly string[], { columns }: Kind): number => knownAmong(header, columns);
  const opened = isZip(input.head)
    ? await openZip(input)
    : await openText(input, label, (header) => Math.max(...kinds.map((kind) => fits(header, kind))));
  const kind = kinds.reduce((best, other) =>
    fits(opened.header, other) > fits(opened.header, best) ? other : best,
  );
  return { table: await opened.table(kind.columns), kind };
};

const openZip = async (input: Input): Promise<Opened> => {
  const file = await wholeOf(input);
  if (isWorkbook(file)) return openWorkbook(file);
  throw (await notATable(file)) ?? new CliError(EXIT.usage, 'the file is a zip archive: unpack it first');
};

const openText = async (
  input: Input,
  label: string | undefined,
  known: (header: readonly string[]) => number,
): Promise<Opened> => {
  const encoding = await encodingOf(input, label);
  const dialect = dialectOf(new TextDecoder(encoding.label).decode(input.head), known);
  if (known(dialect.header) === 0) {
    const other = await notATable(input.head);
    if (other !== undefined && encodingMarked(input.head) === undefined) throw other;
  }
  return openCsv(input, encoding, dialect);
};

const encodingOf = async (input: Input, label: string | undefined): Promise<Encoding> => {
  if (label !== undefined) {
    const named = encodingNamed(label);
    if (named !== undefined) return named;
    throw new CliError(EXIT.usage, `no encoding is known as ${label}: name one as windows-1252 or shift_jis`);
  }
  if (isUtf32(input.head)) throw new CliError(EXIT.usage, 'the file is UTF-32: save it as "CSV UTF-8"');
  const marked = encodingMarked(input.head);
  if (marked !== undefined) return marked;
  if (isBinary(input.head)) throw (await notATable(input.head)) ?? unknown();
  const look = survey();
  if (input.size === null) look.add(input.head);
  else for await (const chunk of input.bytes()) look.add(chunk);
  const found = look.encoding();
  if (found === undefined) throw (await notATable(input.head)) ?? unknown();
  return found;
};

const unknown = (): CliError =>
  new CliError(
    EXIT.usage,
    'the encoding of the file cannot be told for sure: save it as "CSV UTF-8", or name its encoding, as in --encoding windows-1250',
  );
