/**
 * The order in which rows were entered, as a text behind a value that many rows share: a new row then lies beside the last one in an
 * index, and not anywhere among them by its random key. Decision 98.
 */

/** Digits of a moment in milliseconds, until the year 4000 and beyond. */
const DIGITS = 9;
const RADIX = 36;

/** @param recordedAt when the first event of the row was recorded: the same in every copy of the read models. */
export const orderOfEntry = (recordedAt: string): string =>
  Date.parse(recordedAt).toString(RADIX).padStart(DIGITS, '0');

/** The value, and the order of entry among rows that have the same one. */
export const thenEntered = (value: string, recordedAt: string): string =>
  `${value} ${orderOfEntry(recordedAt)}`;

/** The end of the range of rows with this value: behind all orders of entry. */
export const lastEntered = (value: string): string => `${value} \uffff`;
