/** Which two moments of a pledge are looked at: after which of its events it is shown, and with which other it is compared. */
import { pledgeAddress, withSearch } from './addresses.ts';

/** A pledge as it stood after one of its own events. @param compare the event that it is compared with, where it is. */
export const afterEvent = (reference: string, revision: number, compare: number | null = null): string =>
  withSearch(pledgeAddress(reference), {
    atRevision: String(revision),
    compare: compare === null ? null : String(compare),
  });

/** Null where the pledge is looked at as it stands. */
export const revisionIn = (search: string): number | null => wholeIn(search, 'atRevision');

/** Null where nothing is compared. */
export const comparedIn = (search: string): number | null => wholeIn(search, 'compare');

/** Digits alone, and no more than revisions have. */
export const isRevision = (text: string): boolean => /^\d{1,9}$/.test(text);

const wholeIn = (search: string, name: string): number | null => {
  const given = new URLSearchParams(search).get(name);
  return given !== null && isRevision(given) ? Number(given) : null;
};
