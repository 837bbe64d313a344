/**
 * By which columns of the register a reader may ask. A filter tells what it looks at, so nobody asks by what he does not read,
 * and where a column has more in it than he sees, he asks by another one: a filter finds what it would find in the answers that
 * he is given. The compiler asks for a rule where a column is new.
 */
import { isOneOf, readsAmongStates } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { ViewQuery, Visibility } from '@pledgeline/event-sourcing';
import type { RegisterColumn } from '../register/pledge-register.projection.ts';

type Where = NonNullable<ViewQuery['where']>;

/** Who may ask by it, or what the public asks by instead. */
type ColumnRule = Visibility | { readonly inPublic: RegisterColumn };

const rules: Readonly<Record<RegisterColumn, ColumnRule>> = {
  reference: 'PUBLIC',
  conference: 'PUBLIC',
  memberState: 'PUBLIC',
  states: 'PUBLIC',
  partnership: 'PUBLIC',
  kind: 'PUBLIC',
  /** A status with all of its levels; the level alone is refused where the question is asked. */
  standing: 'PUBLIC',
  /** Of what is internal too: questions, and when the state was last heard of. */
  dueOn: 'INTERNAL',
  themes: 'PUBLIC',
  countsAgainst: 'PUBLIC',
  /** Of all caveats: for readers of all, and for a state about its own pledges. */
  caveats: 'INTERNAL',
  /** `deployWithinDays` is for states, and says by when. */
  missing: { inPublic: 'missingInPublic' },
  missingInPublic: 'PUBLIC',
};

/** The same question by the columns that are the reader's. @throws {Rejected} FORBIDDEN where one is not. */
export const registerQuestion = (query: ViewQuery, caller: Caller): ViewQuery => {
  const isOfHisOwn =
    caller.state !== null && query.where?.memberState === caller.state && isOneOf([caller.state], caller);
  const his = (column: string): string => {
    const rule = rules[column as RegisterColumn];
    if (typeof rule === 'object') return readsAmongStates(caller) ? column : rule.inPublic;
    if (rule === 'PUBLIC' || (rule === 'INTERNAL' && isOfHisOwn)) return column;
    throw new Rejected('forbidden', 'FORBIDDEN', `${caller.role} may not ask by ${column}.`);
  };
  const { where, orderBy, ...rest } = query;
  return {
    ...rest,
    ...(where !== undefined && { where: renamed(where, his) }),
    ...(orderBy !== undefined && { orderBy: his(orderBy) }),
  };
};

const renamed = (where: Where, nameOf: (column: string) => string): Where =>
  Object.fromEntries(Object.entries(where).map(([column, condition]) => [nameOf(column), condition]));
