/**
 * Cells of CSV files that people open in a spreadsheet, which takes a cell for a formula where it begins like one. Such a
 * cell gets an apostrophe in front, and reading takes it away again. Source: OWASP, CSV Injection.
 */

/** How a formula begins: also in full width, and after blanks, which spreadsheets may drop. */
const FORMULA = String.raw`(?:\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])`;
const BEGINS_LIKE_FORMULA = new RegExp(`^${FORMULA}`);
/** One more apostrophe goes before those that a text has by itself, so that reading takes away only ours. */
const IS_GUARDED = new RegExp(`^'+${FORMULA}`);
const PLAIN_NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?$/;

/** Not quoted yet: quotes are no protection. */
export const guardedCell = (text: string): string =>
  IS_GUARDED.test(text) || (BEGINS_LIKE_FORMULA.test(text) && !isPlainNumber(text)) ? `'${text}` : text;

/** What was written: the reverse of `guardedCell`. */
export const unguardedCell = (cell: string): string => (IS_GUARDED.test(cell) ? cell.slice(1) : cell);

const isPlainNumber = (text: string): boolean => PLAIN_NUMBER.test(text) && /\d/.test(text);
