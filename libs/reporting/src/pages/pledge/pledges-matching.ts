/** Which pledges fit these filters? A list in the order of their references (conference, state, capability) or as asked. */
import { dayOf, type Caller, type PledgeFacet } from '@pledgeline/contracts';
import type { PageOptions } from '../../answers/cursor.ts';
import { pageOfView } from '../../answers/page-of-view.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { mustReadAll, mustReadAmongStates } from '../../visibility/audience.ts';
import { caveatsWhere } from '../../views/register/caveats.ts';
import { pledgesWhere, type PledgeFilters } from '../../views/register/pledge-filters.ts';
import { isForOwn } from '../../visibility/column-rules.ts';
import { lastWordShownTo } from '../../views/register/day-columns.ts';
import { leftFor } from './left-to-match.ts';
import { pledgeFacets } from './pledge-facets.ts';
import { pledgeOrder } from './pledge-order.ts';
import { pledgeSummary } from './pledge-summary.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import { asList } from '../../read-models/as-list.ts';
import { question } from '../../read-models/question.ts';
import { pledgeList } from './pledge-list.schema.ts';
import type { PledgeList } from './pledge-list.schema.ts';

export interface PledgesQuestion extends PledgeFilters, PageOptions {
  readonly sort?: string | undefined;
  /** By what those that fit are counted. */
  readonly facet?: readonly PledgeFacet[] | undefined;
}

/**
 * A filter, an order or a facet reveals what it looks at, so nobody asks by what he does not read.
 * @throws {Rejected} FORBIDDEN for one by what the caller does not read; UNKNOWN_STATE and the like for a filter that names nothing.
 */
export const pledgesMatching = async (
  context: QueryContext,
  { facet = [], ...question }: PledgesQuestion,
  caller: Caller,
): Promise<PledgeList> => {
  if (question.level !== undefined) mustReadAmongStates(caller, { field: 'level' });
  if (question.assignee !== undefined) mustReadAll(caller, { field: 'assignee' });
  const where = { ...(await pledgesWhere(context.views, question)), ...caveatsWhere(question, caller) };
  const { valueOf, ...order } = pledgeOrder(question.sort ?? 'reference', caller);
  // What was the reader's own then may be another's by now.
  if (context.isPast || !isForOwn(where, caller)) mustReadAllByDue(question, caller, context.isPast);
  const asked = { view: PLEDGE_REGISTER, where, ...order, question };
  const page = await pageOfView<RegisterRow>(context, asked, valueOf);
  const lastWordFor = lastWordShownTo(caller);
  return {
    ...page,
    items: page.items.map((row) => {
      const lastWordOn = lastWordFor(row);
      const { leftToMatch } = leftFor(row.pledge, caller, context.today);
      const lastHeardOn = lastWordOn ?? dayOf(row.firstRecordedAt);
      return { ...pledgeSummary(row), lastWordOn, lastHeardOn, leftToMatch };
    }),
    facets: await pledgeFacets(context.views, facet, question, caller),
  };
};

/** @throws {Rejected} FORBIDDEN; a state is told how it may ask about its own. */
const mustReadAllByDue = ({ due, dueFrom, sort }: PledgesQuestion, caller: Caller, isPast: boolean): void => {
  const { state } = caller;
  const isOwner = state !== null && isForOwn({ memberState: state }, caller);
  const own = isOwner && !isPast ? { unless: `memberState=${state}` } : {};
  if (due !== undefined) mustReadAll(caller, { field: 'due', ...own });
  if (dueFrom !== undefined) mustReadAll(caller, { field: 'dueFrom', ...own });
  if (sort?.endsWith('dueOn')) mustReadAll(caller, { field: 'sort', value: sort, ...own });
};

export const listPledges = asList(question('listPledges', 'LIST', pledgesMatching), {
  name: 'pledges',
  schema: pledgeList,
});
