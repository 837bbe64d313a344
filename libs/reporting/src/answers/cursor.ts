/**
 * The place where a page of an answer ended, as a text that callers hand back unread. It belongs to its
 * question: under other filters it is refused.
 */
import { createHash } from 'node:crypto';
import { Rejected } from '@pledgeline/event-sourcing';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

export interface PageOptions {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export const DEFAULT_LIMIT = 50;

export type Place = readonly (string | number | null)[];

export const cursorFor = (question: object, place: Place): string =>
  Buffer.from(JSON.stringify([digest(question), ...place])).toString('base64url');

/**
 * @returns the place, or undefined for the first page.
 * @throws {Rejected} BAD_CURSOR
 */
export const placeOf = <Kind extends Place>(
  question: object,
  { cursor }: PageOptions,
  isPlace: (place: readonly unknown[]) => place is Kind,
): Kind | undefined => {
  if (cursor === undefined) return undefined;
  const [from, ...place] = parsed(cursor);
  if (from === digest(question) && isPlace(place)) return place;
  throw new Rejected(
    'invalid',
    'BAD_CURSOR',
    'This cursor does not belong to this question; start without one.',
    {
      field: 'cursor',
    },
  );
};

const parsed = (cursor: string): readonly unknown[] => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
};

/** Of the filters alone: a caller may change the size of the page, or wait for another event. */
const digest = (question: object): string => {
  const { cursor: _cursor, limit: _limit, after: _after, ...filters } = question as Record<string, unknown>;
  const sorted = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 12);
};
