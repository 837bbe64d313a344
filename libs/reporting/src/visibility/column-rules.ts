/**
 * By which columns of a view a reader may ask. A filter reveals what it looks at, so nobody asks by what he does not read. Where a
 * column holds more than he sees, he asks by another one: a filter finds what it would find in the answers that he is given.
 */
import { isOneOf, readsAmongStates, type Caller } from '@pledgeline/contracts';
import { Rejected, type ViewQuery, type Visibility } from '@pledgeline/event-sourcing';

/** Who may ask by a column, or what the public asks by instead. INTERNAL: also a state, about rows that it began. */
export type ColumnRule = Visibility | { readonly inPublic: string };

/** The same question by columns that the caller may ask by. @throws {Rejected} FORBIDDEN where there is none. */
export const byOwnColumns = (
  { where, orderBy, ...rest }: ViewQuery,
  caller: Caller,
  rules: Readonly<Record<string, ColumnRule>>,
): ViewQuery => {
  const asksForOwn =
    caller.state !== null && where?.memberState === caller.state && isOneOf([caller.state], caller);
  const own = (column: string): string => {
    const rule = rules[column];
    if (typeof rule === 'object') return readsAmongStates(caller) ? column : rule.inPublic;
    if (rule === 'PUBLIC' || (rule === 'INTERNAL' && asksForOwn)) return column;
    if (rule === 'MEMBER_STATES' && readsAmongStates(caller)) return column;
    throw new Rejected('forbidden', 'FORBIDDEN', `${caller.role} may not ask by ${column}.`);
  };
  return {
    ...rest,
    ...(where !== undefined && {
      where: Object.fromEntries(Object.entries(where).map(([column, value]) => [own(column), value])),
    }),
    ...(orderBy !== undefined && { orderBy: own(orderBy) }),
  };
};
