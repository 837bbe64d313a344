/**
 * The read models as one reader may see them: every query, list, count and report reads through here, in the present and in
 * historical views. Rows that are not for the reader are in no answer and in no count; of the others, the fields that are not
 * for him are empty. Only readers of all find a view that nobody listed.
 */
import { readsAll, readsAmongStates, readsInternalOf, type Caller } from '@pledgeline/contracts';
import type { Condition, FoundRow, ViewQuery, Views } from '@pledgeline/event-sourcing';
import { byOwnColumns } from './column-rules.ts';
import { formerlyOwned } from './former-owner.ts';
import type { AnyView, Where } from './view.ts';
import type { WithLastSeen } from './visible-revision.ts';

/**
 * Shows views to a caller; readers of all get the views themselves.
 * @param present of historical views, those of now: they decide whose a row is.
 */
export type ShowViews = (views: Views, caller: Caller, present?: Views) => Views;

export const visibleViews = (definitions: readonly AnyView[]): ShowViews => {
  const byName = new Map(definitions.map((definition) => [definition.projection.name, definition]));
  return (views, caller, present = views) =>
    readsAll(caller) ? views : shown(views, caller, present, byName);
};

const shown = (views: Views, caller: Caller, present: Views, byName: ReadonlyMap<string, AnyView>): Views => {
  /** The question by columns and rows that are the caller's; null where there are none. */
  const allowed = (view: string, query: ViewQuery): (ViewQuery & { readonly where: Where }) | null => {
    const readers = byName.get(view)?.readers;
    const asked = readers?.columns === undefined ? query : byOwnColumns(query, caller, readers.columns);
    const where = both(asked.where ?? {}, readers?.where(caller) ?? null);
    return where && { ...asked, where: byOwnRows(where) };
  };
  /** What is found by rows of another view is found by those that the caller finds there. */
  const byOwnRows = (where: Where): Where =>
    Object.fromEntries(
      Object.entries(where).map(([column, condition]): [string, Condition] => {
        if (typeof condition !== 'object' || condition === null || !('keyOf' in condition))
          return [column, condition];
        const other = allowed(condition.keyOf, { where: condition.fitting });
        return [column, other === null ? { in: [] } : { ...condition, fitting: other.where }];
      }),
    );
  const ownColumn = (view: string, column: string): string =>
    allowed(view, { orderBy: column })?.orderBy ?? column;
  const visible = async <Row>(view: string, found: readonly FoundRow<Row>[]): Promise<FoundRow<Row>[]> => {
    const definition = byName.get(view);
    if (definition === undefined) return [];
    if (present === views) {
      return found.map(({ key, row }) => ({ key, row: visibleRow(row, definition, caller, row) as Row }));
    }
    const left = await formerlyOwned(definition, found, present, caller);
    const keys = definition.readers.dependsOnPresent ? found.map(({ key }) => key) : [];
    const now = await present.getMany(definition.projection.name, keys);
    return found.map(({ key, row }) => ({
      key,
      row: (left.has(key)
        ? { ...visibleRow(row, definition, withoutPart(caller), undefined), formerOwner: true }
        : visibleRow(row, definition, caller, now.get(key))) as Row,
    }));
  };
  const getMany = async <Row>(view: string, keys: readonly string[]): Promise<Map<string, Row>> => {
    const where = byName.get(view)?.readers.where(caller) ?? null;
    if (where === null) return new Map();
    const found = await views.getMany<Row>(view, keys);
    if (Object.keys(where).length > 0) {
      const their = new Set((await views.find(view, { where })).map(({ key }) => key));
      for (const key of found.keys()) if (!their.has(key)) found.delete(key);
    }
    const rows = [...found].map(([key, row]) => ({ key, row }));
    return new Map((await visible(view, rows)).map(({ key, row }) => [key, row]));
  };
  return {
    ...views,
    getMany,
    find: async <Row>(view: string, query: ViewQuery = {}) => {
      const asked = allowed(view, query);
      return asked === null ? [] : visible(view, await views.find<Row>(view, asked));
    },
    get: async <Row>(view: string, key: string) => (await getMany<Row>(view, [key])).get(key),
    count: async (view, where = {}, atMost) => {
      const asked = allowed(view, { where });
      return asked === null ? 0 : views.count(view, asked.where, atMost);
    },
    tally: async (view, columns, where = {}, among = {}) => {
      const asked = allowed(view, { where });
      const further = allowed(view, { where: among });
      if (asked === null || further === null) return [];
      const own = columns.map((column) => ownColumn(view, column));
      return views.tally(view, own, asked.where, further.where);
    },
  };
};

/** A reader among states who speaks for none that has a part in it, and for no body either. */
export const withoutPart = (caller: Caller): Caller => ({ ...caller, role: 'MS', state: null });

/** What the caller may read of the row, at the revision of the last event that he may read. */
const visibleRow = (row: unknown, { readers, concerned }: AnyView, caller: Caller, now: unknown): object => {
  const visible = (readers.row?.(row as never, caller, now as never) ?? row) as object;
  const { lastSeen } = row as Partial<WithLastSeen>;
  if (lastSeen === undefined) return visible;
  return { ...visible, revision: lastSeen[readerKind(caller, concerned?.statesOf(row as never) ?? [])] };
};

const readerKind = (
  caller: Caller,
  concerned: readonly string[],
): 'PUBLIC' | 'MEMBER_STATES' | 'CONCERNED' => {
  if (readsInternalOf(caller, concerned)) return 'CONCERNED';
  return readsAmongStates(caller) ? 'MEMBER_STATES' : 'PUBLIC';
};

/** Null when no row can meet both. */
const both = (asked: Where, allowed: Where | null): Where | null => {
  if (allowed === null) return null;
  const clash = Object.entries(allowed).some(
    ([column, value]) => Object.hasOwn(asked, column) && !includes(asked[column], value),
  );
  return clash ? null : { ...asked, ...allowed };
};

/** Whether a condition that was asked leaves room for the one value that is allowed. */
const includes = (asked: Condition | undefined, value: Condition): boolean => {
  if (asked === undefined || asked === value) return true;
  if (typeof asked !== 'object' || asked === null || !('in' in asked)) return false;
  return typeof value !== 'object' && asked.in.some((one) => one === value);
};
