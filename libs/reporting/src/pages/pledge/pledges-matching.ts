/** Which pledges fit these filters? A list in the order of their references: conference, state, capability. */
import type { Caller } from '@pledgeline/contracts';
import type { PageOptions } from '../../answers/cursor.ts';
import { pageOfView } from '../../answers/page-of-view.ts';
import type { QueryContext } from '../../answers/query-context.ts';
import { mustReadAll, mustReadAmongStates } from '../../visibility/audience.ts';
import { caveatsWhere } from '../../views/register/caveats.ts';
import { pledgesWhere, type PledgeFilters } from '../../views/register/pledge-filters.ts';
import { pledgeSummary } from './pledge-summary.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import { question } from '../../read-models/question.ts';
import type { PledgeList } from './pledge.schema.ts';

/** @throws {Rejected} FORBIDDEN for a filter by what the caller does not read; UNKNOWN_STATE and the like for one that names nothing. */
export const pledgesMatching = async (
  context: QueryContext,
  question: PledgeFilters & PageOptions,
  caller: Caller,
): Promise<PledgeList> => {
  mustMayFilter(question, caller);
  const where = { ...(await pledgesWhere(context.views, question)), ...caveatsWhere(question, caller) };
  const asked = { view: PLEDGE_REGISTER, where, orderBy: 'reference', question };
  const page = await pageOfView<RegisterRow>(context, asked, ({ pledge }) => pledge.reference);
  return { ...page, items: page.items.map(pledgeSummary) };
};

/** A filter reveals what it looks at, so nobody filters by what he does not read. @throws {Rejected} FORBIDDEN */
const mustMayFilter = ({ level, due }: PledgeFilters, caller: Caller): void => {
  if (level !== undefined) mustReadAmongStates(caller);
  if (due !== undefined) mustReadAll(caller);
};

export const listPledges = question('listPledges', 'LIST', pledgesMatching);
