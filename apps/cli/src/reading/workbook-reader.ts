/** A process that reads the first sheet of one workbook, and ends. */
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';

export type SheetRead = { readonly rows: readonly (readonly string[])[] } | { readonly fault: string };

type Cell = string | number | boolean | Date | null;

/** The largest workbooks of pledges have a few megabytes unpacked; what says that it has more is not unpacked. */
const MOST_BYTES = 134_217_728;
const SIGNIFICANT_DIGITS = 15;

/** As people see it: a date as a day, a number without the noise of binary fractions. */
const textOf = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(SIGNIFICANT_DIGITS)));
  if (cell instanceof Date) return cell.toISOString().replace('T00:00:00.000Z', '');
  return String(cell);
};

const mustBeModest = (file: Uint8Array): void => {
  let bytes = 0;
  unzipSync(file, {
    filter: ({ originalSize }) => {
      bytes += originalSize;
      return false;
    },
  });
  if (bytes > MOST_BYTES) throw new Error('unpacked it is too large');
};

/** A formula has the result of its last calculation beside it, unless a program wrote it that does not calculate. */
const mustBeCalculated = (file: Uint8Array): void => {
  const sheets = unzipSync(file, { filter: ({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name) });
  const isOpen = Object.values(sheets).some((sheet) =>
    /<\/f>\s*<\/c>|<f\b[^>]*\/>\s*<\/c>/.test(strFromU8(sheet)),
  );
  if (isOpen) throw new Error('it has formulas without results');
};

const read = async (file: Uint8Array): Promise<SheetRead> => {
  try {
    mustBeModest(file);
    mustBeCalculated(file);
    const rows = (await readSheet(new Uint8Array(file).buffer)) as readonly (readonly Cell[])[];
    return { rows: rows.map((row) => row.map(textOf)) };
  } catch (error) {
    return { fault: (error as Error).message };
  }
};

process.once('message', (file: Uint8Array) => {
  void read(file).then((answer) => process.send?.(answer, () => process.disconnect()));
});
