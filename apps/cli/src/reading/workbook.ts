/** The first sheet of an Excel workbook as a table. Workbooks are small beside what a CSV file may be, and are read at once. */
import { fork } from 'node:child_process';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { CliError, EXIT } from '../exit-codes.ts';
import type { Fault } from '../problem.ts';
import { columnsOf, type KnownColumns } from './columns.ts';
import type { Input } from './input.ts';
import { type Opened, rowOf } from './table.ts';
import type { SheetRead } from './workbook-reader.ts';

const MOST_BYTES = 33_554_432;
const MOST_MEMORY_MB = 512;
const LONGEST_MS = 60_000;

/** How a zip archive begins, which every workbook is. */
export const isZip = (head: Uint8Array): boolean =>
  [0x50, 0x4b, 0x03, 0x04].every((byte, at) => head[at] === byte);

/** Of what is a zip archive: whether it is a workbook. Nothing is unpacked. */
export const isWorkbook = (file: Uint8Array): boolean => {
  let found = false;
  try {
    unzipSync(file, {
      filter: ({ name }) => {
        found ||= name === 'xl/workbook.xml';
        return false;
      },
    });
  } catch {
    return false;
  }
  return found;
};

/** All of it. @throws {CliError} for more than any such file has. */
export const wholeOf = async ({ bytes }: Input): Promise<Uint8Array<ArrayBuffer>> => {
  let length = 0;
  const bounded = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of bytes()) {
      length += chunk.length;
      if (length > MOST_BYTES) {
        throw new CliError(EXIT.usage, 'the workbook is larger than 32 MB: save its sheet as "CSV UTF-8"');
      }
      yield chunk;
    }
  };
  return new Uint8Array(await buffer(bounded()));
};

/** @throws {CliError} for a workbook that cannot be read. */
export const openWorkbook = async (file: Uint8Array): Promise<Opened> => {
  const [header = [], ...records] = await firstSheetOf(file);
  return {
    header,
    table: (columns) => {
      const known = columnsOf(header, columns);
      const rows = records
        .map((record, nth) => ({ record, line: nth + 2 }))
        .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
        .map(({ record, line }) => rowOf(known, record, line, errorIn(record, known)));
      return Promise.resolve({
        columns: known.named.map(({ name }) => name),
        rows: Readable.from(rows),
        readAs: 'first sheet of an Excel workbook',
        count: rows.length,
      });
    },
  };
};

/** In a process of its own with a limit to its memory: a small file may say that it has a million columns. */
const firstSheetOf = async (file: Uint8Array): Promise<readonly (readonly string[])[]> => {
  const reader = fork(readerFile(), {
    execArgv: [`--max-old-space-size=${MOST_MEMORY_MB}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: LONGEST_MS,
  });
  reader.send(file);
  const answer = await new Promise<SheetRead>((resolve) => {
    reader.once('message', resolve);
    reader.once('exit', () => {
      resolve({ fault: 'it needs too much memory or time' });
    });
  });
  if ('rows' in answer) return answer.rows;
  const todo = 'open it in Excel and save its sheet as "CSV UTF-8"';
  throw new CliError(EXIT.usage, `the workbook cannot be read (${answer.fault}): ${todo}`);
};

/** From source in development and tests, compiled in production. */
const readerFile = (): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL('./workbook-reader.ts', import.meta.url)
    : new URL('./workbook-reader.js', import.meta.url);

const EXCEL_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;

const errorIn = (record: readonly string[], { named }: KnownColumns): Fault | undefined => {
  const found = named.find(({ at }) => EXCEL_ERROR.test(record[at] ?? ''));
  if (found === undefined) return undefined;
  return {
    field: found.name,
    reason: `is the error ${record[found.at] ?? ''} of a formula`,
    code: 'CELL_ERROR',
  };
};
