/**
 * By which columns of a view a reader may ask. A filter reveals what it looks at, so nobody asks by what he does not read. Where a
 * column holds more than he sees, he asks by another one: a filter finds what it would find in the answers that he is given.
 */
import {
  forbiddenTo,
  isOneOf,
  readsAmongStates,
  READERS_AMONG_STATES,
  READERS_OF_ALL,
  type Caller,
} from '@pledgeline/contracts';
import type { ViewQuery, Visibility } from '@pledgeline/event-sourcing';

/**
 * Who may ask by a column, or what others ask by instead: the public, and states where they have a column of their own.
 * INTERNAL: also a state, about rows that are its own.
 */
export type ColumnRule = Visibility | { readonly inPublic: string; readonly amongStates?: string };

/** The same question by columns that the caller may ask by. @throws {Rejected} FORBIDDEN where there is none. */
export const byOwnColumns = (
  { where, orderBy, ...rest }: ViewQuery,
  caller: Caller,
  rules: Readonly<Record<string, ColumnRule>>,
): ViewQuery => {
  const asksForOwn = isForOwn(where, caller);
  const own = (column: string): string => {
    const rule = rules[column];
    if (typeof rule === 'object') {
      return readsAmongStates(caller) ? (rule.amongStates ?? column) : rule.inPublic;
    }
    if (rule === 'PUBLIC' || (rule === 'MEMBER_STATES' && readsAmongStates(caller))) return column;
    if (rule === 'INTERNAL' && asksForOwn) return column;
    throw forbiddenTo(
      `${caller.role} may not ask by ${column}`,
      rule === 'MEMBER_STATES' ? READERS_AMONG_STATES : READERS_OF_ALL,
      { field: column },
    );
  };
  return {
    ...rest,
    ...(where !== undefined && {
      where: Object.fromEntries(Object.entries(where).map(([column, value]) => [own(column), value])),
    }),
    ...(orderBy !== undefined && { orderBy: own(orderBy) }),
  };
};

/** Rows that the caller's state began, or carries with others: of those it reads what is internal. */
export const isForOwn = (where: ViewQuery['where'], caller: Caller): boolean => {
  const { state } = caller;
  if (state === null || !isOneOf([state], caller)) return false;
  if (where?.['memberState'] === state) return true;
  const sets = where?.['states'];
  if (typeof sets !== 'object' || sets === null || !('in' in sets)) return false;
  return sets.in.every((set) => String(set).split(' ').includes(state));
};
