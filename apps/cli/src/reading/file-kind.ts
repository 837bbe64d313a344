/** What a file is that is no text: by its content, not by its name. */
import { fileTypeFromBuffer } from 'file-type';
import { CliError, EXIT } from '../exit-codes.ts';

const SAVE_AS = 'save it as "CSV UTF-8" or as an Excel workbook (.xlsx)';

/** What people call it, and what to do with it. */
const KNOWN: Readonly<Record<string, string>> = {
  cfb: `is an older Excel file (.xls), or one with a password: ${SAVE_AS}, without a password`,
  ods: `is an OpenDocument spreadsheet: ${SAVE_AS}`,
  gz: 'is compressed with gzip: unpack it first, as in gunzip -c FILE | pledgeline import -',
  zip: 'is a zip archive: unpack it first',
};

/** The mark of UTF-32, which begins like that of UTF-16. */
export const isUtf32 = ([a, b, c, d]: Uint8Array): boolean =>
  (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);

/** A zero, which no text has that is not UTF-16. Other control characters are for the row that has them. */
export const isBinary = (head: Uint8Array): boolean => head.includes(0);

/** One line that names what it is and how to save it; undefined for what may be a text. */
export const notATable = async (head: Uint8Array): Promise<CliError | undefined> => {
  const found = await fileTypeFromBuffer(head);
  if (found !== undefined) {
    return new CliError(
      EXIT.usage,
      `the file ${KNOWN[found.ext] ?? `is ${found.mime}, and no table: ${SAVE_AS}`}`,
    );
  }
  return isBinary(head)
    ? new CliError(EXIT.usage, `the file is no text and nothing that is known: ${SAVE_AS}`)
    : undefined;
};
