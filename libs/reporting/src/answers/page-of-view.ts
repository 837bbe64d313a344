/** One page of a view's rows, in the order that was asked for. */
import type { Condition, ViewQuery } from '@pledgeline/event-sourcing';
import type { OneOrMore } from './one-or-more.ts';
import { cursorFor, DEFAULT_LIMIT, placeOf, type Page, type PageOptions } from './cursor.ts';
import type { AnsweredAt, QueryContext } from './query-context.ts';

export interface Asked {
  readonly view: string;
  readonly where: NonNullable<ViewQuery['where']>;
  /**
   * By key when absent. Where a row's value changes while somebody walks the pages, he may meet it twice or miss it; every other
   * row he meets once.
   */
  readonly orderBy?: string;
  readonly descending?: boolean;
  /** The request as it came: its filters are part of the cursor. */
  readonly question: PageOptions & object;
}

export interface CountedPage<Item> extends Page<Item> {
  /** Of all pages, now. */
  readonly total: number;
}

/** Conditions for those filters that were stated; of several values, any. */
export const whereStated = (filters: Readonly<Record<string, OneOrMore>>): Asked['where'] =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([column, value]): [string, Condition][] => {
      if (value === undefined) return [];
      return [[column, typeof value === 'string' ? value : { in: value }]];
    }),
  );

/** So many are sorted sooner than found by following the order of all. */
export const FEW = 1000;

export const pageOfView = async <Row>(
  { views, answeredAt }: QueryContext,
  { view, where, orderBy, descending = false, question }: Asked,
  valueOf: (row: Row) => string | null = () => null,
): Promise<CountedPage<Row> & AnsweredAt> => {
  const limit = question.limit ?? DEFAULT_LIMIT;
  const place = placeOf(question, question, isRowPlace);
  const total = await views.count(view, where);
  const found = await views.find<Row>(view, {
    where,
    limit: limit + 1,
    manyFit: total > FEW,
    ...(orderBy !== undefined && { orderBy, descending }),
    ...(place && { after: { value: place[0], key: place[1] } }),
  });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next = found.length > limit && last ? cursorFor(question, [valueOf(last.row), last.key]) : null;
  const items = shown.map(({ row }) => row);
  return { items, next, total, ...answeredAt };
};

const isRowPlace = (place: readonly unknown[]): place is [string | null, string] =>
  place.length === 2 && (place[0] === null || typeof place[0] === 'string') && typeof place[1] === 'string';
